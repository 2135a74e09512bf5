/*
 * tpl: what compiled templates call to write a value, by its type and its place.
 * tools/tplc.c writes these calls; the type of the expression chooses the function, and
 * a type that the place does not take does not compile. Nobody else calls them.
 */
#ifndef GUVOH_KIT_TPL_TPL_H
#define GUVOH_KIT_TPL_TPL_H

#include "base/buf.h"
#include "base/json.h"
#include "base/str.h"
#include "kit/lang/lang.h"
#include "kit/tpl/html.h"

#define TPL_ARGS 6 /* of a sentence */

/* Where a page is written to and in which language; every template takes one first. */
struct tpl {
	struct buf *out;
	enum lang lang;
	/* Appends the sentence of key, with its arguments filled in, as text. */
	void (*say)(
	    struct buf *out, enum lang lang, struct str key, const struct str *args, size_t count);
};

/* An argument of a sentence. */
struct tpl_arg {
	struct str text;
	char digits[48]; /* of a number, NUL-ended and instead of text; else empty */
	bool markup;     /* text is markup */
};

/* The types that are written as text, and as they are where markup may stand. */
#define TPL_NUMBERS(kind)                                                                          \
	int : tpl_##kind##_int,                                                                    \
	      unsigned : tpl_##kind##_int,                                                         \
			 long : tpl_##kind##_int,                                                  \
				long long : tpl_##kind##_int,                                      \
					    unsigned long : tpl_##kind##_size,                     \
							    unsigned long long : tpl_##kind##_size

#define tpl_text(t, v)                                                                             \
	_Generic((v), struct str : tpl_text_str, struct html : tpl_markup, TPL_NUMBERS(text))(t, v)
#define tpl_value(t, v) _Generic((v), struct str : tpl_text_str, TPL_NUMBERS(text))(t, v)
#define tpl_link(t, v) _Generic((v), struct str : tpl_link_str)(t, v)
#define tpl_resource(t, v) _Generic((v), struct str : tpl_resource_str)(t, v)
#define tpl_part(t, v) _Generic((v), struct str : tpl_part_str, TPL_NUMBERS(text))(t, v)
#define tpl_json(t, v)                                                                             \
	_Generic((v), struct str : tpl_json_str, struct json * : tpl_json_value,                   \
	         const struct json * : tpl_json_value, TPL_NUMBERS(text))(t, v)
#define tpl_arg_text(t, v)                                                                         \
	_Generic((v), struct str                                                                   \
		 : tpl_arg_str, struct html                                                        \
		 : tpl_arg_markup, TPL_NUMBERS(arg))(t, v)
#define tpl_arg_value(t, v) _Generic((v), struct str : tpl_arg_str, TPL_NUMBERS(arg))(t, v)

void tpl_text_str(const struct tpl *t, struct str text);
void tpl_text_int(const struct tpl *t, int64_t v);
void tpl_text_size(const struct tpl *t, uint64_t v);
void tpl_markup(const struct tpl *t, struct html markup);
void tpl_link_str(const struct tpl *t, struct str address);
void tpl_resource_str(const struct tpl *t, struct str address);
void tpl_part_str(const struct tpl *t, struct str part);
void tpl_json_str(const struct tpl *t, struct str text);
void tpl_json_value(const struct tpl *t, const struct json *value);

/* A number for people: digits in groups, as the page's language has them. */
void tpl_number(const struct tpl *t, int64_t v);

struct tpl_arg tpl_arg_str(const struct tpl *t, struct str text);
struct tpl_arg tpl_arg_markup(const struct tpl *t, struct html markup);
struct tpl_arg tpl_arg_int(const struct tpl *t, int64_t v);
struct tpl_arg tpl_arg_size(const struct tpl *t, uint64_t v);

/* The sentence of key as text, count <= TPL_ARGS; an argument that is markup stays what it is. */
void tpl_say(const struct tpl *t, struct str key, const struct tpl_arg *args, size_t count);

#endif
