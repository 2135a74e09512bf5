#include "base/date.h"
#include "face/cli/record_view.h"

static void
set_known(struct json *o, const char *key, struct str text)
{
	if (text.n > 0)
		json_set_str(o, str_of(key), text);
}

/* The property of a qualifier of s, NULL when the vocabulary has it no longer. */
static const struct vocab_property *
qualifier_property(
    struct cli *c, const struct vocab *vocab, const struct record_statement *s, size_t i)
{
	struct str of =
	    arena_fmt(c->a, "%.*s.%.*s", STR_ARG(s->subject.kind), STR_ARG(s->property));

	return vocab_property(vocab, of, s->with[i].property);
}

static struct str
label_of(struct cli *c, const struct vocab_property *property, struct str id)
{
	return property != NULL ? vocab_text(&property->label, lang_code(c->lang)) : id;
}

static void
set_qualifiers(
    struct cli *c, const struct vocab *vocab, const struct record_statement *s, struct json *o)
{
	if (s->n_with == 0)
		return;
	struct json *with = json_set_array(o, STR("with"));
	for (size_t i = 0; i < s->n_with; i++) {
		const struct vocab_property *p = qualifier_property(c, vocab, s, i);
		struct json *q = json_push_object(with);
		json_set_str(q, STR("property"), s->with[i].property);
		json_set_str(q, STR("label"), label_of(c, p, s->with[i].property));
		json_set_str(q, STR("value"), s->with[i].value);
		json_set_str(q, STR("text"),
		    record_value_text(c->a, vocab, p, s->with[i].value,
			record_said_day(c->a, s, DATE_OPEN_END), lang_code(c->lang)));
	}
}

struct json *
record_view_statement(
    struct cli *c, const struct vocab *vocab, const struct record_statement *statement)
{
	const struct record_statement *s = statement;
	struct json *o = json_object(c->a);

	json_set_str(o, STR("id"), s->id);
	json_set_str(o, STR("record"), s->record);
	json_set_str(o, STR("property"), s->property);
	json_set_str(o, STR("type"), vocab_type_name(s->type));
	json_set_str(o, STR("value"), s->value);
	set_qualifiers(c, vocab, s, o);
	set_known(o, "lang", s->lang);
	set_known(o, "source", s->source);
	set_known(o, "words", s->words);
	if (s->line > 0)
		json_set_int(o, STR("line"), s->line);
	set_known(o, "speaker", s->speaker);
	set_known(o, "via", s->via);
	set_known(o, "said_at", s->said_at);
	json_set_str(o, STR("basis"), s->basis);
	set_known(o, "credence", s->credence);
	json_set_str(o, STR("confidentiality"), s->confidentiality);
	json_set_bool(o, STR("checked"), str_eq(s->checked, STR("yes")));
	json_set_bool(o, STR("withdrawn"), s->withdrawn);
	if (s->withdrawn)
		json_set_str(o, STR("why"), s->why);
	if (s->anchored) {
		struct json *passage = json_set_object(o, STR("passage"));
		json_set_int(passage, STR("start"), s->start);
		json_set_int(passage, STR("end"), s->end);
	}
	return o;
}

/* A place as it was called on the day of what is said, else on that of the record. */
static struct str
value_text(struct cli *c, const struct vocab *vocab, const struct record_property *p,
    const struct record_value *value, int32_t day)
{
	return record_value_text(c->a, vocab, p->property, value->said[0]->value,
	    record_said_day(c->a, value->said[0], day), lang_code(c->lang));
}

static void
set_values(struct cli *c, const struct vocab *vocab, const struct record_property *p, int32_t day,
    struct json *values)
{
	for (size_t v = 0; v < p->n_values; v++) {
		const struct record_value *value = &p->values[v];
		struct json *row = json_push_object(values);
		json_set_str(row, STR("text"), value_text(c, vocab, p, value, day));
		json_set_bool(row, STR("accepted"), value->accepted);
		struct json *said = json_set_array(row, STR("said"));
		for (size_t i = 0; i < value->n_said; i++)
			json_push(said, record_view_statement(c, vocab, value->said[i]));
	}
}

struct json *
record_view_json(
    struct cli *c, const struct record_reader *reader, const struct record_sheet *sheet)
{
	struct json *o = json_object(c->a);

	int32_t day = record_day(c->a, sheet);
	json_set_str(o, STR("id"), record_name(&sheet->record));
	json_set_str(o, STR("key"), sheet->record.id);
	json_set_str(o, STR("kind"), sheet->record.kind);
	json_set_str(o, STR("title"), record_title(reader, sheet, lang_code(c->lang)));
	json_set_bool(o, STR("destroyed"), sheet->record.destroyed);
	struct json *properties = json_set_array(o, STR("properties"));
	for (size_t i = 0; i < sheet->n_properties; i++) {
		const struct record_property *p = &sheet->properties[i];
		struct json *row = json_push_object(properties);
		json_set_str(row, STR("property"), p->id);
		json_set_str(row, STR("label"), label_of(c, p->property, p->id));
		json_set_bool(row, STR("disputed"), p->disputed);
		set_values(c, reader->vocab, p, day, json_set_array(row, STR("values")));
	}
	return o;
}

/* --- In a terminal -------------------------------------------------------------------------- */

static void
part_put(struct buf *line, struct str text)
{
	if (text.n > 0)
		buf_fmt(line, "%s%.*s", line->n > 0 ? ", " : "", STR_ARG(text));
}

/* Date: 2019-06-10; Place: Almaty */
static void
qualifiers_put(struct cli *c, const struct vocab *vocab, const struct record_statement *s)
{
	for (size_t i = 0; i < s->n_with; i++) {
		const struct vocab_property *p = qualifier_property(c, vocab, s, i);
		struct str text = record_value_text(c->a, vocab, p, s->with[i].value,
		    record_said_day(c->a, s, DATE_OPEN_END), lang_code(c->lang));
		buf_fmt(c->out, "%s%.*s: %.*s", i == 0 ? "    " : "; ",
		    STR_ARG(label_of(c, p, s->with[i].property)), STR_ARG(text));
	}
	if (s->n_with > 0)
		buf_putc(c->out, '\n');
}

/* Its id, who says so, when and from where, and the words. */
static void
statement_put(struct cli *c, const struct vocab *vocab, const struct record_statement *s)
{
	struct buf *line = buf_on(c->a);

	qualifiers_put(c, vocab, s);
	part_put(line, s->speaker);
	part_put(line, s->via);
	part_put(line, s->said_at);
	part_put(line, s->source);
	if (s->line > 0)
		part_put(
		    line, message_text(c->a, c->lang, STR("cli.record.line"), STR_INT(s->line)));
	buf_fmt(c->out, "    %.*s  ", STR_ARG(s->id));
	buf_put(c->out,
	    line->n > 0 ? buf_str(line) : message_text(c->a, c->lang, STR("cli.record.nobody")));
	if (s->words.n > 0)
		buf_fmt(c->out, "  \"%.*s\"", STR_ARG(s->words));
	buf_putc(c->out, '\n');
}

static void
property_put(struct cli *c, const struct vocab *vocab, const struct record_property *p, int32_t day)
{
	buf_put(c->out, label_of(c, p->property, p->id));
	if (p->disputed)
		buf_fmt(c->out, ": %.*s",
		    STR_ARG(message_text(c->a, c->lang, STR("cli.record.disputed"))));
	buf_putc(c->out, '\n');
	for (size_t v = 0; v < p->n_values; v++) {
		const struct record_value *value = &p->values[v];
		struct str text = value_text(c, vocab, p, value, day);
		buf_fmt(c->out, "  %.*s", STR_ARG(text));
		if (value->accepted)
			buf_fmt(c->out, " (%.*s)",
			    STR_ARG(message_text(c->a, c->lang, STR("cli.record.accepted"))));
		buf_putc(c->out, '\n');
		for (size_t i = 0; i < value->n_said; i++)
			statement_put(c, vocab, value->said[i]);
	}
}

void
record_view_text(
    struct cli *c, const struct record_reader *reader, const struct record_sheet *sheet)
{
	int32_t day = record_day(c->a, sheet);
	struct str name = record_name(&sheet->record);
	size_t kind = vocab_kind(reader->vocab, sheet->record.kind);
	struct str label = kind == VOCAB_NONE
	    ? sheet->record.kind
	    : vocab_text(&reader->vocab->kinds[kind].label, lang_code(c->lang));

	buf_fmt(c->out, "%.*s  %.*s\n", STR_ARG(name), STR_ARG(label));
	if (sheet->record.destroyed)
		cli_say(c, STR("cli.record.destroyed"));
	else if (sheet->n_properties == 0)
		cli_say(c, STR("cli.record.nothing"), name);
	for (size_t i = 0; i < sheet->n_properties; i++)
		property_put(c, reader->vocab, &sheet->properties[i], day);
}
