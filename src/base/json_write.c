#include "base/json.h"

#include <assert.h>
#include <string.h>

#include "base/json_tree.h"

static void
put_escape(struct buf *b, char c)
{
	static const char bytes[] = "\"\\\b\f\n\r\t", names[] = "\"\\bfnrt";
	const char *byte = memchr(bytes, c, sizeof(bytes) - 1);

	if (byte != NULL)
		buf_bytes(b, (const char[]){'\\', names[byte - bytes]}, 2);
	else
		buf_fmt(b, "\\u%04x", (unsigned)(unsigned char)c);
}

static void
put_string(struct buf *b, struct str s)
{
	size_t n = json_tree_plain(s);

	buf_room(b, s.n + 2);
	buf_putc(b, '"');
	for (;; n = json_tree_plain(s)) {
		buf_bytes(b, s.p, n);
		if (n == s.n)
			break;
		put_escape(b, s.p[n]);
		s = str_sub(s, n + 1, s.n);
	}
	buf_putc(b, '"');
}

static void
put_scalar(struct buf *b, const struct json *v)
{
	if (v->type == JSON_STR)
		put_string(b, v->text);
	else if (v->type == JSON_INT)
		buf_put(b, STR_INT(v->integer));
	else if (v->type == JSON_BOOL)
		buf_put(b, v->yes ? STR("true") : STR("false"));
	else
		buf_put(b, STR("null"));
}

static void
write_member(struct buf *b, const struct json *m, bool first)
{
	if (!first)
		buf_putc(b, ',');
	put_string(b, m->key);
	buf_putc(b, ':');
	json_write(b, m);
}

static void
write_object(struct buf *b, const struct json *object)
{
	struct json_order o;

	buf_putc(b, '{');
	if (json_tree_sorted(object)) {
		for (const struct json *m = object->first; m != NULL; m = m->next)
			write_member(b, m, m == object->first);
	} else {
		json_tree_order(&o, object);
		for (size_t i = 0; i < object->count; i++) {
			assert(
			    i == 0 || !str_eq(o.slots[i - 1].member->key, o.slots[i].member->key));
			write_member(b, o.slots[i].member, i == 0);
		}
		buf_free(&o.many);
	}
	buf_putc(b, '}');
}

void
json_write(struct buf *b, const struct json *value)
{
	if (value->type == JSON_OBJECT) {
		write_object(b, value);
	} else if (value->type == JSON_ARRAY) {
		buf_putc(b, '[');
		for (const struct json *i = value->first; i != NULL; i = i->next) {
			if (i != value->first)
				buf_putc(b, ',');
			json_write(b, i);
		}
		buf_putc(b, ']');
	} else {
		put_scalar(b, value);
	}
}

static void
new_line(struct buf *b, size_t level)
{
	buf_putc(b, '\n');
	for (size_t i = 0; i < level; i++)
		buf_put(b, STR("  "));
}

static void
write_pretty(struct buf *b, const struct json *value, size_t level)
{
	bool object = value->type == JSON_OBJECT;

	if (!object && value->type != JSON_ARRAY) {
		put_scalar(b, value);
		return;
	}
	assert(!object || json_tree_twice(value) == NULL);
	buf_putc(b, object ? '{' : '[');
	for (const struct json *i = value->first; i != NULL; i = i->next) {
		if (i != value->first)
			buf_putc(b, ',');
		new_line(b, level + 1);
		if (object) {
			put_string(b, i->key);
			buf_put(b, STR(": "));
		}
		write_pretty(b, i, level + 1);
	}
	if (value->count > 0)
		new_line(b, level);
	buf_putc(b, object ? '}' : ']');
}

void
json_write_pretty(struct buf *b, const struct json *value)
{
	write_pretty(b, value, 0);
	buf_putc(b, '\n');
}
