#include "base/buf.h"
#include "base/utf8.h"
#include "domain/publication/internal.h"
#include "domain/record/consent.h"
#include "kit/lang/fold.h"

/* The gate while it looks at one publication. */
struct gate {
	const struct count_reader *reader;
	const struct publication *publication;
	int32_t day;
	struct publication_problem *at;
	size_t n, capacity;
};

static struct publication_problem *
add(struct gate *g, const struct publication_revision *revision)
{
	g->at = arena_grow(g->reader->arena, g->at, g->n, &g->capacity, sizeof(*g->at));
	g->at[g->n] = (struct publication_problem){
	    .slug = g->publication->slug, .lang = revision->lang, .number = revision->number};
	return &g->at[g->n++];
}

/* --- Figures that have moved -------------------------------------------------------------------
 */

static struct str
figure_name(struct arena *a, const struct publication_figure *f)
{
	return arena_fmt(
	    a, "%.*s %.*s", STR_ARG(publication_live_name(f->asked.live)), STR_ARG(f->id));
}

/* The first of n rows that is not among the others, or "-". */
static struct str
only_in(const struct str *rows, size_t n, const struct str *others, size_t n_others)
{
	for (size_t i = 0; i < n; i++) {
		size_t k = 0;
		while (k < n_others && !str_eq(rows[i], others[k]))
			k++;
		if (k == n_others)
			return rows[i];
	}
	return STR("-");
}

/* Then and now of a figure; of a board the first row that is gone and the first that is new. */
static void
differ(struct arena *a, const struct publication_figure *f, struct str *then, struct str *now)
{
	const struct publication_said *t = &f->then, *n = &f->now;

	*then = publication_said_text(a, t);
	*now = publication_said_text(a, n);
	if (t->n_rows > 0 || n->n_rows > 0) {
		*then = only_in(t->rows, t->n_rows, n->rows, n->n_rows);
		*now = only_in(n->rows, n->n_rows, t->rows, t->n_rows);
	} else if (str_eq(*then, *now)) {
		*then = t->whose;
		*now = n->whose;
	}
}

static void
add_moved(
    struct gate *g, const struct publication_revision *revision, const struct publication_figure *f)
{
	struct arena *a = g->reader->arena;
	struct str then, now;

	if (f->known && !f->stale)
		return;
	struct publication_problem *p = add(g, revision);
	differ(a, f, &then, &now);
	if (!f->known)
		(void)err_fail(&p->why, ERR_DENIED, STR("publication.gone"), figure_name(a, f));
	else
		(void)err_fail(
		    &p->why, ERR_CONFLICT, STR("publication.stale"), figure_name(a, f), then, now);
}

/* --- Names -------------------------------------------------------------------------------------
 */

/* A person who may not be named, with the names that sources have for them. */
struct unnamed {
	struct str id; /* as the team sees it */
	const struct str *names;
	size_t n;
	bool shown; /* one of the names is a public statement */
};

struct unnamed_list {
	struct unnamed *at;
	size_t count, capacity;
};

/* Is a name among what is said of a person one that may not be shown on that day? */
static int
add_names(const struct record_reader *team, const struct record_sheet *sheet, int32_t day,
    struct unnamed *out, struct err *e)
{
	size_t capacity = 0;
	struct str *names = NULL;

	for (size_t i = 0; i < sheet->n_properties; i++) {
		const struct record_property *property = &sheet->properties[i];
		for (size_t k = 0; k < property->n_values; k++) {
			const struct record_statement *said = property->values[k].said[0];
			if (said->type != VOCAB_NAME)
				continue;
			int may = record_consent_may(
			    team, sheet->record.id, STR("name"), said->source_id, day, e);
			if (may < 0)
				return -1;
			if (may > 0)
				continue;
			names = arena_grow(team->arena, names, out->n, &capacity, sizeof(*names));
			names[out->n++] = fold_text(team->arena, said->value);
			out->shown |=
			    account_may((struct viewer){VIEWER_PUBLIC}, said->confidentiality);
		}
	}
	out->names = names;
	return 0;
}

static int
unnamed_all(const struct count_reader *r, int32_t day, struct unnamed_list *out, struct err *e)
{
	const struct record_reader team = {
	    .db = r->db, .arena = r->arena, .vocab = r->vocab, .viewer = {VIEWER_TEAM}};
	struct record_list persons;

	*out = (struct unnamed_list){0};
	if (vocab_kind(r->vocab, STR("person")) == VOCAB_NONE)
		return 0;
	if (record_list(&team, STR("person"), STR("en"), &persons, e) < 0)
		return -1;
	for (size_t i = 0; i < persons.count; i++) {
		struct unnamed one = {.id = record_name(&persons.at[i])};
		struct record_sheet sheet;
		if (record_read(&team, &persons.at[i], &sheet, e) < 0 ||
		    add_names(&team, &sheet, day, &one, e) < 0)
			return -1;
		if (one.n == 0)
			continue;
		out->at =
		    arena_grow(r->arena, out->at, out->count, &out->capacity, sizeof(*out->at));
		out->at[out->count++] = one;
	}
	return 0;
}

/* A word of a name without its last letter: what case changes in Russian. */
static struct str
stem_of(struct str word)
{
	size_t letters = 0, last = 0;

	for (size_t at = 0; at < word.n; letters++) {
		last = at;
		utf8_next(word, &at);
	}
	return letters >= 5 ? str_sub(word, 0, last) : word;
}

/* Does a word that begins with stem stand in line? Both are folded. */
static bool
word_stands(struct str line, struct str stem)
{
	bool inside = false;

	for (size_t at = 0; at < line.n;) {
		if (!inside && str_starts(str_sub(line, at, line.n), stem))
			return true;
		inside = fold_is_letter(utf8_next(line, &at));
	}
	return false;
}

/* Do all words of a name stand in one line of a text, in whatever order and case? */
static bool
name_stands(struct str text, struct str name)
{
	while (text.n > 0) {
		struct str line = str_cut(&text, '\n'), rest = name;
		bool all = true;
		while (rest.n > 0 && all)
			all = word_stands(line, stem_of(str_cut(&rest, ' ')));
		if (all && name.n > 0)
			return true;
	}
	return false;
}

static void
put_line(struct buf *words, struct arena *a, struct str text)
{
	buf_put(words, fold_text(a, text));
	buf_putc(words, '\n');
}

/* All that a revision says in its own words, folded, a paragraph a line. */
static struct str
words_of(struct arena *a, const struct publication_revision *revision)
{
	struct buf *words = buf_on(a);
	struct str rest = revision->text;

	for (size_t i = 0; i < PUBLICATION_FIELDS; i++)
		put_line(words, a, revision->field[i]);
	put_line(words, a, revision->note);
	while (rest.n > 0) {
		size_t end = str_search(rest, STR("\n\n"));
		put_line(words, a, str_sub(rest, 0, end));
		rest = str_sub(rest, end + 2, rest.n);
	}
	return buf_str(words);
}

/* Does it show what records say? */
static bool
shows_records(const struct publication_article *article)
{
	for (size_t i = 0; i < article->n_figures; i++) {
		enum publication_live live = article->figures[i].asked.live;
		if (live == PUBLICATION_ACT || live == PUBLICATION_LAW ||
		    live == PUBLICATION_DEMANDS)
			return true;
	}
	return false;
}

static void
add_named(struct gate *g, const struct publication_revision *revision, bool records,
    const struct unnamed_list *persons)
{
	struct str words = words_of(g->reader->arena, revision);

	for (size_t i = 0; i < persons->count; i++) {
		const struct unnamed *person = &persons->at[i];
		bool named = records && person->shown;
		for (size_t k = 0; k < person->n && !named; k++)
			named = name_stands(words, person->names[k]);
		if (named)
			(void)err_fail(&add(g, revision)->why, ERR_DENIED, STR("publication.name"),
			    person->id);
	}
}

/* --- The gate ----------------------------------------------------------------------------------
 */

static int
check_revision(struct gate *g, const struct publication_revision *revision, bool current,
    const struct unnamed_list *persons, struct err *e)
{
	struct publication_article article;

	if (publication_article(g->reader, g->publication, revision, &article, e) < 0)
		return -1;
	for (size_t i = 0; i < article.n_figures && current; i++)
		add_moved(g, revision, &article.figures[i]);
	add_named(g, revision, current && shows_records(&article), persons);
	return 0;
}

int
publication_check(const struct count_reader *r, const struct publication *publication, int32_t day,
    struct publication_problems *out, struct err *e)
{
	struct gate gate = {.reader = r, .publication = publication, .day = day};
	struct publication_revisions revisions;
	struct unnamed_list persons;

	if (publication_revisions(r, publication, &revisions, e) < 0 ||
	    unnamed_all(r, day, &persons, e) < 0)
		return -1;
	for (size_t i = 0; i < revisions.count; i++) {
		const struct publication_revision *revision = &revisions.at[i];
		bool current = revision == publication_current(&revisions, revision->lang);
		if (revision->state == PUBLICATION_SHOWN &&
		    check_revision(&gate, revision, current, &persons, e) < 0)
			return -1;
	}
	*out = (struct publication_problems){gate.at, gate.n};
	return 0;
}

int
publication_check_all(
    const struct count_reader *r, int32_t day, struct publication_problems *out, struct err *e)
{
	struct publication_list all;
	struct publication_problem *at = NULL;
	size_t n = 0, capacity = 0;

	if (publication_all(r, &all, e) < 0)
		return -1;
	for (size_t i = 0; i < all.count; i++) {
		struct publication_problems problems;
		if (publication_check(r, &all.at[i], day, &problems, e) < 0)
			return -1;
		for (size_t k = 0; k < problems.count; k++) {
			at = arena_grow(r->arena, at, n, &capacity, sizeof(*at));
			at[n++] = problems.at[k];
		}
	}
	*out = (struct publication_problems){at, n};
	return 0;
}
