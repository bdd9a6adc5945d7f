/* The routes of accounts. */
#include "features/accounts/accounts.h"

#include "features/accounts/pages.h"
#include "features/accounts/sign.h"
#include "web/guard.h"
#include "web/page.h"

void link_over_page(struct visit *visit, const char *next_path, const char *next_key)
{
	visit->page_status = 410;
	page_message(visit, "accounts_link_over", next_path, next_key);
}

static const struct route routes[] = {
	{"GET", "/signup", ACCESS_ALL, .handle = signup_page},
	{"POST", "/signup", ACCESS_ALL, .handle = signup_action, .prepare = password_prepare},
	{"POST", "/signup/code", ACCESS_ALL, .handle = signup_code_action},
	{"GET", "/signup/confirm/{token}", ACCESS_ALL, .handle = signup_confirm_page},
	{"POST", "/signup/confirm/{token}", ACCESS_ALL, .handle = signup_confirm_action, .prepare = signup_confirm_prepare},
	{"GET", "/login", ACCESS_ALL, .handle = login_page},
	{"POST", "/login", ACCESS_ALL, .handle = login_action, .prepare = login_prepare},
	{"GET", "/logout", ACCESS_ALL, .handle = logout_page},
	{"POST", "/logout", ACCESS_ALL, .handle = logout_action},
	{"GET", "/password", ACCESS_ALL, .handle = reset_page},
	{"POST", "/password", ACCESS_ALL, .handle = reset_action},
	{"GET", "/password/{token}", ACCESS_ALL, .handle = password_page},
	{"POST", "/password/{token}", ACCESS_ALL, .handle = password_action, .prepare = password_prepare},
	{"GET", "/account", ACCESS_PERSON, .handle = account_page},
	{"POST", "/account", ACCESS_PERSON, .handle = account_action},
	{"GET", "/account/password", ACCESS_PERSON, .handle = account_password_page},
	{"POST", "/account/password", ACCESS_PERSON, .handle = account_password_action, .prepare = password_prepare},
	{"GET", "/account/email", ACCESS_PERSON, .handle = account_email_page},
	{"POST", "/account/email", ACCESS_PERSON, .handle = account_email_action, .prepare = password_prepare},
	{"GET", "/account/email/{token}", ACCESS_PERSON, .handle = account_email_confirm_page},
	{"POST", "/account/email/{token}", ACCESS_PERSON, .handle = account_email_confirm_action},
	{"POST", "/account/sessions", ACCESS_PERSON, .handle = account_sessions_action},
	{"GET", "/account/data", ACCESS_PERSON, .handle = account_data_page},
	{"GET", "/account/close", ACCESS_PERSON, .handle = account_close_page},
	{"POST", "/account/close", ACCESS_PERSON, .handle = account_close_action, .prepare = password_prepare},
	{"GET", "/inbox", ACCESS_PERSON, .handle = inbox_page},
	{"POST", "/inbox", ACCESS_PERSON, .handle = inbox_action},
	{"GET", "/invite/{token}", ACCESS_ALL, .handle = invite_page},
	{"POST", "/invite/{token}", ACCESS_ALL, .handle = invite_action, .prepare = password_prepare},
};

static void accounts_start(void)
{
	guard_on_expired(login_expired_page);
}

const struct feature feature_accounts = {
	.name = "accounts",
	.routes = routes,
	.route_count = sizeof routes / sizeof *routes,
	.start = accounts_start,
};
