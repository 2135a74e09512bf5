#include "base/json_tree.h"

#include <stdlib.h>
#include <string.h>

#define EVERY_BYTE(c) (0x0101010101010101u * (c))

struct json *
json_tree_node(struct arena *a, enum json_type type)
{
	struct json *v = ARENA_NEW(a, struct json);
	v->type = type;
	v->key = STR("");
	return v;
}

void
json_tree_append(struct json *parent, struct json *child)
{
	child->placed = true;
	if (parent->last == NULL)
		parent->first = child;
	else
		parent->last->next = child;
	parent->last = child;
	parent->count++;
}

bool
json_tree_key_allowed(struct str key)
{
	if (str_starts(key, STR("@")))
		key = str_sub(key, 1, key.n);
	if (key.n == 0 || key.n > JSON_KEY_BYTES)
		return false;
	for (size_t i = 0; i < key.n; i++) {
		char c = key.p[i];
		if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '_')
			return false;
	}
	return true;
}

size_t
json_tree_plain(struct str s)
{
	size_t i = 0;
	uint64_t eight;

	for (; s.n - i >= sizeof(eight); i += sizeof(eight)) {
		memcpy(&eight, s.p + i, sizeof(eight));
		uint64_t quote = eight ^ EVERY_BYTE('"'), slash = eight ^ EVERY_BYTE('\\');
		/* A byte is below k when taking k from it borrows (Hacker's Delight, 6-1). */
		uint64_t found = ((quote - EVERY_BYTE(1)) & ~quote) |
		    ((slash - EVERY_BYTE(1)) & ~slash) | ((eight - EVERY_BYTE(0x20)) & ~eight);
		if ((found & EVERY_BYTE(0x80)) != 0)
			break;
	}
	while (i < s.n && s.p[i] != '"' && s.p[i] != '\\' && (unsigned char)s.p[i] >= 0x20)
		i++;
	return i;
}

static int
by_key(const void *a, const void *b)
{
	const struct json_slot *x = a, *y = b;
	return str_cmp(x->member->key, y->member->key);
}

bool
json_tree_sorted(const struct json *object)
{
	for (const struct json *m = object->first; m != NULL && m->next != NULL; m = m->next)
		if (str_cmp(m->key, m->next->key) >= 0)
			return false;
	return true;
}

void
json_tree_order(struct json_order *o, const struct json *object)
{
	size_t i = 0;

	o->many = (struct buf)BUF_INIT;
	o->slots = o->few;
	if (object->count > JSON_TREE_FEW)
		o->slots = (void *)buf_room(&o->many, object->count * sizeof(*o->slots));
	for (const struct json *m = object->first; m != NULL; m = m->next)
		o->slots[i++].member = m;
	qsort(o->slots, i, sizeof(*o->slots), by_key);
}

const struct str *
json_tree_twice(const struct json *object)
{
	struct json_order o;
	const struct str *twice = NULL;

	if (json_tree_sorted(object))
		return NULL;
	json_tree_order(&o, object);
	for (size_t i = 1; i < object->count && twice == NULL; i++)
		if (str_eq(o.slots[i - 1].member->key, o.slots[i].member->key))
			twice = &o.slots[i].member->key;
	buf_free(&o.many);
	return twice;
}
