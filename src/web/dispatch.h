/* The order of a request: the only place that knows it. */
#ifndef WEB_DISPATCH_H
#define WEB_DISPATCH_H

#include "adapters/db.h"
#include "http/request.h"
#include "http/response.h"

/* What a worker has, made once after the fork. */
struct app {
	struct db *reader;
	struct db *writer;
};

/* Answers one request: route → viewer → guard → body → begin → handler → end. Never fails: faults become pages. */
void dispatch(struct app *app, struct request *request, struct response *response);

/* The one small write after sending (session touched, notices marked read). */
void dispatch_after(struct app *app, struct request *request);

#endif
