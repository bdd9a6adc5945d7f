/* Faults found while templates and texts are loaded: named on standard error, counted. Nothing at run time. */
#ifndef ADAPTERS_TEMPLATE_FAULT_H
#define ADAPTERS_TEMPLATE_FAULT_H

struct faults {
	int count;
};

/* Prints "templates/FILE:LINE: words" (without the line when it is 0) and counts it. */
void fault_add(struct faults *faults, const char *file, int line, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

/* The line of `place` in `text`, from 1. */
int fault_line(const char *text, const char *place);

#endif
