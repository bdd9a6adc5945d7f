/* Japanese text for searching and comparing (utf8proc). Folds what people write in several ways into one; never for showing.
 * Results live in the request's arena. NULL is ""; bytes that are not UTF-8 count as spaces. */
#ifndef ADAPTERS_UNICODE_H
#define ADAPTERS_UNICODE_H

/* The text as it is compared: compatibility forms resolved (ﾌﾟﾗ＝プラ, ＮＰＯ＝NPO, ㍿＝株式会社), katakana as hiragana, lower
 * case, old and variant kanji of names as their usual form (髙＝高, 澤＝沢), every dash "-" but the long vowel "ー" behind
 * kana, every space and control " ". Spaces are neither joined nor trimmed. */
char *unicode_fold(const char *text);

/* The text with か and a combining voice mark as が (NFC): what macOS sends as two characters. For storing and showing. */
char *unicode_compose(const char *text);

/* What a full-text table stores for `text` (FTS5, tokenize = 'unicode61 remove_diacritics 0'): the folded text as words
 * with single spaces between. A run of Latin letters and digits is one word (the table parts it at - and _, so that 581-4112
 * finds 042-581-4112); a run of kanji and kana gives its overlapping pairs and then its last character alone, so that a
 * prefix search for one character finds each of them. */
char *unicode_words(const char *text);

/* The MATCH expression for what a person typed: every part (split at spaces and punctuation) must occur, as a phrase.
 * A single character at a part's end matches as a prefix. "" when nothing in it can be searched for. Only the first 200
 * characters count. No typed character can act as syntax. */
char *unicode_query(const char *typed);

#endif
