/* The pages that the web server shows when the program cannot: DATA/errors/<status>.html, made from our templates with this city's settings. */
#ifndef COMMANDS_ERROR_PAGES_H
#define COMMANDS_ERROR_PAGES_H

#include "adapters/db.h"

/* Writes them anew (each in one step, so that no half page is ever served). False with a log line. */
bool error_pages_write(struct db *reader);

#endif
