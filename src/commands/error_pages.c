/* Renders the web server's own error pages into files. What the program answers itself is web/page.c's. */
#include "commands/error_pages.h"

#include "base/arena.h"
#include "base/config.h"
#include "base/log.h"
#include "web/page.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What the server cannot reach, or not in time, reads like what is too busy. */
static const struct {
	int status;
	int shown;
} pages[] = {{400, 400}, {413, 413}, {429, 429}, {502, 503}, {503, 503}, {504, 503}};

/* The page as somebody sees it who is not signed in. */
static const char *page_text_of(struct db *reader, int status)
{
	struct request request = {.method = METHOD_GET, .path = "/", .query = "", .host = "", .accept = "", .content_type = "",
	                          .address = "", .if_none_match = "", .referer = "", .id = ""};
	struct response response = {0};
	struct visit visit = {.request = &request, .response = &response, .db = reader, .viewer = viewer_nobody(), .twin = TWIN_HTML,
	                      .language = LANGUAGE_JA, .base = "", .path = "/"};
	page_error(&visit, status, NULL);
	return buffer_text(&response.body);
}

static bool file_place(const char *path, const char *text)
{
	const char *part = arena_text("%s.%d", path, (int)getpid());
	FILE *file = fopen(part, "we");
	bool is_written = file && fputs(text, file) >= 0;
	is_written = file && fclose(file) == 0 && is_written && chmod(part, 0644) == 0 && rename(part, path) == 0;
	if (!is_written)
		log_line("error", "cannot write %s: %s", path, strerror(errno));
	return is_written;
}

bool error_pages_write(struct db *reader)
{
	const char *folder = config_data_path("errors");
	if (mkdir(folder, 0755) != 0 && errno != EEXIST) {
		log_line("error", "cannot make %s: %s", folder, strerror(errno));
		return false;
	}
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
		const char *path = arena_text("%s/%d.html", folder, pages[i].status);
		if (!file_place(path, page_text_of(reader, pages[i].shown)))
			return false;
	}
	return true;
}
