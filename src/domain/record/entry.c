#include "domain/record/internal.h"

struct str
record_entry_key(const struct record_statement *statement)
{
	return str_eq(statement->subject.kind, RECORD_PERSON) ? statement->subject.id
							      : statement->source_id;
}

static void
set_known(struct json *object, const char *key, struct str text)
{
	if (text.n > 0)
		json_set_str(object, str_of(key), text);
}

static void
set_passage(struct json *fields, const struct source_passage *passage)
{
	if (passage == NULL)
		return;
	struct json *selector = json_set_object(fields, STR("passage"));
	json_set_int(selector, STR("end"), passage->end);
	json_set_str(selector, STR("prefix"), passage->prefix);
	json_set_int(selector, STR("start"), passage->start);
	json_set_str(selector, STR("suffix"), passage->suffix);
}

/* A value as it is kept: a ref is the id of the record it means. */
static void
set_value(struct json *fields, enum vocab_type type, struct str value, struct str ref_id)
{
	json_set_str(fields, STR("type"), vocab_type_name(type));
	json_set_str(fields, STR("value"), type == VOCAB_REF ? ref_id : value);
}

static void
set_qualifiers(struct json *fields, const struct record_statement *s)
{
	if (s->n_with == 0)
		return;
	struct json *with = json_set_array(fields, STR("with"));
	for (size_t i = 0; i < s->n_with; i++) {
		struct json *q = json_push_object(with);
		json_set_str(q, STR("property"), s->with[i].property);
		set_value(q, s->with[i].type, s->with[i].value, s->with[i].ref_id);
	}
}

/* In the order they are written in, so that nothing has to be sorted: an import sets millions. */
static void
set_statement(
    struct json *fields, const struct record_statement *s, const struct source_passage *passage)
{
	json_set_str(fields, STR("basis"), s->basis);
	json_set_str(fields, STR("checked"), s->checked);
	json_set_str(fields, STR("confidentiality"), s->confidentiality);
	set_known(fields, "credence", s->credence);
	set_known(fields, "lang", s->lang);
	if (s->line > 0)
		json_set_int(fields, STR("line"), s->line);
	json_set_int(fields, STR("nth"), s->nth);
	set_passage(fields, passage);
	json_set_str(fields, STR("property"), s->property);
	json_set_str(fields, STR("record"), s->subject.id);
	set_known(fields, "said_at", s->said_at);
	set_known(fields, "source", s->source_id);
	set_known(fields, "speaker", s->speaker);
	set_value(fields, s->type, s->value, s->ref_id);
	set_known(fields, "via", s->via);
	set_qualifiers(fields, s);
	set_known(fields, "words", s->words);
}

struct archive_part
record_entry_make(struct arena *a, const struct record *record, struct str import)
{
	bool person = str_eq(record->kind, RECORD_PERSON);
	struct json *body = json_object(a), *secret = json_object(a);

	set_known(person ? secret : body, "alias", record->alias);
	json_set_str(body, STR("id"), record->id);
	set_known(body, "import", import);
	json_set_str(body, STR("kind"), record->kind);
	return (struct archive_part){
	    .op = STR("record.add"),
	    .version = 1,
	    .body = body,
	    .secret = person ? secret : NULL,
	    .key = person ? record->id : STR(""),
	};
}

static struct archive_part
half_part(struct arena *a, const struct record_statement *s, struct str half, struct str key)
{
	struct json *body = json_object(a), *secret = json_object(a);

	json_set_str(body, STR("id"), s->id);
	set_known(body, "import", s->import);
	json_set_str(secret, STR("half"), half);
	return (struct archive_part){
	    .op = STR("statement.half"), .version = 1, .body = body, .secret = secret, .key = key};
}

size_t
record_entry_parts(struct arena *a, const struct record_statement *statement,
    const struct source_passage *passage, struct archive_part parts[RECORD_PARTS])
{
	const struct record_statement *s = statement;
	struct str key = record_entry_key(s);
	struct json *body = json_object(a), *secret = key.n > 0 ? json_object(a) : NULL;

	json_set_str(body, STR("id"), s->id);
	set_known(body, "import", s->import);
	struct json *fields = json_set_object(secret != NULL ? secret : body, STR("statement"));
	set_statement(fields, s, passage);
	if (s->source_id.n > 0 && !str_eq(key, s->source_id)) {
		struct str one, other;
		struct buf *text = buf_on(a);
		json_write(text, fields);
		archive_split(a, buf_str(text), &one, &other);
		parts[0] = half_part(a, s, one, key);
		parts[1] = half_part(a, s, other, s->source_id);
		return 2;
	}
	parts[0] = (struct archive_part){
	    .op = STR("statement.add"), .version = 1, .body = body, .secret = secret, .key = key};
	return 1;
}
