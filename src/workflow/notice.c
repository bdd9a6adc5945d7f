/* Telling people: who, and by which way. The words of mails: notice_mail.c; the outbox: outbox.c; SQL: store_notices.c. */
#include "workflow/notice.h"

#include "base/arena.h"
#include "base/text.h"
#include "workflow/inside.h"

static enum language language_named(const char *name)
{
	if (text_equal(name, "en"))
		return LANGUAGE_EN;
	return text_equal(name, "easy") ? LANGUAGE_EASY : LANGUAGE_JA;
}

/* By mail if an address is known to work, else onto the 郵送・電話 list. */
static void notice_send(struct db *db, int64_t notice_id, const struct doc *person, const struct telling *telling)
{
	const char *email = doc_text(person, "email");
	enum language language = language_named(doc_text(person, "language"));
	if (!*email || doc_int(person, "email_refused_at")) {
		letter_insert(db, notice_id, doc_int(person, "id"), *email ? "refused" : "no_email");
		return;
	}
	struct mail mail = {
		.notice_id = notice_id,
		.person_id = doc_int(person, "id"),
		.email = email,
		.subject = mail_subject(language, telling),
		.body = mail_body(language, telling),
	};
	outbox_add(db, &mail);
}

void notice_insert(struct db *db, int64_t person_id, const struct telling *telling)
{
	struct doc *person = person_id ? addressee_row(db, person_id) : NULL;
	if (!person || doc_int(person, "disabled_at"))
		return;
	if (telling->ledger_number && notice_exists(db, person_id, telling->case_id, telling->ledger_number))
		return;
	notice_send(db, notice_row_insert(db, person_id, telling), person, telling);
}

static void notice_insert_all(struct db *db, const struct doc *people, const struct telling *telling)
{
	for (struct doc *row = doc_first(people); row; row = doc_next(row))
		notice_insert(db, doc_int(row, "person_id"), telling);
}

void notice_insert_group(struct db *db, int64_t group_id, const struct telling *telling)
{
	struct doc *people = seats_of_contacts(db, group_id);
	if (doc_count(people) == 0)
		people = seats_of_group(db, group_id);
	notice_insert_all(db, people, telling);
}

/* A department whose posts are all empty is looked after by the coordinators. */
void notice_insert_department(struct db *db, int64_t department_id, const struct telling *telling)
{
	struct doc *people = seats_of_department(db, department_id);
	if (department_id && doc_count(people) == 0)
		people = seats_of_coordinators(db);
	notice_insert_all(db, people, telling);
}

void notice_insert_coordinators(struct db *db, const struct telling *telling)
{
	notice_insert_all(db, seats_of_coordinators(db), telling);
}

struct doc *notice_list(struct db *db, const struct viewer *viewer, int64_t before_id)
{
	struct doc *shown = doc_array();
	struct doc *rows = notice_rows(db, viewer->person_id, before_id);
	for (struct doc *row = doc_first(rows); row; row = doc_next(row)) {
		struct doc *values = doc_parse(doc_text(row, "content"));
		struct doc *notice = doc_object();
		doc_set_int(notice, "id", doc_int(row, "id"));
		doc_set_int(notice, "at", doc_int(row, "created_at"));
		doc_set_text(notice, "text_key", "");
		doc_set_text(notice, "text", notice_sentence(viewer->language, doc_text(row, "text_key"), values));
		doc_set_text(notice, "title", doc_text(values, "title"));
		doc_set_text(notice, "case_title", doc_text(row, "case_title"));
		doc_set_text(notice, "path", doc_text(row, "path"));
		doc_set_bool(notice, "is_read", doc_int(row, "read_at") != 0);
		doc_set_bool(notice, "is_unread", doc_int(row, "read_at") == 0);
		doc_push(shown, notice);
	}
	return shown;
}

struct doc *letter_list(struct db *db)
{
	struct doc *rows = letter_rows(db);
	for (struct doc *row = doc_first(rows); row; row = doc_next(row)) {
		struct doc *values = doc_parse(doc_text(row, "content"));
		doc_set_text(row, "why_key", arena_text("letter_why_%s", doc_text(row, "why")));
		doc_set_text(row, "text", notice_sentence(LANGUAGE_JA, doc_text(row, "text_key"), values));
		doc_remove(row, "text_key");
		doc_remove(row, "content");
		doc_remove(row, "why");
	}
	return rows;
}
