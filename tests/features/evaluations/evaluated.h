/* A city with a project under evaluation: both parties, the coordinator, outsiders, and the steps of an evaluation in a line each. */
#ifndef TESTS_FEATURES_EVALUATIONS_EVALUATED_H
#define TESTS_FEATURES_EVALUATIONS_EVALUATED_H

#include "support/portal.h"
#include "support/store.h"

struct evaluated {
	struct portal *portal;
	int64_t group;
	int64_t department;
	int64_t project;
	int64_t evaluation;
	struct browser *writer;      /* a contact of the group */
	struct browser *member;      /* a plain member of it */
	struct browser *office;      /* staff of the department */
	struct browser *coordinator; /* of the city's collaboration section */
	struct browser *admin;
	struct browser *both;        /* a contact of the group who works in the department */
	struct browser *stranger;    /* a contact of another group */
	struct browser *elsewhere;   /* staff of another department */
	struct browser *visitor;
};

/* The clock stands at 2027-04-01; the evaluation was opened today and is filling. `sheet` standard or simple. */
struct evaluated evaluated_new(const char *sheet);
/* The clock moves on; the parties' people sign in again. */
void evaluated_later(struct evaluated *town, const char *iso);
/* "/projects/7/evaluation" + rest; "/cases/8/" + move. */
const char *evaluated_path(const struct evaluated *town, const char *rest);
const char *evaluated_move_path(const struct evaluated *town, const char *move);
const char *evaluated_state(struct evaluated *town);
/* Fills the standard sheet: the nine steps as digits ("453…"), `why` at every item. Saves and goes to the check page (303). */
int evaluated_write(struct evaluated *town, struct browser *browser, const char *steps, const char *why);
/* The same, and puts it in. */
int evaluated_put(struct evaluated *town, struct browser *browser, const char *steps, const char *why);
/* A move's page and press; the status of the last answer. */
int evaluated_move(struct evaluated *town, struct browser *browser, const char *move, const char *const *fields);
/* Posts to rest with the page's base_version. */
int evaluated_post(struct evaluated *town, struct browser *browser, const char *rest, const char *const *fields);
/* Both sheets in and opened, with purpose and roles apart (4 and 2 steps). */
void evaluated_open(struct evaluated *town);
/* The talk with a conclusion, confirmed by both. */
void evaluated_conclude(struct evaluated *town);
/* Two lessons, one for each side, and published by the coordinator. */
void evaluated_publish(struct evaluated *town);

#endif
