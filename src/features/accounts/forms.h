/* What may be typed on the pages of accounts. */
#ifndef FEATURES_ACCOUNTS_FORMS_H
#define FEATURES_ACCOUNTS_FORMS_H

#include "web/form.h"

extern const struct form accounts_signup_form;   /* name email password next */
extern const struct form accounts_code_form;     /* email (hidden) code */
extern const struct form accounts_confirm_form;  /* password_now */
extern const struct form accounts_login_form;    /* email password is_short next */
extern const struct form accounts_reset_form;    /* email */
extern const struct form accounts_password_form; /* password */
extern const struct form accounts_change_form;   /* password_now password */
extern const struct form accounts_profile_form;  /* name kana public_name phone address language */
extern const struct form accounts_email_form;    /* email password_now */
extern const struct form accounts_close_form;    /* password_now is_sure */
extern const struct form accounts_invite_form;   /* name password */

enum { PASSWORD_LEAST = 10, PASSWORD_MOST = 200 };

#endif
