/*
 * str: a borrowed slice of bytes, the way text travels between functions.
 * A str never owns its bytes; they live as long as the arena or literal behind
 * it. Text is UTF-8, checked once where it enters the program (utf8.h).
 */
#ifndef GUVOH_BASE_STR_H
#define GUVOH_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__GNUC__)
#define MUST_CHECK __attribute__((warn_unused_result))
#define PRINTF_LIKE(fmt, first) __attribute__((format(printf, fmt, first)))
#else
#define MUST_CHECK
#define PRINTF_LIKE(fmt, first)
#endif

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

struct str {
	const char *p; /* never NULL */
	size_t n;      /* bytes */
};

#define STR(literal) ((struct str){"" literal, sizeof(literal) - 1})
#define STR_INIT(literal)                                                                          \
	{                                                                                          \
		"" literal, sizeof(literal) - 1                                                    \
	} /* in static tables */

/* For printf's "%.*s". */
#define STR_ARG(s) (int)(s).n, (s).p

/* The decimal form of v, in storage that lives to the end of the caller's block. */
#define STR_INT(v) str_from_int((char[24]){0}, (v))

/* Borrows a NUL-ended string; NULL gives the empty str. */
struct str str_of(const char *cstring);

/* Writes v in decimal to room (24 bytes) and borrows it. */
struct str str_from_int(char room[24], int64_t v);

/* Asked millions of times where a table is read: it is part of whoever asks. */
static inline bool
str_eq(struct str a, struct str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

/* Byte order, a shorter prefix first: <0, 0, >0. */
int str_cmp(struct str a, struct str b);

bool str_starts(struct str s, struct str prefix);
bool str_ends(struct str s, struct str suffix);

/* Index of the first byte c, or s.n when there is none. */
size_t str_find(struct str s, char c);

/* What follows the last c in s; all of s when there is none. */
struct str str_after_last(struct str s, char c);

/* Index of the first occurrence of part, or s.n when there is none. */
size_t str_search(struct str s, struct str part);

/* Bytes from first up to, not including, end; both are clamped to s. */
struct str str_sub(struct str s, size_t first, size_t end);

/* True when a byte below 32 or DEL is in it: a line end, a tab, ESC, NUL. */
bool str_has_control(struct str s);

/* Without ASCII blanks, tabs and line ends at both ends. */
struct str str_trim(struct str s);

/*
 * Cuts *rest at the first byte sep and returns what stood before it; *rest
 * becomes what stands after it, and has p == end and n == 0 when none was left.
 */
struct str str_cut(struct str *rest, char sep);

/*
 * Reads the whole of s as a decimal integer with an optional '-'.
 * Returns false, *out untouched, when s is anything else or does not fit.
 */
MUST_CHECK bool str_to_int(struct str s, int64_t *out);

#endif
