/* Prints what is wrong with a template or a text. Decides nothing. */
#include "adapters/template_fault.h"

#include <stdarg.h>
#include <stdio.h>

void fault_add(struct faults *faults, const char *file, int line, const char *format, ...)
{
	faults->count++;
	fprintf(stderr, "templates/%s:", file);
	if (line)
		fprintf(stderr, "%d:", line);
	fputc(' ', stderr);
	va_list arguments;
	va_start(arguments, format);
	vfprintf(stderr, format, arguments);
	va_end(arguments);
	fputc('\n', stderr);
}

int fault_line(const char *text, const char *place)
{
	int line = 1;
	for (; text < place; text++)
		line += *text == '\n';
	return line;
}
