/* The addresses of admin. */
#include "features/admin/admin.h"
#include "features/admin/pages.h"

static const struct route routes[] = {
	{"GET", "/admin", ACCESS_ADMIN, admin_page},
	{"GET", "/admin/people", ACCESS_ADMIN, admin_people_page},
	{"GET", "/admin/people/new", ACCESS_ADMIN, admin_person_new_page},
	{"POST", "/admin/people/new", ACCESS_ADMIN, admin_person_new_action},
	{"GET", "/admin/people/{id}", ACCESS_ADMIN, admin_person_page},
	{"POST", "/admin/people/{id}/seats", ACCESS_ADMIN, admin_seat_action},
	{"POST", "/admin/people/{id}/disable", ACCESS_ADMIN, admin_disable_action},
	{"POST", "/admin/seats/{id}/end", ACCESS_ADMIN, admin_seat_end_action},
	{"GET", "/admin/settings", ACCESS_ADMIN, admin_settings_page},
	{"POST", "/admin/settings", ACCESS_ADMIN, admin_settings_action},
	{"GET", "/admin/days", ACCESS_ADMIN, admin_days_page},
	{"POST", "/admin/days", ACCESS_ADMIN, admin_days_action},
	{"GET", "/admin/departments", ACCESS_ADMIN, admin_departments_page},
	{"POST", "/admin/departments", ACCESS_ADMIN, admin_departments_action},
};

const struct feature feature_admin = {"admin", routes, sizeof routes / sizeof *routes, NULL};
