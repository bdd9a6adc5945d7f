/* A small machine of its own for the engine's tests: kind "things", from draft to accepted, with every kind of flag. */
#ifndef TESTS_SUPPORT_THINGS_H
#define TESTS_SUPPORT_THINGS_H

#include "support/store.h"

/* Registered by things_begin. */
extern const struct machine things;

/* A city with one group, one department, one coordinator, and a thing of the group. */
struct town {
	struct db *db;
	int64_t group, department;
	int64_t contact, member, staff, coordinator; /* persons with these posts */
	int64_t thing;                               /* opened by `contact` */
	struct viewer as_contact, as_member, as_staff, as_coordinator, nobody;
};

/* A fresh store with all of it; texts loaded, machine registered. */
struct town things_begin(void);
/* Performs a move with the case's present version. */
enum move_result things_move(struct town *town, const struct viewer *viewer, const char *move, const char *reason);
/* The thing as it is now. */
struct case_file things_now(struct town *town);
/* Drafts and executes a binding move as the coordinator, decided today. */
enum move_result things_bind(struct town *town, const char *move, const char *reason);
/* How often the move "accept" was followed (its `follow`) in this process. */
int things_followed(void);

#endif
