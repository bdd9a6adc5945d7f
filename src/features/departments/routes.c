/* The addresses of departments: method, pattern, who may enter, function. */
#include "features/departments/departments.h"

#include "features/departments/pages.h"

static const struct route routes[] = {
	{"GET", "/departments", ACCESS_ALL, department_list_page, .twins = HAS_JSON | HAS_CSV},
	{"GET", "/departments/{id}", ACCESS_ALL, department_page, .twins = HAS_JSON},
	{"GET", "/departments/{id}/edit", ACCESS_PERSON, department_edit_page},
	{"POST", "/departments/{id}/edit", ACCESS_PERSON, department_edit_action},
};

const struct feature feature_departments = {"departments", routes, sizeof routes / sizeof *routes, NULL};
