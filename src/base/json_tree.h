/*
 * json_tree: what the builder, the reader and the writer of json share.
 * For json*.c only; everybody else includes base/json.h.
 */
#ifndef GUVOH_BASE_JSON_TREE_H
#define GUVOH_BASE_JSON_TREE_H

#include "base/json.h"

/* A zeroed value of that type with an empty key. */
struct json *json_tree_node(struct arena *a, enum json_type type);

/* Hangs child at the end of parent, an array or object. */
void json_tree_append(struct json *parent, struct json *child);

/* Does key match @?[a-z0-9_]{1,64}? */
bool json_tree_key_allowed(struct str key);

/* How many bytes of s stand in a JSON string as they are: up to a quote, backslash or control. */
size_t json_tree_plain(struct str s);

/* Is each key of object greater than the one before it? */
bool json_tree_sorted(const struct json *object);

/* A key that stands in object twice, or NULL. */
const struct str *json_tree_twice(const struct json *object);

#define JSON_TREE_FEW 32

struct json_slot {
	const struct json *member;
};

/* The members of an object by key; buf_free(&many) when done. */
struct json_order {
	struct json_slot *slots;
	struct json_slot few[JSON_TREE_FEW];
	struct buf many; /* where they lie when they are more than a few */
};

void json_tree_order(struct json_order *o, const struct json *object);

#endif
