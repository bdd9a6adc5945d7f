/* The list of meetings and one meeting, with their calendars. Nothing here changes anything. */
#include "features/meetings/pages.h"

#include "adapters/calendar.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/config.h"
#include "base/input.h"
#include "base/text.h"
#include "features/meetings/agenda.h"
#include "features/meetings/rules.h"
#include "features/meetings/store.h"
#include "http/url.h"
#include "workflow/move.h"

enum { COMING_MOST = 50, CALENDAR_MOST = 200 };

static const char *const clause = "4-4-3";

static int64_t time_put(struct doc *row, const char *from, const char *part)
{
	int hour = 0, minute = 0;
	if (!input_time(doc_text(row, from), &hour, &minute))
		return 0;
	struct doc *time = doc_object();
	doc_set_bool(time, "is_am", hour < 12);
	doc_set_int(time, "hour", hour > 12 ? hour - 12 : hour);
	doc_set_text(time, "minute", minute ? arena_text("%02d", minute) : "");
	bool is_pun = minute && text_has_word("0 1 3 4 6 8", arena_text("%d", minute % 10));
	doc_set_bool(time, "is_pun", is_pun); /* how 分 is read */
	doc_set_bool(time, "is_fun", minute && !is_pun);
	doc_set(row, part, time);
	return clock_at(day_parse(doc_text(row, "day_on")), hour, minute);
}

static void seats_fill(struct doc *row)
{
	int64_t capacity = doc_int(row, "capacity");
	int64_t left = seats_left(capacity, doc_int(row, "taken"));
	doc_set_bool(row, "has_limit", capacity > 0);
	doc_set_int(row, "left", capacity > 0 ? left : 0);
	doc_set_bool(row, "is_full", left == 0);
}

/* The parts of the day's box. */
static void day_fill(struct doc *row)
{
	int year, month, date;
	int day = day_parse(doc_text(row, "day_on"));
	if (day == DAY_NONE)
		return;
	day_split(day, &year, &month, &date);
	doc_set_text(row, "month_key", arena_text("meetings_month_%d", month));
	doc_set_text(row, "week_key", arena_text("meetings_week_%d", day_weekday(day)));
	doc_set_int(row, "date", date);
}

void meeting_fill(struct doc *row)
{
	const char *state = doc_text(row, "state");
	doc_set_int(row, "begins_at", time_put(row, "starts", "begins"));
	doc_set_int(row, "ends_at", time_put(row, "ends", "closes"));
	doc_set_text(row, "state_key", arena_text("state_meetings_%s", state));
	doc_set_text(row, "state_tone", state_tone("meetings", state));
	doc_set_text(row, "kind_key", arena_text("meeting_kind_%s", doc_text(row, "kind")));
	doc_set_text(row, "path", arena_text("/meetings/%s", doc_text(row, "id")));
	bool is_open = signup_is_open(state, day_parse(doc_text(row, "day_on")), day_today());
	doc_set_bool(row, "is_signup_open", is_open);
	day_fill(row);
	seats_fill(row);
}

static struct doc *rows_fill(struct doc *rows)
{
	for (struct doc *row = doc_first(rows); row; row = doc_next(row)) {
		meeting_fill(row);
		doc_set_text(row, "place_key", arena_text("%s.%s", doc_text(row, "day_on"), doc_text(row, "id")));
	}
	return rows;
}

static void calendar_show(struct visit *visit, const struct doc *rows, const char *name)
{
	static struct calendar_event events[CALENDAR_MOST];
	int count = 0;
	for (struct doc *row = doc_first(rows); row && count < CALENDAR_MOST; row = doc_next(row))
		events[count++] = (struct calendar_event){
			.uid = arena_text("meeting-%s@%s", doc_text(row, "id"), config("code")),
			.title = doc_text(row, "title"),
			.place = doc_text(row, "place"),
			.about = doc_text(row, "about"),
			.url = arena_text("%s%s", config("base_url"), doc_text(row, "path")),
			.begins_at = doc_int(row, "begins_at"),
			.ends_at = doc_int(row, "ends_at"),
			.changed_at = doc_int(row, "changed_at"),
			.sequence = doc_int(row, "version"),
			.is_cancelled = text_equal(doc_text(row, "state"), "cancelled"),
		};
	page_text(visit, "text/calendar; charset=utf-8", calendar_text(name, events, count), "meetings.ics");
}

static void meetings_html(struct visit *visit, struct doc *document)
{
	const char *before = visit_parameter(visit, "before");
	struct doc *coming = *before ? doc_array() : rows_fill(meeting_list_coming(visit->db, day_today(), COMING_MOST));
	doc_set_bool(document, "is_first_page", !*before);
	doc_set_bool(document, "has_coming", doc_count(coming) > 0);
	doc_set(document, "coming", coming);
	doc_set_bool(document, "may_plan", viewer_has(&visit->viewer, ROLE_COORDINATOR));
	doc_set(document, "rates", promises_rates(visit));
	doc_set_bool(document, "has_rates", doc_count(doc_get(document, "rates")) > 0);
}

void meetings_page(struct visit *visit)
{
	struct doc *document = doc_object();
	bool is_html = visit->twin == TWIN_HTML;
	int limit = visit->twin == TWIN_ICS ? CALENDAR_MOST : PAGE_ROWS + 1;
	struct doc *rows = meeting_list(visit->db, visit_parameter(visit, "before"), is_html ? day_today() : DAY_NONE, limit);
	rows_fill(rows);
	visit->clause = clause;
	if (visit->twin == TWIN_ICS) {
		calendar_show(visit, rows, text_of(LANGUAGE_JA, "meetings_title"));
		return;
	}
	page_pager(visit, document, rows, "place_key");
	if (is_html)
		meetings_html(visit, document);
	page_show(visit, "meetings/list", "meetings_title", document);
}

char *meeting_path(const struct visit *visit, const char *rest)
{
	return arena_text("/meetings/%s%s", visit->words[0], rest);
}

struct doc *meeting_document(struct visit *visit)
{
	struct doc *document = doc_object();
	struct doc *meeting = meeting_row(visit->db, visit_id(visit, 0));
	meeting_fill(meeting);
	doc_set(document, "meeting", meeting);
	doc_set_text(document, "meeting_title", doc_text(meeting, "title"));
	doc_set_text(document, "meeting_path", doc_text(meeting, "path"));
	visit->clause = clause;
	page_crumb(visit, "/meetings", "meetings_title", NULL);
	if (!text_equal(visit->path, doc_text(meeting, "path")))
		page_crumb(visit, doc_text(meeting, "path"), NULL, doc_text(meeting, "title"));
	return document;
}

static void steps_fill(struct doc *document, const char *state, bool are_minutes_out)
{
	static const char *const states[] = {"planned", "open", "fixed", "held", "minutes"};
	enum { STEPS = sizeof states / sizeof *states };
	int now = 0;
	for (int i = 0; i < STEPS; i++)
		if (text_equal(states[i], state))
			now = i;
	if (text_equal(state, "held"))
		now = are_minutes_out ? STEPS : STEPS - 1;
	struct doc *steps = doc_array();
	for (int i = 0; i < STEPS; i++) {
		struct doc *step = doc_set_text(doc_object(), "label_key", arena_text("meetings_step_%s", states[i]));
		doc_set_bool(step, "is_done", i < now);
		doc_set_bool(step, "is_now", i == now);
		doc_push(steps, doc_set_text(step, "on", ""));
	}
	doc_set(document, "steps", steps);
	doc_set_bool(document, "has_steps", !text_equal(state, "cancelled"));
}

static void minutes_fill(struct visit *visit, struct doc *document)
{
	struct case_file minutes = {.state = ""};
	int64_t id = minutes_find(visit->db, visit->subject.id);
	bool exists = id && case_find(visit->db, id, &minutes);
	bool is_out = exists && minutes.is_public;
	doc_set_bool(document, "are_minutes_out", is_out);
	doc_set_bool(document, "has_minutes", exists && (is_out || minutes_may_read(visit)));
	doc_set_text(document, "minutes_path", meeting_path(visit, "/minutes"));
	doc_set_text(document, "minutes_state_key", exists ? arena_text("state_minutes_%s", minutes.state) : "");
	doc_set_text(document, "minutes_state_tone", exists ? state_tone("minutes", minutes.state) : "");
}

static const struct move *meeting_move(const char *name)
{
	return move_find(machine_find("meetings"), name);
}

static void signup_fill(struct visit *visit, struct doc *document)
{
	struct doc *own = signup_of_viewer(visit);
	const char *state = doc_text(own, "state");
	bool comes = text_equal(state, "in");
	doc_set(document, "seats", signup_counts(visit->db, visit->subject.id));
	doc_set_text(document, "own_state_key", *state ? arena_text("signup_state_%s", state) : "");
	doc_set_text(document, "online", comes ? meeting_online(visit->db, visit->subject.id) : "");
	doc_set_bool(document, "has_online", *meeting_online(visit->db, visit->subject.id) != '\0');
	doc_set_text(document, "signup_path", meeting_path(visit, "/signup"));
}

static void may_fill(struct visit *visit, struct doc *document)
{
	const struct case_file *subject = &visit->subject;
	bool is_coordinator = viewer_has(&visit->viewer, ROLE_COORDINATOR);
	bool is_before = text_has_word("planned open fixed postponed", subject->state);
	bool may_add = move_may(visit->db, &visit->viewer, subject, meeting_move("add_item"));
	bool may_decide = move_may(visit->db, &visit->viewer, subject, meeting_move("accept_item"));
	doc_set_text(document, "agenda_path", may_add ? meeting_path(visit, "/agenda") : "");
	doc_set_text(document, "decide_path", may_decide ? meeting_path(visit, "/agenda/") : "");
	doc_set_text(document, "edit_path", is_coordinator && is_before ? meeting_path(visit, "/edit") : "");
	doc_set_text(document, "people_path", is_coordinator ? meeting_path(visit, "/people") : "");
	doc_set_text(document, "results_path", is_coordinator && text_equal(subject->state, "held") ? meeting_path(visit, "/results") : "");
}

static void agenda_fill(struct visit *visit, struct doc *document)
{
	bool with_notes = doc_bool(document, "are_minutes_out") || (visit->viewer.person_id && minutes_may_read(visit));
	struct doc *items = agenda_shown(visit->db, &visit->viewer, visit->subject.id, with_notes);
	const char *decide = doc_text(document, "decide_path");
	for (struct doc *item = doc_first(items); item; item = doc_next(item))
		doc_set_text(item, "decide_path", *decide && !doc_bool(item, "is_promise") ? arena_text("%s%s", decide, doc_text(item, "id")) : "");
	doc_remove(document, "decide_path");
	doc_set_bool(document, "has_agenda", doc_count(items) > 0);
	doc_set(document, "agenda", items);
	struct doc *promises = promises_shown(visit, promise_list(visit->db, visit->subject.id));
	doc_set_bool(document, "has_promises", doc_count(promises) > 0);
	doc_set(document, "promises", promises);
	doc_set_text(document, "promises_path", meeting_path(visit, "/promises"));
}

void meeting_page(struct visit *visit)
{
	struct doc *document = meeting_document(visit);
	struct doc *meeting = doc_get(document, "meeting");
	if (visit->twin == TWIN_ICS) {
		struct doc *rows = doc_array();
		doc_push(rows, doc_copy(meeting));
		calendar_show(visit, rows, doc_text(meeting, "title"));
		return;
	}
	doc_set_text(document, "title", doc_text(meeting, "title"));
	page_case(visit, document);
	minutes_fill(visit, document);
	steps_fill(document, visit->subject.state, doc_bool(document, "are_minutes_out"));
	signup_fill(visit, document);
	may_fill(visit, document);
	agenda_fill(visit, document);
	doc_set_int(document, "updated_at", doc_int(meeting, "changed_at"));
	doc_set_int(document, "page_id", visit->subject.id);
	page_show(visit, "meetings/show", NULL, document);
}
