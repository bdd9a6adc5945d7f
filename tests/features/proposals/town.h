/* A small town for tests of proposals: a group with a contact and a member, a department, the coordinator, a stranger, a visitor. */
#ifndef TESTS_FEATURES_PROPOSALS_TOWN_H
#define TESTS_FEATURES_PROPOSALS_TOWN_H

#include "support/portal.h"
#include "support/store.h"

#include "base/arena.h"

#include <string.h>

struct town {
	struct portal *portal;
	int64_t group;
	int64_t department;
	struct browser *writer;      /* a contact of the group */
	struct browser *member;      /* a plain member of it */
	struct browser *office;      /* staff of the department */
	struct browser *coordinator;
	struct browser *stranger;    /* a contact of another group */
	struct browser *visitor;
};

/* A fresh portal with these people, on Monday 2026-06-01. */
struct town town_new(void);

/* "/proposals/12" + rest. */
const char *path_of(int64_t id, const char *rest);
int64_t newest(struct town *town);
const char *state_of(struct town *town, int64_t id);

/* Fills one section, or all of them with a plausible text. */
void section_post(struct browser *browser, int64_t id, const char *section, const char *const *fields);
void content_write(struct browser *browser, int64_t id);
/* The check page and its press; `then` must be part of where it leads. */
void check_send(struct browser *browser, int64_t id, const char *then);
/* A move's page and its press: the status of the page if it is not 200, else of the press. */
int move_post(struct browser *browser, int64_t id, const char *move, const char *const *fields);

/* How often somebody was told of a move of the case, and how often the record has it. */
int64_t told(struct town *town, int64_t id, const char *email, const char *move);
int64_t recorded(struct town *town, int64_t id, const char *move);

/* Proposals of the group, as far as that. */
int64_t draft_new(struct town *town);
int64_t sent_new(struct town *town);
int64_t coordinating_new(struct town *town);
int64_t dialogue_new(struct town *town);
int64_t final_new(struct town *town);
/* An invitation of the department, published to all or offered to the group. */
int64_t invitation_new(struct town *town, const char *audience);

#endif
