/* Writes, loads and renders the templates of a test. Asserts only that its own steps work. */
#include "adapters/template_files.h"

#include "support/test.h"

#include "base/arena.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char texts[] =
	"{\"hello\": {\"ja\": \"こんにちは & ようこそ\", \"easy\": \"{今日|きょう}は\", \"en\": \"Hello & <welcome>\"},\n"
	"\"count\": {\"ja\": \"{{n:x-n}}件\", \"easy\": \"{{n:x-n}}{件|けん}\", \"en\": \"{{n:x-n}} results\"},\n"
	"\"state_open\": {\"ja\": \"募集中\", \"easy\": \"{募集中|ぼしゅうちゅう}\", \"en\": \"Open\"},\n"
	"\"due\": {\"ja\": \"{name}は{day}まで\", \"easy\": \"{name}は {day}まで\", \"en\": \"{name}: until {day}\"}}\n";

void files_write(const char *root, const char *name, const char *text)
{
	char *path = arena_text("%s/templates/%s", root, name);
	for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		mkdir(path, 0700);
		*slash = '/';
	}
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

const char *files_new(void)
{
	const char *root = test_folder();
	files_write(root, "layout.html", HTML "{{>BODY}}");
	files_write(root, "parts/texts.json", texts);
	return root;
}

const char *files_rendered(const char *page, const char *document, enum language language)
{
	const char *root = files_new();
	files_write(root, "test/page.html", arena_text("%s%s", HTML, page));
	assert_true(template_load(root, NULL));
	struct buffer out = {0};
	assert_true(template_page(language, "test/page", doc_parse(document), NULL, &out));
	return buffer_text(&out);
}

const char *files_complaint(const char *root)
{
	char *path = arena_text("%s/complaint", root);
	fflush(stderr);
	int before = dup(STDERR_FILENO), file = open(path, O_RDWR | O_CREAT | O_TRUNC, 0600);
	assert_true(file >= 0);
	dup2(file, STDERR_FILENO);
	bool is_right = template_load(root, NULL);
	fflush(stderr);
	dup2(before, STDERR_FILENO);
	close(before);
	char *words = arena_alloc(8192);
	assert_true(pread(file, words, 8191, 0) >= 0);
	close(file);
	return is_right ? NULL : words;
}
