/* The seal: who may read which sheet. Everything else that needs a sheet's content asks here; no other file reads the parts "group" and
 * "city". */
#include "features/evaluations/store.h"

#include "base/clock.h"
#include "base/text.h"
#include "workflow/version.h"

const char *evaluation_side(const struct viewer *viewer, const struct case_file *subject)
{
	if (subject->group_id && viewer_in_group(viewer, subject->group_id))
		return "group";
	return subject->department_id && viewer_in_department(viewer, subject->department_id) ? "city" : "";
}

struct doc *sheet_find(struct db *db, const struct viewer *viewer, const struct case_file *subject, const char *side)
{
	struct evaluation evaluation = evaluation_find(db, subject->id);
	const struct side *of = text_equal(side, "group") ? &evaluation.group : &evaluation.city;
	if (evaluation.opened_on == DAY_NONE || !of->sheet || !case_may_see(viewer, subject))
		return NULL;
	return doc_get(version_find_number(db, subject->id, side, of->sheet), "content");
}

struct doc *writing_find(struct db *db, const struct viewer *viewer, const struct case_file *subject, const char *part)
{
	const char *own = evaluation_side(viewer, subject);
	bool is_sheet = text_has_word("group city", part);
	if (!*own || (is_sheet && !text_equal(part, own)))
		return NULL;
	return version_find(db, subject->id, part);
}
