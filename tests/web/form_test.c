/* Forms: read tolerantly, checked with words that say what to do, shown again with everything typed. */
#include "support/portal.h"

#include "base/arena.h"
#include "base/text.h"
#include "web/form.h"

#include <string.h>

static const struct field row_fields[] = {
	{.name = "item", .kind = FIELD_TEXT, .is_required = true},
	{.name = "amount", .kind = FIELD_MONEY, .is_required = true},
	{.name = NULL},
};
/* Labels come from texts that exist: the form "admin_day" has day_on, kind and name. */
static const struct field fields[] = {
	{.name = "day_on", .kind = FIELD_DAY, .is_required = true},
	{.name = "name", .kind = FIELD_TEXT, .is_required = true, .most = 5},
	{.name = "kind", .kind = FIELD_RADIO, .is_required = true, .choices = "closed open"},
	{.name = "lines", .kind = FIELD_GRID, .columns = row_fields, .total = "amount"},
	{.name = "number", .kind = FIELD_NUMBER, .least = 1, .most = 10},
	{.name = "many", .kind = FIELD_CHECKS, .choices = "a b c"},
	{.name = "at", .kind = FIELD_TIME},
	{.name = "kana", .kind = FIELD_KANA},
	{.name = NULL},
};
static const struct form form = FORM("admin_day", fields);

static struct visit visit_typed(struct request *request, const char *const *typed)
{
	portal_new();
	*request = (struct request){.method = METHOD_POST};
	for (int i = 0; typed[i]; i += 2)
		pairs_add(&request->fields, typed[i], typed[i + 1]);
	return (struct visit){.request = request};
}

static const char *error_at(const struct doc *errors, const char *field)
{
	for (struct doc *error = doc_first(errors); error; error = doc_next(error))
		if (text_equal(doc_text(error, "field"), field))
			return doc_text(error, "message");
	return "";
}

TEST(what_people_type_is_understood)
{
	struct request request;
	struct visit visit = visit_typed(&request, FIELDS("day_on_year", "令和８", "day_on_month", "４", "day_on_date", "1", "name", "　花見　",
	                                                  "kind", "open", "lines.0.item", "茶", "lines.0.amount", "１万２千円", "number", "７",
	                                                  "many[]", "a", "many", "c", "at", "午後1時30分", "kana", "はなみ"));
	struct doc *errors = doc_array();
	struct doc *values = form_read(&visit, &form, errors);
	assert_int_equal(doc_count(errors), 0);
	assert_string_equal(doc_text(values, "day_on"), "2026-04-01");
	assert_string_equal(doc_text(values, "name"), "花見");
	assert_int_equal(doc_int(doc_first(doc_get(values, "lines")), "amount"), 12000);
	assert_int_equal(doc_int(values, "number"), 7);
	assert_int_equal(doc_count(doc_get(values, "many")), 2);
	assert_string_equal(doc_text(values, "at"), "13:30");
	assert_string_equal(doc_text(values, "kana"), "ハナミ");
}

TEST(what_is_missing_or_wrong_is_said_at_its_field)
{
	struct request request;
	struct visit visit = visit_typed(&request, FIELDS("day_on_year", "2026", "day_on_month", "2", "day_on_date", "30", "name", "六文字あります",
	                                                  "kind", "sideways", "lines.3.item", "", "lines.3.amount", "たくさん", "number", "11",
	                                                  "many", "z", "at", "25時"));
	struct doc *errors = doc_array();
	struct doc *values = form_read(&visit, &form, errors);
	assert_true(text_starts(error_at(errors, "day_on"), "日は、ある日付を"));
	assert_string_equal(error_at(errors, "name"), "わけは5文字以内で入力してください（いま7文字です）");
	assert_true(*error_at(errors, "kind"));
	assert_true(*error_at(errors, "lines-0-amount"));
	assert_true(*error_at(errors, "number"));
	assert_true(*error_at(errors, "many"));
	assert_true(*error_at(errors, "at"));
	assert_string_equal(doc_text(values, "day_on_date"), "30");
	assert_string_equal(doc_text(doc_first(doc_get(values, "lines")), "amount"), "たくさん");
}

TEST(a_draft_requires_nothing)
{
	struct request request;
	struct visit visit = visit_typed(&request, NO_FIELDS);
	struct doc *errors = doc_array();
	form_read_draft(&visit, &form, errors);
	assert_int_equal(doc_count(errors), 0);
	form_read(&visit, &form, errors);
	assert_int_equal(doc_count(errors), 3);
}

TEST(empty_rows_are_dropped_and_far_rows_ignored)
{
	struct request request;
	struct visit visit = visit_typed(&request, FIELDS("lines.0.item", "", "lines.0.amount", "", "lines.2.item", "茶", "lines.2.amount", "5",
	                                                  "lines.999999.item", "遠い", "lines.-1.item", "前", "lines.x.item", "何"));
	struct doc *errors = doc_array();
	struct doc *values = form_read_draft(&visit, &form, errors);
	assert_int_equal(doc_count(doc_get(values, "lines")), 1);
	assert_string_equal(doc_text(doc_first(doc_get(values, "lines")), "item"), "茶");
}

TEST(fields_show_what_was_typed_with_its_error)
{
	struct request request;
	struct visit visit = visit_typed(&request, FIELDS("name", "<b>長い名前です"));
	struct doc *errors = doc_array();
	struct doc *values = form_read(&visit, &form, errors);
	struct doc *shown = form_fields(&visit, &form, values, errors);
	struct doc *name = doc_next(doc_first(shown));
	assert_string_equal(doc_text(name, "value"), "<b>長い名前です");
	assert_true(doc_bool(name, "has_error"));
	assert_true(doc_bool(name, "is_required"));
	assert_string_equal(doc_text(name, "described_by"), "f_name-error");
}

TEST(differences_name_what_changed)
{
	struct request request;
	struct visit visit = visit_typed(&request, NO_FIELDS);
	struct doc *before = doc_set_text(doc_set_text(doc_object(), "name", "前"), "day_on", "2026-04-01");
	struct doc *after = doc_set_text(doc_set_text(doc_object(), "name", "後"), "day_on", "2026-04-01");
	struct doc *changes = form_changes(&visit, &form, before, after);
	assert_int_equal(doc_count(changes), 1);
	assert_string_equal(doc_text(doc_first(changes), "before"), "前");
	assert_string_equal(doc_text(doc_first(changes), "after"), "後");
}

TEST(after_signing_in_again_a_form_is_shown_and_not_sent)
{
	struct request request;
	struct visit visit = visit_typed(&request, FIELDS("_resume", "1", "name", "花見"));
	struct doc *errors = doc_array();
	form_read(&visit, &form, errors);
	assert_true(text_starts(error_at(errors, ""), "ログインし直しました"));
}
