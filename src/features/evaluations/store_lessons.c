/* SQL of lessons (次に生かすこと): what a published evaluation hands on, and what the side it is addressed to answered. */
#include "features/evaluations/store.h"

#include "base/clock.h"

void lesson_insert(struct db *db, int64_t evaluation_id, int number, const struct doc *lesson)
{
	db_run(db,
	       "INSERT INTO evaluation_lessons (evaluation_id, number, lesson, side)"
	       " VALUES (:evaluation, :number, :lesson, :side)",
	       DB(V_INT("evaluation", evaluation_id), V_INT("number", number), V_TEXT("lesson", doc_text(lesson, "lesson")),
	          V_TEXT("side", doc_text(lesson, "side"))));
}

#define LESSON_ROWS                                                                                                                \
	"SELECT id, number, lesson, side, answer, why, by_on, answered_on FROM evaluation_lessons WHERE evaluation_id = :evaluation"

struct doc *lesson_list(struct db *db, int64_t evaluation_id)
{
	return db_rows(db, LESSON_ROWS " ORDER BY number LIMIT 200", DB(V_INT("evaluation", evaluation_id)));
}

struct doc *lesson_row(struct db *db, int64_t evaluation_id, int64_t number)
{
	return db_row(db, LESSON_ROWS " AND number = :number", DB(V_INT("evaluation", evaluation_id), V_INT("number", number)));
}

void lesson_update_answer(struct db *db, int64_t evaluation_id, int64_t number, const struct doc *answer, int day)
{
	db_run(db,
	       "UPDATE evaluation_lessons SET answer = :answer, why = :why, by_on = :by, answered_on = :day"
	       " WHERE evaluation_id = :evaluation AND number = :number",
	       DB(V_TEXT("answer", doc_text(answer, "answer")), V_TEXT("why", doc_text(answer, "why")),
	          V_TEXT("by", doc_text(answer, "by_on")), V_TEXT("day", day_iso(day)), V_INT("evaluation", evaluation_id),
	          V_INT("number", number)));
}

int64_t lesson_count_open(struct db *db, int64_t evaluation_id, const char *side)
{
	return db_int(db,
	              "SELECT count(*)"
	              " FROM evaluation_lessons"
	              " WHERE evaluation_id = :evaluation AND answer = '' AND (:side = '' OR side = :side)",
	              DB(V_INT("evaluation", evaluation_id), V_TEXT("side", side)));
}

#define PUBLISHED                                                                                                                  \
	"SELECT l.number, l.lesson, l.side, l.answer, c.parent_id AS project_id, c.title"                                          \
	" FROM cases c"                                                                                                            \
	" JOIN evaluation_lessons l ON l.evaluation_id = c.id"                                                                     \
	" WHERE c.kind = 'evaluations' AND c.is_public = 1"
#define NEWEST " ORDER BY c.id DESC, l.number LIMIT 30"

struct doc *lesson_list_group(struct db *db, int64_t group_id)
{
	return db_rows(db, PUBLISHED " AND c.group_id = :group" NEWEST, DB(V_INT("group", group_id)));
}

struct doc *lesson_list_department(struct db *db, int64_t department_id)
{
	return db_rows(db, PUBLISHED " AND c.department_id = :department" NEWEST, DB(V_INT("department", department_id)));
}
