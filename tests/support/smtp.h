/* A tiny SMTP server in a process of its own. What it does is decided by the recipient: gone@ 550, full@ 552, later@ 450, relay@ 554 5.7.1,
 * crash@ hangs up after the message, spam@ 554 after the message; all others 250. */
#ifndef TESTS_SUPPORT_SMTP_H
#define TESTS_SUPPORT_SMTP_H

/* Starts it on a free port of the loopback and sets smtp_url; messages go to files 1, 2, … of `folder`. */
void smtp_begin(const char *folder);
void smtp_end(void);
/* The nth message as it came ("" if it did not come), dots undone. */
const char *smtp_message(int nth);

#endif
