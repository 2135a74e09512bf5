#include "domain/vocab/vocab.h"
#include "face/cli/cli.h"
#include "face/cli/column.h"
#include "face/cli/opening.h"

/* One word of a list, in the order of the data. */
struct word {
	struct str list, id;
	const struct vocab_label *label;
};

struct words {
	struct arena *a;
	struct word *at;
	size_t count, capacity;
};

static void
word_add(struct words *w, struct str list, struct str id, const struct vocab_label *label)
{
	w->at = arena_grow(w->a, w->at, w->count, &w->capacity, sizeof(*w->at));
	w->at[w->count++] = (struct word){list, id, label};
}

static void
words_gather(struct words *w, const struct vocab *v)
{
	for (size_t i = 0; i < v->n_measures; i++)
		word_add(w, STR("measures"), v->measures[i].id, &v->measures[i].label);
	for (size_t i = 0; i < v->n_places; i++)
		word_add(w, STR("places"), v->places[i].id, &v->places[i].label);
	for (size_t i = 0; i < v->n_whos; i++)
		word_add(w, STR("whos"), v->whos[i].id, &v->whos[i].label);
	for (size_t i = 0; i < v->n_origins; i++)
		word_add(w, STR("origins"), v->origins[i].id, &v->origins[i].label);
	for (size_t i = 0; i < v->n_assumptions; i++)
		word_add(w, STR("assumptions"), v->assumptions[i].id, &v->assumptions[i].label);
	for (size_t i = 0; i < v->n_kinds; i++)
		word_add(w, STR("kinds"), v->kinds[i].id, &v->kinds[i].label);
	for (size_t i = 0; i < v->n_properties; i++)
		word_add(w, v->properties[i].of, v->properties[i].id, &v->properties[i].label);
	for (size_t i = 0; i < v->n_provisions; i++)
		word_add(w, STR("provisions"), v->provisions[i].id, &v->provisions[i].label);
	for (size_t i = 0; i < v->n_terms; i++)
		word_add(w, v->terms[i].list, v->terms[i].id, &v->terms[i].label);
}

static bool
list_begins(const struct words *w, size_t at)
{
	return at == 0 || !str_eq(w->at[at].list, w->at[at - 1].list);
}

static void
words_text(struct cli *c, const struct words *w, struct str list)
{
	size_t width = 26;

	for (size_t i = 0; i < w->count; i++)
		if ((list.n == 0 || str_eq(list, w->at[i].list)) && w->at[i].id.n > width)
			width = w->at[i].id.n;
	for (size_t i = 0; i < w->count; i++) {
		if (list.n > 0 && !str_eq(list, w->at[i].list))
			continue;
		if (list.n == 0 && list_begins(w, i))
			buf_fmt(c->out, "%s%.*s\n", i > 0 ? "\n" : "", STR_ARG(w->at[i].list));
		column_pad(c->out, w->at[i].id, width);
		buf_fmt(c->out, " %.*s\n", STR_ARG(vocab_text(w->at[i].label, lang_code(c->lang))));
	}
}

static void
words_json(struct cli *c, const struct words *w, struct str list)
{
	struct json *answer = json_object(c->a), *rows = NULL;
	struct json *lists = json_set_array(answer, STR("lists"));

	for (size_t i = 0; i < w->count; i++) {
		if (list.n > 0 && !str_eq(list, w->at[i].list))
			continue;
		if (rows == NULL || list_begins(w, i)) {
			struct json *group = json_push_object(lists);
			json_set_str(group, STR("list"), w->at[i].list);
			rows = json_set_array(group, STR("words"));
		}
		struct json *row = json_push_object(rows);
		json_set_str(row, STR("id"), w->at[i].id);
		json_set_str(row, STR("label"), vocab_text(w->at[i].label, lang_code(c->lang)));
	}
	cli_json(c, answer);
}

int
cmd_vocab(struct cli *c, struct err *e)
{
	struct vocab vocab;
	struct words words = {.a = c->a};
	struct str list = c->arg_count > 0 ? c->args[0] : STR("");
	bool known = list.n == 0;

	if (opening_vocab(c, &vocab, e) != 0)
		return -1;
	words_gather(&words, &vocab);
	for (size_t i = 0; i < words.count; i++)
		known = known || str_eq(words.at[i].list, list);
	if (!known)
		return err_fail(e, ERR_NOTFOUND, STR("cli.vocab.list"), list);
	if (c->json)
		words_json(c, &words, list);
	else
		words_text(c, &words, list);
	return 0;
}
