/* The forms of accounts as tables, and the one rule for new passwords. Text keys begin with the form's name. */
#include "features/accounts/forms.h"

#include "base/arena.h"
#include "base/text.h"

/* A run of one character is no password. */
static bool is_one_character(const char *text)
{
	size_t first = 1;
	while (((unsigned char)text[first] & 0xC0) == 0x80)
		first++;
	return !*text_replace(text, arena_copy_part(text, first), "");
}

static void password_check_in(struct visit *visit, const struct form *form, const struct doc *values, struct doc *errors)
{
	const char *password = doc_text(values, "password");
	if (!*password)
		return;
	if (text_length(password) < PASSWORD_LEAST)
		form_error(visit, errors, form, "password", "accounts_error_short", NULL);
	else if (is_one_character(password) || text_equal(password, doc_text(values, "email")))
		form_error(visit, errors, form, "password", "accounts_error_easy", NULL);
}

static void signup_check(struct visit *visit, const struct doc *values, struct doc *errors)
{
	password_check_in(visit, &accounts_signup_form, values, errors);
}

static void password_check(struct visit *visit, const struct doc *values, struct doc *errors)
{
	password_check_in(visit, &accounts_password_form, values, errors);
}

static void change_check(struct visit *visit, const struct doc *values, struct doc *errors)
{
	password_check_in(visit, &accounts_change_form, values, errors);
}

static void invite_check(struct visit *visit, const struct doc *values, struct doc *errors)
{
	password_check_in(visit, &accounts_invite_form, values, errors);
}

#define NAME_FIELD {"name", FIELD_TEXT, true, 60, .autocomplete = "name"}
#define NEW_PASSWORD_FIELD {"password", FIELD_NEW_PASSWORD, true, PASSWORD_MOST, .autocomplete = "new-password"}
#define OLD_PASSWORD_FIELD {"password_now", FIELD_PASSWORD, true, PASSWORD_MOST, .autocomplete = "current-password"}
#define NEXT_FIELD {"next", FIELD_HIDDEN, false, .most = 1000}

static const struct field signup_fields[] = {
	NAME_FIELD,
	{"email", FIELD_EMAIL, true, 200, .autocomplete = "email"},
	NEW_PASSWORD_FIELD,
	NEXT_FIELD,
	{0},
};
const struct form accounts_signup_form = {.name = "accounts_signup", .fields = signup_fields, .check = signup_check};

static const struct field code_fields[] = {
	{"email", FIELD_HIDDEN, true, .most = 200},
	{"code", FIELD_CODE, true, 20, .autocomplete = "one-time-code"},
	{0},
};
const struct form accounts_code_form = FORM("accounts_code", code_fields);

static const struct field confirm_fields[] = {OLD_PASSWORD_FIELD, {0}};
const struct form accounts_confirm_form = FORM("accounts_confirm", confirm_fields);

static const struct field login_fields[] = {
	{"email", FIELD_EMAIL, true, 200, .autocomplete = "username"},
	{"password", FIELD_PASSWORD, true, PASSWORD_MOST, .autocomplete = "current-password"},
	{"is_short", FIELD_CHECK, .is_required = false},
	NEXT_FIELD,
	{0},
};
const struct form accounts_login_form = FORM("accounts_login", login_fields);

static const struct field reset_fields[] = {{"email", FIELD_EMAIL, true, 200, .autocomplete = "username"}, {0}};
const struct form accounts_reset_form = FORM("accounts_reset", reset_fields);

static const struct field password_fields[] = {NEW_PASSWORD_FIELD, {0}};
const struct form accounts_password_form = {.name = "accounts_password", .fields = password_fields, .check = password_check};

static const struct field change_fields[] = {OLD_PASSWORD_FIELD, NEW_PASSWORD_FIELD, {0}};
const struct form accounts_change_form = {.name = "accounts_change", .fields = change_fields, .check = change_check};

static const struct field profile_fields[] = {
	NAME_FIELD,
	{"kana", FIELD_KANA, false, .most = 100},
	{"public_name", FIELD_TEXT, false, 60, .autocomplete = "nickname"},
	{"phone", FIELD_PHONE, false, 30, .autocomplete = "tel"},
	{"address", FIELD_TEXT, false, 200, .autocomplete = "off"},
	{"language", FIELD_RADIO, true, .choices = "ja easy en"},
	{0},
};
const struct form accounts_profile_form = FORM("accounts_profile", profile_fields);

static const struct field email_fields[] = {{"email", FIELD_EMAIL, true, 200, .autocomplete = "email"}, OLD_PASSWORD_FIELD, {0}};
const struct form accounts_email_form = FORM("accounts_email", email_fields);

static const struct field close_fields[] = {OLD_PASSWORD_FIELD, {"is_sure", FIELD_CHECK, .is_required = true}, {0}};
const struct form accounts_close_form = FORM("accounts_close", close_fields);

static const struct field invite_fields[] = {NAME_FIELD, NEW_PASSWORD_FIELD, {0}};
const struct form accounts_invite_form = {.name = "accounts_invite", .fields = invite_fields, .check = invite_check};
