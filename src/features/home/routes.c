/* The addresses of home. */
#include "features/home/home.h"
#include "features/home/pages.h"

static const struct route routes[] = {
	{"GET", "/", ACCESS_ALL, home_page, .twins = HAS_JSON},
	{"GET", "/doors/{name}", ACCESS_ALL, home_door_page},
	{"GET", "/health", ACCESS_ALL, home_health_page},
	{"GET", "/display", ACCESS_ALL, display_page},
	{"POST", "/display", ACCESS_ALL, display_action},
	{"GET", "/feedback", ACCESS_ALL, feedback_page},
	{"POST", "/feedback", ACCESS_ALL, feedback_action},
};

const struct feature feature_home = {"home", routes, sizeof routes / sizeof *routes, NULL};
