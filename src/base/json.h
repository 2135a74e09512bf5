/*
 * json: values of JSON as a tree, read strictly and written canonically (RFC 8785).
 * A subset on purpose: numbers are integers within +-(2^53 - 1), keys match
 * @?[a-z0-9_]{1,64} (JSON-LD has keys with an "@"), no key stands twice in an object. Text is
 * UTF-8.
 *
 *	struct json *o = json_object(a);
 *	json_set_str(o, STR("unit"), STR("persons"));
 *	struct json *floors = json_set_array(o, STR("floors"));
 *	json_set_int(json_push_object(floors), STR("low"), 450);
 *	json_write(&out, o);
 */
#ifndef GUVOH_BASE_JSON_H
#define GUVOH_BASE_JSON_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"

#define JSON_INT_MAX ((int64_t)9007199254740991) /* 2^53 - 1; the least is -JSON_INT_MAX */
#define JSON_DEPTH 64                            /* arrays and objects inside each other */
#define JSON_KEY_BYTES 64

enum json_type {
	JSON_NULL,
	JSON_BOOL,
	JSON_INT,
	JSON_STR,
	JSON_ARRAY,
	JSON_OBJECT,
};

/*
 * A value. Items of an array and members of an object are chained in order:
 *	for (const struct json *i = list->first; i != NULL; i = i->next)
 * Read the field that type says; first and count only of arrays and objects.
 */
struct json {
	enum json_type type;
	bool placed;       /* stands in an array or object already */
	struct str key;    /* of a member of an object, else empty */
	struct json *next; /* the following item or member, NULL at the end */
	union {
		bool yes;
		int64_t integer;
		struct str text; /* may hold any character, NUL too */
		struct {
			struct json *first, *last;
			size_t count;
			struct arena *arena; /* where what is added goes */
		};
	};
};

/*
 * Reads text, which must be one value and nothing else but blanks. The tree and
 * all its strings lie on a; text may go. Cost grows with the length of text.
 *
 * Returns 0 and sets *out; or -1 with ERR_INPUT json.syntax, json.end,
 * json.after, json.number, json.key, json.duplicate, json.escape, json.control
 * or json.utf8, or ERR_LIMIT json.depth; arguments are line, column in bytes
 * (both from 1) and the key where one is named.
 */
MUST_CHECK int json_read(struct arena *a, struct str text, struct json **out, struct err *e);

/*
 * Values to build with. Text and keys are copied and must be valid, integers
 * within JSON_INT_MAX: anything else is the caller's bug (assert).
 */
struct json *json_null(struct arena *a);
struct json *json_bool(struct arena *a, bool yes);
struct json *json_int(struct arena *a, int64_t integer);
struct json *json_str(struct arena *a, struct str text);
struct json *json_array(struct arena *a);
struct json *json_object(struct arena *a);

/*
 * Adds a member, at once whatever the size. value must not stand elsewhere yet.
 * Nothing is replaced: a key that is set twice is a bug that the writers catch.
 */
void json_set(struct json *object, struct str key, struct json *value);
void json_set_null(struct json *object, struct str key);
void json_set_bool(struct json *object, struct str key, bool yes);
void json_set_int(struct json *object, struct str key, int64_t integer);
void json_set_str(struct json *object, struct str key, struct str text);

/* Adds an empty array or object under key and returns it. */
struct json *json_set_array(struct json *object, struct str key);
struct json *json_set_object(struct json *object, struct str key);

/* The same at the end of an array. */
void json_push(struct json *array, struct json *value);
void json_push_int(struct json *array, int64_t integer);
void json_push_str(struct json *array, struct str text);
struct json *json_push_array(struct json *array);
struct json *json_push_object(struct json *array);

/* The member of that key, or NULL, also when object is none. Looks at each member in turn. */
const struct json *json_get(const struct json *object, struct str key);

/*
 * A member that must be there and of that type. Return 0 and set *out; or -1
 * with ERR_INPUT json.missing or json.need_{str,int,bool,array,object}, whose
 * argument is the key.
 */
MUST_CHECK int json_need_str(
    const struct json *object, struct str key, struct str *out, struct err *e);
MUST_CHECK int json_need_int(
    const struct json *object, struct str key, int64_t *out, struct err *e);
MUST_CHECK int json_need_bool(const struct json *object, struct str key, bool *out, struct err *e);
MUST_CHECK int json_need_array(
    const struct json *object, struct str key, const struct json **out, struct err *e);
MUST_CHECK int json_need_object(
    const struct json *object, struct str key, const struct json **out, struct err *e);

/* As json_need, but a member that is missing or null leaves *out as it was and is no failure. */
MUST_CHECK int json_opt_str(
    const struct json *object, struct str key, struct str *out, struct err *e);
MUST_CHECK int json_opt_int(const struct json *object, struct str key, int64_t *out, struct err *e);
MUST_CHECK int json_opt_bool(const struct json *object, struct str key, bool *out, struct err *e);
MUST_CHECK int json_opt_array(
    const struct json *object, struct str key, const struct json **out, struct err *e);

/* Appends value in the canonical form of RFC 8785: members by key, no blanks, shortest escapes. */
void json_write(struct buf *b, const struct json *value);

/* Appends value for people: members in their own order, two blanks a level, a line end. */
void json_write_pretty(struct buf *b, const struct json *value);

#endif
