#include "base/json.h"

#include <assert.h>

#include "base/json_tree.h"
#include "base/utf8.h"

struct json *
json_null(struct arena *a)
{
	return json_tree_node(a, JSON_NULL);
}

struct json *
json_bool(struct arena *a, bool yes)
{
	struct json *v = json_tree_node(a, JSON_BOOL);
	v->yes = yes;
	return v;
}

struct json *
json_int(struct arena *a, int64_t integer)
{
	assert(integer >= -JSON_INT_MAX && integer <= JSON_INT_MAX);
	struct json *v = json_tree_node(a, JSON_INT);
	v->integer = integer;
	return v;
}

struct json *
json_str(struct arena *a, struct str text)
{
	assert(utf8_valid(text));
	struct json *v = json_tree_node(a, JSON_STR);
	v->text = arena_str(a, text);
	return v;
}

struct json *
json_array(struct arena *a)
{
	struct json *v = json_tree_node(a, JSON_ARRAY);
	v->arena = a;
	return v;
}

struct json *
json_object(struct arena *a)
{
	struct json *v = json_tree_node(a, JSON_OBJECT);
	v->arena = a;
	return v;
}

void
json_set(struct json *object, struct str key, struct json *value)
{
	assert(object->type == JSON_OBJECT && json_tree_key_allowed(key));
	assert(!value->placed && value != object);
	value->key = arena_str(object->arena, key);
	json_tree_append(object, value);
}

void
json_set_null(struct json *object, struct str key)
{
	json_set(object, key, json_null(object->arena));
}

void
json_set_bool(struct json *object, struct str key, bool yes)
{
	json_set(object, key, json_bool(object->arena, yes));
}

void
json_set_int(struct json *object, struct str key, int64_t integer)
{
	json_set(object, key, json_int(object->arena, integer));
}

void
json_set_str(struct json *object, struct str key, struct str text)
{
	json_set(object, key, json_str(object->arena, text));
}

struct json *
json_set_array(struct json *object, struct str key)
{
	struct json *v = json_array(object->arena);
	json_set(object, key, v);
	return v;
}

struct json *
json_set_object(struct json *object, struct str key)
{
	struct json *v = json_object(object->arena);
	json_set(object, key, v);
	return v;
}

void
json_push(struct json *array, struct json *value)
{
	assert(array->type == JSON_ARRAY);
	assert(!value->placed && value != array);
	json_tree_append(array, value);
}

void
json_push_int(struct json *array, int64_t integer)
{
	json_push(array, json_int(array->arena, integer));
}

void
json_push_str(struct json *array, struct str text)
{
	json_push(array, json_str(array->arena, text));
}

struct json *
json_push_array(struct json *array)
{
	struct json *v = json_array(array->arena);
	json_push(array, v);
	return v;
}

struct json *
json_push_object(struct json *array)
{
	struct json *v = json_object(array->arena);
	json_push(array, v);
	return v;
}

const struct json *
json_get(const struct json *object, struct str key)
{
	if (object->type != JSON_OBJECT)
		return NULL;
	for (const struct json *m = object->first; m != NULL; m = m->next)
		if (str_eq(m->key, key))
			return m;
	return NULL;
}

static int
of_type(const struct json *m, struct str key, enum json_type type, struct err *e)
{
	static const struct str wanted[] = {
	    [JSON_NULL] = STR_INIT(""),
	    [JSON_BOOL] = STR_INIT("json.need_bool"),
	    [JSON_INT] = STR_INIT("json.need_int"),
	    [JSON_STR] = STR_INIT("json.need_str"),
	    [JSON_ARRAY] = STR_INIT("json.need_array"),
	    [JSON_OBJECT] = STR_INIT("json.need_object"),
	};

	if (m->type == type)
		return 0;
	return err_fail(e, ERR_INPUT, wanted[type], key);
}

static int
need(const struct json *object, struct str key, enum json_type type, const struct json **out,
    struct err *e)
{
	const struct json *m = json_get(object, key);

	if (m == NULL)
		return err_fail(e, ERR_INPUT, STR("json.missing"), key);
	if (of_type(m, key, type, e) != 0)
		return -1;
	*out = m;
	return 0;
}

int
json_need_str(const struct json *object, struct str key, struct str *out, struct err *e)
{
	const struct json *m;

	if (need(object, key, JSON_STR, &m, e) != 0)
		return -1;
	*out = m->text;
	return 0;
}

int
json_need_int(const struct json *object, struct str key, int64_t *out, struct err *e)
{
	const struct json *m;

	if (need(object, key, JSON_INT, &m, e) != 0)
		return -1;
	*out = m->integer;
	return 0;
}

int
json_need_bool(const struct json *object, struct str key, bool *out, struct err *e)
{
	const struct json *m;

	if (need(object, key, JSON_BOOL, &m, e) != 0)
		return -1;
	*out = m->yes;
	return 0;
}

int
json_need_array(const struct json *object, struct str key, const struct json **out, struct err *e)
{
	return need(object, key, JSON_ARRAY, out, e);
}

int
json_need_object(const struct json *object, struct str key, const struct json **out, struct err *e)
{
	return need(object, key, JSON_OBJECT, out, e);
}

/* Is there nothing under key that a json_opt function would look at? */
static bool
absent(const struct json *object, struct str key)
{
	const struct json *m = json_get(object, key);
	return m == NULL || m->type == JSON_NULL;
}

int
json_opt_str(const struct json *object, struct str key, struct str *out, struct err *e)
{
	return absent(object, key) ? 0 : json_need_str(object, key, out, e);
}

int
json_opt_int(const struct json *object, struct str key, int64_t *out, struct err *e)
{
	return absent(object, key) ? 0 : json_need_int(object, key, out, e);
}

int
json_opt_bool(const struct json *object, struct str key, bool *out, struct err *e)
{
	return absent(object, key) ? 0 : json_need_bool(object, key, out, e);
}

int
json_opt_array(const struct json *object, struct str key, const struct json **out, struct err *e)
{
	return absent(object, key) ? 0 : json_need_array(object, key, out, e);
}
