/* Saving and keeping what was typed for a case. SQL: store_versions.c. */
#include "workflow/version.h"

#include "adapters/secret.h"
#include "base/text.h"
#include "workflow/inside.h"

#include <string.h>

/* Which side writes: the group's people are its side also when they work for the city. */
static const char *viewer_side(struct db *db, const struct viewer *viewer, int64_t case_id)
{
	struct case_file subject;
	if (case_find(db, case_id, &subject) && subject.group_id && viewer_in_group(viewer, subject.group_id))
		return "group";
	return viewer_has(viewer, ROLE_DEPARTMENT | ROLE_COORDINATOR) ? "city" : "";
}

/* Whether nobody saved since the writer read: the draft of that `saves`, or no draft at all (0). */
static bool saves_match(const struct doc *newest, int64_t saves_seen)
{
	if (saves_seen < 0)
		return true;
	return doc_bool(newest, "is_draft") ? doc_int(newest, "saves") == saves_seen : saves_seen == 0;
}

bool version_save(struct db *db, const struct viewer *viewer, int64_t case_id, const char *part, const struct doc *content,
                  int64_t saves_seen)
{
	struct doc *newest = version_newest(db, case_id, part);
	if (!saves_match(newest, saves_seen))
		return false;
	struct version_text text = {.content = doc_canonical(content), .person_id = viewer->person_id};
	text.fingerprint = secret_sha256_hex(text.content, strlen(text.content));
	text.side = viewer_side(db, viewer, case_id);
	if (doc_bool(newest, "is_draft"))
		return version_row_update(db, doc_int(newest, "id"), doc_int(newest, "saves"), &text);
	version_row_insert(db, case_id, part, newest, &text);
	return true;
}

int64_t version_keep(struct db *db, int64_t case_id, const char *part)
{
	struct doc *newest = version_newest(db, case_id, part);
	if (doc_bool(newest, "is_draft"))
		version_row_keep(db, doc_int(newest, "id"));
	return doc_int(newest, "number");
}
