/* kyodo import: reads a public file twice, first to check and count every row, then (with --apply) to write them in small transactions,
 * so that the portal goes on answering. What rows mean: import_groups.c, import_holidays.c. */
#include "commands/import.h"

#include "adapters/secret.h"
#include "adapters/template.h"
#include "adapters/unicode.h"
#include "base/arena.h"
#include "base/config.h"
#include "base/text.h"
#include "commands/commands.h"
#include "commands/usage.h"
#include "web/route.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { WRITE_WAIT_MS = 20000, ROWS_A_WRITE = 200, HEADER_MOST = 5 };

static const struct {
	const char *name;
	void (*each)(struct import *import, const struct csv_record *record);
	void (*begin)(void);
} kinds[] = {
	{"groups", import_group, import_group_begin},
	{"holidays", import_holiday, NULL},
};
enum { KINDS = sizeof kinds / sizeof *kinds };

struct order {
	int kind;
	const char *file;
	const char *city;
	bool applies;
	bool skips_bad;
};

/* The bytes of a file, mapped for the whole run. */
struct bytes {
	const char *start;
	size_t length;
};

bool import_bad(struct import *import, int line, const char *column, const char *why)
{
	import->count.bad++;
	if (!import->is_writing)
		fprintf(stderr, "line %d %s: %s\n", line, column, why);
	return false;
}

/* "活動分野１ （…）" as it is compared: folded, without spaces. */
static char *column_folded(const char *name)
{
	return text_replace(unicode_fold(name), " ", "");
}

int import_column(const struct csv_record *header, const char *name)
{
	const char *wanted = column_folded(name);
	for (size_t i = 0; i < header->count; i++)
		if (text_equal(column_folded(header->fields[i]), wanted))
			return (int)i;
	return -1;
}

struct reading {
	const struct order *order;
	struct import import;
	int rows; /* of the open transaction */
	bool is_stuck;
};

static bool part_begin(struct reading *reading)
{
	reading->is_stuck = !db_begin(reading->import.db, WRITE_WAIT_MS);
	if (reading->is_stuck)
		fputs("kyodo import: no turn to write; run it again, it goes on where it stopped.\n", stderr);
	return !reading->is_stuck;
}

static bool part_end(struct reading *reading)
{
	reading->rows = 0;
	reading->is_stuck = !db_commit(reading->import.db);
	if (reading->is_stuck)
		fputs("kyodo import: the last rows could not be written; the log above says why. Run it again after mending.\n", stderr);
	return !reading->is_stuck;
}

static bool record_each(const struct csv_record *record, void *context)
{
	struct reading *reading = context;
	struct import *import = &reading->import;
	if (import->is_writing && reading->rows == 0 && !part_begin(reading))
		return false;
	kinds[reading->order->kind].each(import, record);
	if (import->is_writing && ++reading->rows == ROWS_A_WRITE && !part_end(reading))
		return false;
	bool goes_on = import->has_header || record->line <= HEADER_MOST;
	if (!import->is_writing || reading->rows == 0)
		arena_reset();
	return goes_on;
}

static bool outcome_is_whole(enum csv_outcome outcome, int line)
{
	static const char *const words[] = {
		[CSV_UTF16] = "the file is UTF-16: save it as CSV (UTF-8) and try again",
		[CSV_NOT_TEXT] = "neither UTF-8 nor Shift_JIS (CP932): save it as CSV (UTF-8)",
		[CSV_BAD_QUOTE] = "a quotation mark is not closed or not doubled",
	};
	if (outcome == CSV_WHOLE || outcome == CSV_STOPPED)
		return true;
	fprintf(stderr, "line %d: %s\n", line, words[outcome]);
	return false;
}

/* Reads the whole file once; false when it could not be read to its end. */
static bool file_read(struct reading *reading, const struct bytes *bytes)
{
	int line = 0;
	if (kinds[reading->order->kind].begin)
		kinds[reading->order->kind].begin();
	reading->import.has_header = false;
	reading->import.count = (struct import_count){0};
	enum csv_outcome outcome = csv_read(bytes->start, bytes->length, record_each, reading, &line);
	bool is_whole = outcome_is_whole(outcome, line) && !reading->is_stuck;
	if (reading->rows && !part_end(reading))
		return false;
	if (*db_fault(reading->import.db)) {
		fprintf(stderr, "kyodo import: the database failed: %s\n", db_fault(reading->import.db));
		return false;
	}
	if (is_whole && !reading->import.has_header)
		fputs("line 1: the columns of this kind of file were not found in its first five lines\n", stderr);
	return is_whole && reading->import.has_header;
}

static int count_print(const struct reading *reading)
{
	const struct import_count *count = &reading->import.count;
	const struct order *order = reading->order;
	bool is_stopped = count->bad && !order->skips_bad;
	if (order->applies && is_stopped)
		fputs("Nothing was written: mend these rows, or leave them out with --skip-bad.\n", stderr);
	else if (!order->applies)
		fputs("Nothing was written: this was a trial. Write with --apply.\n", stderr);
	printf("%lld added, %lld changed, %lld same, %lld left out, %lld bad\n", (long long)count->added, (long long)count->changed,
	       (long long)count->same, (long long)count->left_out, (long long)count->bad);
	return is_stopped ? 1 : 0;
}

static int import_run(const struct order *order, struct db *db, const struct bytes *bytes)
{
	struct reading reading = {.order = order, .import = {.db = db, .city = order->city}};
	if (!file_read(&reading, bytes))
		return 1;
	int status = count_print(&reading);
	if (status || !order->applies)
		return status;
	reading.import.is_writing = true;
	return file_read(&reading, bytes) ? 0 : 1;
}

static bool bytes_map(const char *path, struct bytes *bytes)
{
	struct stat about;
	int file = open(path, O_RDONLY | O_CLOEXEC);
	if (file < 0 || fstat(file, &about) != 0 || !S_ISREG(about.st_mode)) {
		fprintf(stderr, "kyodo import: %s cannot be read: %s\n", path, file < 0 ? strerror(errno) : "it is no file");
		if (file >= 0)
			close(file);
		return false;
	}
	bytes->length = (size_t)about.st_size;
	void *start = bytes->length ? mmap(NULL, bytes->length, PROT_READ, MAP_PRIVATE, file, 0) : "";
	close(file);
	bytes->start = start;
	if (start != MAP_FAILED)
		return true;
	fprintf(stderr, "kyodo import: %s cannot be read: %s\n", path, strerror(errno));
	return false;
}

static int kind_find(const char *name)
{
	for (int i = 0; i < KINDS; i++)
		if (text_equal(kinds[i].name, name))
			return i;
	return -1;
}

/* The first argument that is not understood; NULL when all are. */
static const char *order_read(struct order *order, int argc, char **argv)
{
	for (int i = 2; i < argc; i++) {
		if (text_equal(argv[i], "--apply"))
			order->applies = true;
		else if (text_equal(argv[i], "--skip-bad"))
			order->skips_bad = true;
		else if (text_equal(argv[i], "--city") && i + 1 < argc)
			order->city = argv[++i];
		else
			return argv[i];
	}
	return NULL;
}

int command_import(int argc, char **argv)
{
	struct order order = {.kind = argc > 0 ? kind_find(argv[0]) : -1, .file = argc > 1 ? argv[1] : NULL};
	const char *odd = order.kind < 0 ? (argc > 0 ? argv[0] : NULL) : order_read(&order, argc, argv);
	if (order.kind < 0 || !order.file || odd)
		return usage_wrong("import", odd);
	struct bytes bytes = {"", 0};
	if (!bytes_map(order.file, &bytes) || !secret_key_load(config_data_path("secret.key")))
		return 1;
	csv_start();
	features_start();
	if (!template_load(config("root"), NULL))
		return 1;
	struct db *db = db_open(config_data_path("kyodo.db"), DB_WRITER);
	if (!db) {
		fprintf(stderr, "kyodo: there is no database in %s. Make one: kyodo init\n", config("data"));
		return 1;
	}
	int status = import_run(&order, db, &bytes);
	db_close(db);
	return status;
}
