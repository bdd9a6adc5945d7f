/* The handlers of accounts' routes, a function a row of routes.c. */
#ifndef FEATURES_ACCOUNTS_PAGES_H
#define FEATURES_ACCOUNTS_PAGES_H

#include "web/visit.h"

/* pages_signup.c */
void signup_page(struct visit *visit);
void signup_action(struct visit *visit);
void signup_code_action(struct visit *visit);
void signup_confirm_page(struct visit *visit);
void signup_confirm_prepare(struct visit *visit);
void signup_confirm_action(struct visit *visit);

/* pages_login.c */
void login_page(struct visit *visit);
void login_prepare(struct visit *visit);
void login_action(struct visit *visit);
void logout_page(struct visit *visit);
void logout_action(struct visit *visit);
/* The sign-in form for somebody whose session has ended: it carries what they posted. */
void login_expired_page(struct visit *visit);

/* pages_password.c */
void reset_page(struct visit *visit);
void reset_action(struct visit *visit);
void password_page(struct visit *visit);
void password_action(struct visit *visit);

/* pages_account.c */
void account_page(struct visit *visit);
void account_action(struct visit *visit);
void account_password_page(struct visit *visit);
void account_password_action(struct visit *visit);
void account_sessions_action(struct visit *visit);
void account_data_page(struct visit *visit);
void account_close_page(struct visit *visit);
void account_close_action(struct visit *visit);

/* pages_email.c */
void account_email_page(struct visit *visit);
void account_email_action(struct visit *visit);
void account_email_confirm_page(struct visit *visit);
void account_email_confirm_action(struct visit *visit);

/* pages_inbox.c */
void inbox_page(struct visit *visit);
void inbox_action(struct visit *visit);

/* pages_invite.c */
void invite_page(struct visit *visit);
void invite_action(struct visit *visit);

/* A link that no longer works: 410 with the way to a new one. */
void link_over_page(struct visit *visit, const char *next_path, const char *next_key);

#endif
