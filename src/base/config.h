/* The deployment's settings: kyodo.conf (`key = value`), each overridable by KYODO_<KEY>. Read once at start.
 * What the city's people change while it runs (eligibility, labels, thresholds) is in workflow/setting.h. */
#ifndef BASE_CONFIG_H
#define BASE_CONFIG_H

#include <stdbool.h>

/* Reads DATA/kyodo.conf (or the file named by KYODO_CONF) and the environment. False with a message on standard error
 * when a line cannot be read, or when KYODO_NOW is set while environment = production. */
bool config_load(void);

/* The value of `key`; the built-in default when it is set nowhere; "" for an unknown key. Lives as long as the process.
 * Keys: data, environment (development|production), city, code, service, section, address, phone, hours, email, base_url,
 * smtp_url, smtp_user, smtp_password, mail_from, trusted_proxy, workers, root (folder with templates, schema.sql, build/static). */
const char *config(const char *key);

/* For tests: sets one value in this process. */
void config_set(const char *key, const char *value);

/* DATA/name, in the request's arena. */
char *config_data_path(const char *name);

#endif
