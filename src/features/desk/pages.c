/* やること: one page for everybody who has something to do. */
#include "features/desk/pages.h"

#include "base/arena.h"
#include "base/input.h"
#include "base/text.h"
#include "features/desk/lists.h"
#include "identity/session.h"
#include "workflow/move.h"
#include "workflow/notice.h"

enum { DAY_SECONDS = 24 * 60 * 60 };

static void list_put(struct doc *document, const char *name, struct doc *rows)
{
	doc_set(document, name, rows);
	doc_set_bool(document, arena_text("has_%s", name), doc_count(rows) > 0);
	doc_set_int(document, arena_text("%s_count", name), doc_count(rows));
}

static void city_lists(struct visit *visit, struct doc *document)
{
	bool is_coordinator = viewer_has(&visit->viewer, ROLE_COORDINATOR);
	bool is_staff = viewer_has(&visit->viewer, ROLE_COORDINATOR | ROLE_DEPARTMENT);
	struct doc *letters = is_coordinator ? letter_list(visit->db) : doc_array();
	for (struct doc *row = doc_first(letters); row; row = doc_next(row)) {
		const char *phone = doc_text(row, "phone");
		doc_set_text(row, "phone", *phone ? phone_words(phone) : "");
		doc_set_text(row, "done_path", arena_text("/desk/letters/%lld", (long long)doc_int(row, "id")));
	}
	struct doc *drafts = is_coordinator ? draft_list_open(visit->db) : doc_array();
	for (struct doc *row = doc_first(drafts); row; row = doc_next(row)) {
		doc_set_text(row, "label_key", arena_text("move_%s_%s", doc_text(row, "kind"), doc_text(row, "move")));
		doc_set_text(row, "draft_path", arena_text("/drafts/%lld", (long long)doc_int(row, "id")));
	}
	doc_set_bool(document, "is_city", is_staff);
	doc_set_bool(document, "is_coordinator", is_coordinator);
	list_put(document, "letters", letters);
	list_put(document, "drafts", drafts);
}

void desk_page(struct visit *visit)
{
	struct desk desk = desk_lists(visit);
	struct doc *document = doc_object();
	int64_t mine = doc_count(desk.today) + doc_count(desk.week) + doc_count(desk.later);
	doc_set_bool(document, "is_clear", mine == 0);
	doc_set_int(document, "mine_count", mine);
	list_put(document, "today", desk.today);
	list_put(document, "week", desk.week);
	list_put(document, "later", desk.later);
	list_put(document, "waiting", desk.waiting);
	list_put(document, "begun", desk.begun);
	city_lists(visit, document);
	doc_set_text(document, "csrf", doc_text(page_proof(visit), "csrf"));
	visit->clause = "4-3-1";
	page_show(visit, "desk/desk", "desk_title", document);
}

/* A polite reminder to whose turn it is: once a day. */
void desk_remind_action(struct visit *visit)
{
	const struct case_file *subject = &visit->subject;
	if (text_equal(subject->turn, "none")) {
		page_error(visit, 409, "cases_stale");
		return;
	}
	if (!attempt_allowed(visit->db, "reminder", arena_text("%lld", (long long)subject->id), 1, DAY_SECONDS)) {
		page_go(visit, "/desk", "desk_reminded_already");
		return;
	}
	struct telling telling = {.case_id = subject->id, .text_key = "notice_desk_reminder", .path = case_path(subject->kind, subject->id),
	                          .values = doc_set_text(doc_object(), "title", subject->title)};
	if (!text_equal(subject->turn, "city"))
		notice_insert_group(visit->db, subject->group_id, &telling);
	if (!text_equal(subject->turn, "group") && subject->department_id)
		notice_insert_department(visit->db, subject->department_id, &telling);
	if (text_equal(subject->turn, "city") && !subject->department_id)
		notice_insert_coordinators(visit->db, &telling);
	page_go(visit, "/desk", "desk_reminded");
}

/* The 郵送・電話 list: the notice counts from this tick on. */
void desk_letter_action(struct visit *visit)
{
	const char *way = visit_field(visit, "way");
	if (!text_has_word("post phone desk", way)) {
		page_error(visit, 422, NULL);
		return;
	}
	letter_update_done(visit->db, visit_id(visit, 0), visit->viewer.person_id, way);
	page_go(visit, "/desk#letters", "desk_letter_done");
}
