#include "base/date.h"
#include "domain/vocab/gazetteer.h"
#include "face/cli/cli.h"
#include "face/cli/column.h"
#include "face/cli/opening.h"

#define DEGREE 10000    /* units of a point in a degree */
#define NAME_COLUMNS 10 /* of a field's name */
#define LANG_COLUMNS 9  /* of a language's code */
#define ID_COLUMNS 38   /* of a place's id, where several are listed */
#define KILOMETRE 1000  /* metres */

/* What is said of a place: for a day, in a language. */
struct view {
	struct cli *c;
	const struct vocab *v;
	int32_t day;
	size_t place;
};

static struct str
called(const struct view *w, size_t place)
{
	return vocab_place_called(w->v, place, w->day, lang_code(w->c->lang));
}

/* "Almaty Region, Kazakhstan": what it lies in, from near to far. */
static struct str
lies_in(const struct view *w)
{
	struct buf *b = buf_on(w->c->a);
	const struct vocab_place *all = w->v->places;

	for (size_t p = all[w->place].parent; p != VOCAB_NONE; p = all[p].parent) {
		struct str name = called(w, p);
		buf_fmt(b, "%s%.*s", buf_str(b).n > 0 ? ", " : "", STR_ARG(name));
	}
	return buf_str(b);
}

static struct str
kind_of(const struct view *w)
{
	struct str kind = w->v->places[w->place].kind;
	const struct vocab_term *term = vocab_term(w->v, STR("place-kind"), kind);

	return term != NULL ? vocab_text(&term->label, lang_code(w->c->lang)) : kind;
}

/* "1991-01-28..2022", an open end empty; nothing when both are open. */
static struct str
days_of(const struct view *w, int32_t first, int32_t last)
{
	char from[11], to[11];
	struct str begins = first == DATE_OPEN_START ? STR("") : date_of_day(first, from);
	struct str ends = last == DATE_OPEN_END ? STR("") : date_of_day(last, to);

	return begins.n + ends.n == 0
	    ? STR("")
	    : arena_fmt(w->c->a, "%.*s..%.*s", STR_ARG(begins), STR_ARG(ends));
}

/* One name of the place. */
struct called {
	struct str lang, name;
	int32_t first, last;
};

struct names_list {
	struct called *at;
	size_t count, capacity;
};

static void
name_add(const struct view *w, struct names_list *names, struct called name)
{
	names->at =
	    arena_grow(w->c->a, names->at, names->count, &names->capacity, sizeof(*names->at));
	names->at[names->count++] = name;
}

static void
label_add(const struct view *w, struct names_list *names, const struct vocab_label *label,
    int32_t first, int32_t last)
{
	name_add(w, names, (struct called){STR("en"), label->en, first, last});
	name_add(w, names, (struct called){STR("ru"), label->ru, first, last});
	name_add(w, names, (struct called){STR("kk"), label->kk, first, last});
}

/* Those with days, else its label; then its spellings in other languages and alphabets. */
static struct names_list
names_of(const struct view *w)
{
	const struct vocab *v = w->v;
	struct names_list names = {NULL, 0, 0};

	for (size_t i = 0; i < v->n_place_names; i++) {
		const struct vocab_place_name *n = &v->place_names[i];
		if (n->place == w->place)
			label_add(w, &names, &n->label, n->first, n->last);
	}
	if (names.count == 0)
		label_add(w, &names, &v->places[w->place].label, DATE_OPEN_START, DATE_OPEN_END);
	for (size_t i = 0; i < v->n_spellings; i++) {
		const struct vocab_spelling *s = &v->spellings[i];
		if (s->place == w->place)
			name_add(w, &names, (struct called){s->lang, s->name, s->first, s->last});
	}
	return names;
}

/* --- As text -------------------------------------------------------------------------------- */

static void
field(const struct view *w, const char *key, struct str text)
{
	struct buf *out = w->c->out;

	if (text.n == 0)
		return;
	column_pad(out, message_text(w->c->a, w->c->lang, str_of(key)), NAME_COLUMNS);
	buf_fmt(out, " %.*s\n", STR_ARG(text));
}

static void
names_text(const struct view *w)
{
	struct names_list names = names_of(w);
	struct buf *out = w->c->out;

	for (size_t i = 0; i < names.count; i++) {
		const struct called *n = &names.at[i];
		struct str days = days_of(w, n->first, n->last);
		buf_put(out, STR("  "));
		column_pad(out, n->lang, LANG_COLUMNS);
		buf_fmt(
		    out, " %.*s%s%.*s\n", STR_ARG(n->name), days.n > 0 ? "  " : "", STR_ARG(days));
	}
}

/* "43.2567, 76.9286 ±15 km (GeoNames 1526384, CC BY 4.0)" */
static struct str
point_text(const struct view *w)
{
	const struct vocab_place_point *p = vocab_place_point(w->v, w->place);
	struct arena *a = w->c->a;

	if (p == NULL)
		return STR("");
	struct str reach = p->metres == 0 ? STR("")
	    : p->metres < KILOMETRE       ? arena_fmt(a, " ±%d m", (int)p->metres)
					  : arena_fmt(a, " ±%d km", (int)(p->metres / KILOMETRE));
	return arena_fmt(a, "%.4f, %.4f%.*s (%.*s, %.*s)", (double)p->lat / DEGREE,
	    (double)p->lon / DEGREE, STR_ARG(reach), STR_ARG(p->source), STR_ARG(p->licence));
}

static void
place_text(const struct view *w)
{
	const struct vocab_place *p = &w->v->places[w->place];
	struct str heading = message_text(w->c->a, w->c->lang, STR("cli.place.names"));

	field(w, "cli.place.id", p->id);
	field(w, "cli.place.called", called(w, w->place));
	field(w, "cli.place.kind", kind_of(w));
	field(w, "cli.place.in", lies_in(w));
	field(w, "cli.place.iso", p->iso);
	field(w, "cli.place.at", point_text(w));
	field(w, "cli.place.source",
	    p->source.n == 0
		? p->source
		: arena_fmt(w->c->a, "%.*s, %.*s", STR_ARG(p->source), STR_ARG(p->licence)));
	buf_fmt(w->c->out, "%.*s\n", STR_ARG(heading));
	names_text(w);
}

/* One line each, to choose from. */
static void
list_text(const struct view *w)
{
	struct buf *out = w->c->out;

	column_pad(out, w->v->places[w->place].id, ID_COLUMNS);
	struct str name = called(w, w->place), in = lies_in(w);
	buf_fmt(out, " %.*s%s%.*s\n", STR_ARG(name), in.n > 0 ? ", " : "", STR_ARG(in));
}

/* --- As JSON -------------------------------------------------------------------------------- */

static void
names_json(const struct view *w, struct json *array)
{
	struct names_list names = names_of(w);
	char room[11];

	for (size_t i = 0; i < names.count; i++) {
		const struct called *n = &names.at[i];
		struct json *o = json_push_object(array);
		json_set_str(o, STR("lang"), n->lang);
		json_set_str(o, STR("name"), n->name);
		if (n->first != DATE_OPEN_START)
			json_set_str(
			    o, STR("from"), arena_str(w->c->a, date_of_day(n->first, room)));
		if (n->last != DATE_OPEN_END)
			json_set_str(o, STR("to"), arena_str(w->c->a, date_of_day(n->last, room)));
	}
}

static void
point_json(const struct view *w, const struct vocab_place_point *p, struct json *o)
{
	struct arena *a = w->c->a;

	json_set_str(o, STR("lat"), arena_fmt(a, "%.4f", (double)p->lat / DEGREE));
	json_set_str(o, STR("lon"), arena_fmt(a, "%.4f", (double)p->lon / DEGREE));
	json_set_str(o, STR("precision"), p->precision);
	if (p->metres > 0)
		json_set_int(o, STR("metres"), p->metres);
	json_set_str(o, STR("source"), p->source);
	json_set_str(o, STR("licence"), p->licence);
}

static void
place_json(const struct view *w, struct json *o)
{
	const struct vocab_place *p = &w->v->places[w->place];
	const struct vocab_place_point *point = vocab_place_point(w->v, w->place);

	json_set_str(o, STR("id"), p->id);
	json_set_str(o, STR("called"), called(w, w->place));
	json_set_str(o, STR("kind"), p->kind);
	json_set_str(o, STR("iso"), p->iso);
	json_set_str(o, STR("source"), p->source);
	json_set_str(o, STR("licence"), p->licence);
	struct json *in = json_set_array(o, STR("in"));
	for (size_t k = p->parent; k != VOCAB_NONE; k = w->v->places[k].parent)
		json_push_str(in, w->v->places[k].id);
	if (point != NULL)
		point_json(w, point, json_set_object(o, STR("point")));
	names_json(w, json_set_array(o, STR("names")));
}

/* --- The command ---------------------------------------------------------------------------- */

static void
answer(struct view *w, struct vocab_meant meant)
{
	struct json *all = json_object(w->c->a), *places = json_set_array(all, STR("places"));

	for (size_t i = 0; i < meant.count; i++) {
		w->place = meant.places[i];
		if (w->c->json)
			place_json(w, json_push_object(places));
		else if (meant.count == 1)
			place_text(w);
		else
			list_text(w);
	}
	if (w->c->json)
		cli_json(w->c, all);
	else if (meant.count > 1)
		cli_note(w->c, STR("cli.place.several"), w->c->args[0]);
}

int
cmd_place(struct cli *c, struct err *e)
{
	struct vocab vocab;
	struct view view = {.c = c, .v = &vocab, .day = DATE_OPEN_END};

	if (option_has(&c->line, OPTION_DATE) &&
	    date_day(option_of(&c->line, OPTION_DATE), &view.day, e) < 0)
		return -1;
	if (opening_vocab(c, &vocab, e) != 0)
		return -1;
	struct vocab_meant meant = vocab_place_meant(c->a, &vocab, c->args[0], view.day);
	if (meant.count == 0)
		return err_fail(e, ERR_NOTFOUND, STR("cli.place.none"), c->args[0]);
	answer(&view, meant);
	return 0;
}
