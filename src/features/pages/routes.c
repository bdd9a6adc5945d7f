/* The addresses of the pages that stay: the data of each row is its sheet. */
#include "features/pages/pages.h"

#include "adapters/doc.h"
#include "base/config.h"
#include "features/pages/criteria.h"
#include "features/pages/data.h"
#include "features/pages/sheets.h"
#include "web/page.h"

static void sheet_page(struct visit *visit)
{
	const struct sheet *sheet = visit->route->data;
	page_show(visit, "pages/sheet", sheet_title_key(sheet), sheet_document(visit, sheet));
}

static void results_page(struct visit *visit)
{
	struct doc *document = sheet_document(visit, &sheet_results);
	doc_set(document, "criteria", criteria_list());
	page_crumb(visit, "/accessibility", sheet_title_key(&sheet_accessibility), NULL);
	page_show(visit, "pages/results", sheet_title_key(&sheet_results), document);
}

static void opendata_page(struct visit *visit)
{
	struct doc *document = sheet_document(visit, &sheet_opendata);
	doc_set(document, "items", data_list());
	page_show(visit, "pages/opendata", sheet_title_key(&sheet_opendata), document);
}

/* Only as JSON; somebody who asks for a page is led to the one that explains. */
static void description_page(struct visit *visit)
{
	if (visit->twin == TWIN_HTML)
		page_go(visit, "/opendata", NULL);
	else
		page_text(visit, "application/json; charset=utf-8", doc_json(data_description(config("base_url"), config("service"))), NULL);
}

static const struct route routes[] = {
	{"GET", "/about", ACCESS_ALL, sheet_page, .twins = HAS_JSON, .data = &sheet_about},
	{"GET", "/accessibility", ACCESS_ALL, sheet_page, .twins = HAS_JSON, .data = &sheet_accessibility},
	{"GET", "/accessibility/results", ACCESS_ALL, results_page, .twins = HAS_JSON},
	{"GET", "/privacy", ACCESS_ALL, sheet_page, .twins = HAS_JSON, .data = &sheet_privacy},
	{"GET", "/help", ACCESS_ALL, sheet_page, .twins = HAS_JSON, .data = &sheet_help},
	{"GET", "/sitemap", ACCESS_ALL, sheet_page, .twins = HAS_JSON, .data = &sheet_sitemap},
	{"GET", "/opendata", ACCESS_ALL, opendata_page, .twins = HAS_JSON},
	{"GET", "/opendata/openapi", ACCESS_ALL, description_page, .twins = HAS_JSON},
};

const struct feature feature_pages = {"pages", routes, sizeof routes / sizeof *routes, NULL};
