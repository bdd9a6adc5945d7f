/* Every SQL statement of the guideline: it only reads. */
#include "features/guideline/store.h"

struct doc *guideline_counts(struct db *db)
{
	return db_rows(db,
	               "SELECT kind, state, count(*) AS count FROM cases"
	               " WHERE kind IN ('groups', 'proposals', 'agreements', 'projects', 'evaluations', 'meetings')"
	               " GROUP BY kind, state"
	               " UNION ALL"
	               " SELECT kind, state, count(*) FROM cases WHERE kind = 'promises' AND is_public = 1 GROUP BY state",
	               DB_NONE);
}

int64_t guideline_entries(struct db *db)
{
	return db_int(db, "SELECT coalesce(max(number), 0) FROM ledger", DB_NONE);
}

struct doc *guideline_answers(struct db *db, int64_t from)
{
	return db_rows(db,
	               "SELECT asked.at AS asked_at, answer.at AS answered_at"
	               " FROM ledger asked JOIN ledger answer ON answer.number ="
	               " (SELECT min(next.number) FROM ledger next"
	               "   WHERE next.case_id = asked.case_id AND next.number > asked.number"
	               "   AND next.move IN ('groups.return', 'groups.register', 'groups.refuse', 'groups.change_accept', 'groups.change_return',"
	               "    'proposals.return', 'proposals.pass', 'proposals.release', 'proposals.offer', 'proposals.ineligible'))"
	               " WHERE asked.number > :from"
	               " AND asked.move IN ('groups.submit', 'groups.change_submit', 'proposals.submit', 'proposals.resubmit')",
	               DB(V_INT("from", from > 0 ? from : 0)));
}
