#include "engine/link/wording.h"

#include <math.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "engine/link/field.h"
#include "engine/link/hash.h"
#include "engine/link/identifier.h"
#include "kit/lang/fold.h"
#include "kit/lang/name.h"

#define PHONE 10    /* digits of a telephone with its area, as most are written */
#define PIECE 1024  /* texts that a thread reads at a time */
#define UNSEEN 0.5  /* names that a word is taken to have stood in before any is read */
#define KEPT 2.0    /* names of two words, given name first, and */
#define TURNED 1.0  /* family name first, that are taken to be there before any is read */
#define TELLING 1.0 /* log-odds of an order by its words, from which it says how others are */

/* A name of two words whose order is not known: what it becomes when the family's comes first. */
struct unsure {
	uint32_t text;
	struct str given, family;
	double odds; /* that it does, by where its words stand in other names */
};

/* Texts that were read by one thread. */
struct piece {
	struct arena *a;
	struct unsure *unsure;
	size_t n_unsure, capacity;
	size_t sure, two, filled; /* rows, as in wording_names */
};

struct worded {
	const struct table_column *c;
	struct arena *a;  /* of all that was read; NULL: nothing was */
	size_t parts;     /* of a text */
	uint8_t *sexes;   /* of names: as their endings say it */
	bool *unsure;     /* of whole names: which part is which is not known of a text */
	struct str *said; /* of each part, all texts of a part next to each other */
	struct wording_names names;
	struct piece *pieces;
	size_t n_pieces;
};

struct wording {
	link_share *share;
	struct worded *columns;
	size_t count;
};

/* How many names have a word as given name, or as family name. */
struct stands {
	struct intern *words;
	double *names;
};

/* Letters and digits of words parted by one blank; every other sign is a blank. */
static struct str
plain_words(struct arena *a, struct str text)
{
	struct str folded = name_fold(a, text);
	char *room = arena_alloc(a, folded.n + 1);
	size_t n = 0;

	for (size_t at = 0; at < folded.n;) {
		size_t start = at;
		uint32_t c = utf8_next(folded, &at);
		bool word = fold_is_letter(c) || (c >= '0' && c <= '9') || c == '\'';
		if (word) {
			memcpy(room + n, folded.p + start, at - start);
			n += at - start;
		} else if (n > 0 && room[n - 1] != ' ') {
			room[n++] = ' ';
		}
	}
	return str_trim((struct str){room, n});
}

/* A telephone without what hangs on where one calls from: +7 701, 8 701 and 701; +996 555, 0555. */
static struct str
plain_phone(struct str digits, bool plus)
{
	size_t n = digits.n;
	bool seven = n == PHONE + 1 && (digits.p[0] == '7' || digits.p[0] == '8');

	if (seven)
		return str_sub(digits, 1, n);
	if ((plus && n > PHONE) || (n == PHONE && digits.p[0] == '0'))
		return str_sub(digits, n - PHONE + 1, n);
	return digits;
}

static size_t
digits_in(struct str text)
{
	size_t n = 0;

	for (size_t i = 0; i < text.n; i++)
		n += text.p[i] >= '0' && text.p[i] <= '9';
	return n;
}

/* The first of several telephones in a cell; else all of it. */
static struct str
first_phone(struct str text)
{
	size_t digits = 0;

	for (size_t i = 0; i < text.n; i++) {
		char c = text.p[i];
		digits += c >= '0' && c <= '9';
		if ((c != ',' && c != ';' && c != '/' && c != '\n') || digits < PHONE)
			continue;
		bool more = digits_in(str_sub(text, i, text.n)) >= PHONE;
		return more ? str_trim(str_sub(text, 0, i)) : text;
	}
	return text;
}

struct str
wording_code(struct arena *a, struct str text)
{
	text = first_phone(text);
	struct str folded = fold_text(a, text);
	char *room = arena_alloc(a, folded.n + 1);
	size_t n = 0, digits = digits_in(folded);

	for (size_t i = 0; i < folded.n; i++) {
		char c = folded.p[i];
		if (c == '-' || c == '(' || c == ')' || c == '+' || (c == ' ' && n == 0))
			continue;
		room[n++] = c;
	}
	struct str code = str_trim((struct str){room, n});
	if (digits < PHONE)
		return code;
	n = 0;
	for (size_t i = 0; i < code.n; i++)
		if (code.p[i] != ' ' && code.p[i] != '.')
			room[n++] = code.p[i];
	code = (struct str){room, n};
	return n == digits ? plain_phone(code, folded.n > 0 && folded.p[0] == '+') : code;
}

/* Sounds of the parts of one role, in order, parted by blanks; stems where the ending changes. */
static struct str
role_sounds(struct arena *a, const struct name *name, enum name_role role, bool all)
{
	struct buf *b = buf_on(a);

	for (size_t i = 0; i < name->count; i++) {
		const struct name_part *part = &name->parts[i];
		bool own = part->role == role || (part->role == NAME_OTHER && role == NAME_GIVEN);
		if (!own && !all)
			continue;
		if (b->n > 0)
			buf_putc(b, ' ');
		buf_put(b, role == NAME_GIVEN ? part->sound : part->stem);
	}
	return buf_str(b);
}

static enum name_role
role_of(enum link_kind kind)
{
	return kind == LINK_GIVEN ? NAME_GIVEN
	    : kind == LINK_FAMILY ? NAME_FAMILY
				  : NAME_PATRONYMIC;
}

bool
wording_is_part(enum link_kind kind)
{
	return kind == LINK_GIVEN || kind == LINK_FAMILY || kind == LINK_PATRONYMIC;
}

/* One spelling for every form of a day, so that how common it is does not hang on the form. */
static struct str
plain_date(struct arena *a, struct str text)
{
	struct str folded = fold_text(a, text);
	struct birth b;

	return birth_read(folded, &b) ? birth_text(a, b) : folded;
}

/* One word for every way to write a sex; another choice is what it is. */
static struct str
plain_choice(struct arena *a, struct str text)
{
	enum sex sex = sex_read(a, text);

	return sex == SEX_UNSAID ? fold_text(a, text) : sex_word(sex);
}

static struct str
normal_text(struct arena *a, enum link_kind kind, struct str text)
{
	enum field_way way = field_way_of(kind);

	if (kind == LINK_IDENTIFIER)
		return identifier_plain(a, text);
	if (kind == LINK_SEX)
		return plain_choice(a, text);
	return way == FIELD_WAY_WORDS ? plain_words(a, text)
	    : way == FIELD_WAY_CODE   ? wording_code(a, text)
	    : way == FIELD_WAY_DATE   ? plain_date(a, text)
				      : fold_text(a, text);
}

static struct str *
said_at(const struct worded *w, uint32_t text, size_t part)
{
	return &w->said[part * (intern_count(w->c->texts) + 1) + text];
}

/* No ending, comma or initial says which part is which. */
static bool
is_unsure(const struct name *name)
{
	bool sure = false;

	for (size_t i = 0; i < name->count; i++)
		sure = sure || name->parts[i].sure || (name->parts[i].initial && name->count > 1);
	return !sure;
}

static void
unsure_add(struct piece *p, uint32_t text, const struct name *name)
{
	p->unsure = arena_grow(p->a, p->unsure, p->n_unsure, &p->capacity, sizeof(*p->unsure));
	p->unsure[p->n_unsure++] = (struct unsure){
	    text, arena_str(p->a, name->parts[1].sound), arena_str(p->a, name->parts[0].stem), 0};
}

/* What a text tells of its column. */
static void
name_note(const struct worded *w, struct piece *p, uint32_t text, const struct name *name)
{
	bool known = false;

	for (size_t i = 0; i < name->count; i++)
		known = known || name->parts[i].sure;
	p->filled += w->c->uses[text];
	p->two += name->count > 1 && name->count <= 5 ? w->c->uses[text] : 0;
	p->sure += known ? w->c->uses[text] : 0;
	if (name->count > 1) {
		w->names.firsts[text] = hash_str(name->parts[0].sound);
		w->names.lasts[text] = hash_str(name->parts[name->count - 1].sound);
	}
}

static void
name_word(const struct worded *w, struct piece *p, uint32_t text, struct arena *a)
{
	static const enum name_role roles[WORDING_PARTS] = {
	    NAME_GIVEN, NAME_FAMILY, NAME_PATRONYMIC};
	struct name name = name_read(a, intern_str(w->c->texts, text));

	if (w->names.firsts != NULL)
		name_note(w, p, text, &name);

	for (size_t i = 0; i < WORDING_PARTS; i++)
		*said_at(w, text, i) = arena_str(p->a, role_sounds(a, &name, roles[i], false));
	w->unsure[text] = is_unsure(&name);
	w->sexes[text] = (uint8_t)name_sex(&name);
	if (w->unsure[text] && name.count == 2)
		unsure_add(p, text, &name);
}

/* Of a column of one part of names. */
static void
part_word(const struct worded *w, struct piece *p, uint32_t text, struct arena *a)
{
	struct name name = name_read(a, intern_str(w->c->texts, text));

	*said_at(w, text, 0) = arena_str(p->a, role_sounds(a, &name, role_of(w->c->kind), true));
	w->sexes[text] = (uint8_t)name_sex(&name);
}

static void
piece_word(void *arg, size_t piece)
{
	const struct worded *w = arg;
	size_t first = piece * PIECE + 1, n = intern_count(w->c->texts);
	struct piece *p = &w->pieces[piece];

	p->a = arena_new();
	for (size_t v = first; v <= n && v < first + PIECE; v++) {
		struct arena *a = arena_new();
		uint32_t text = (uint32_t)v;
		if (w->parts > 1)
			name_word(w, p, text, a);
		else if (wording_is_part(w->c->kind))
			part_word(w, p, text, a);
		else
			*said_at(w, text, 0) = arena_str(
			    p->a, normal_text(a, w->c->kind, intern_str(w->c->texts, text)));
		arena_free(a);
	}
}

static void
column_word(struct wording *w, size_t column, size_t parts)
{
	struct worded *c = &w->columns[column];
	size_t n = intern_count(c->c->texts);

	c->a = arena_new();
	c->parts = parts;
	c->n_pieces = share_pieces(n, PIECE);
	c->said = ARENA_ARRAY(c->a, struct str, (n + 1) * parts);
	c->unsure = ARENA_ARRAY(c->a, bool, n + 1);
	c->sexes = ARENA_ARRAY(c->a, uint8_t, n + 1);
	c->pieces = ARENA_ARRAY(c->a, struct piece, c->n_pieces);
	share_out(w->share, c->n_pieces, piece_word, c);
}

/* Lets go of what was read of a column. */
static void
column_forget(struct worded *c)
{
	for (size_t p = 0; p < c->n_pieces; p++)
		arena_free(c->pieces[p].a);
	arena_free(c->a);
	*c = (struct worded){.c = c->c};
}

static struct stands
stands_new(struct arena *a, size_t most)
{
	return (struct stands){intern_new(a), ARENA_ARRAY(a, double, most + 2)};
}

static double *
stands_of(const struct stands *s, struct str word)
{
	return &s->names[intern_text(s->words, word)];
}

static void
column_stands(const struct worded *c, const struct stands *given, const struct stands *family)
{
	uint32_t n = c->a == NULL ? 0 : intern_count(c->c->texts);

	for (uint32_t v = 1; v <= n; v++) {
		if (c->unsure[v])
			continue;
		if (c->c->kind == LINK_FAMILY)
			++*stands_of(family, *said_at(c, v, 0));
		else if (c->c->kind != LINK_PATRONYMIC)
			++*stands_of(given, *said_at(c, v, 0));
		if (c->parts > 1)
			++*stands_of(family, *said_at(c, v, 1));
	}
}

/* ln of how much likelier the words stand turned than as they were read. */
static double
turned_odds(const struct worded *c, const struct unsure *u, const struct stands *given,
    const struct stands *family)
{
	double turned =
	    log(*stands_of(given, u->given) + UNSEEN) + log(*stands_of(family, u->family) + UNSEEN);
	double kept = log(*stands_of(given, *said_at(c, u->text, 0)) + UNSEEN) +
	    log(*stands_of(family, *said_at(c, u->text, 1)) + UNSEEN);

	return turned - kept;
}

/* Turns those names of a column whose words say so, and where they say nothing as most others are.
 */
static void
column_turn(const struct worded *c, const struct stands *given, const struct stands *family)
{
	double kept = KEPT, turned = TURNED;

	for (size_t p = 0; p < c->n_pieces; p++) {
		for (size_t i = 0; i < c->pieces[p].n_unsure; i++) {
			struct unsure *u = &c->pieces[p].unsure[i];
			u->odds = turned_odds(c, u, given, family);
			turned += u->odds > TELLING;
			kept += u->odds < -TELLING;
		}
	}
	for (size_t p = 0; p < c->n_pieces; p++) {
		for (size_t i = 0; i < c->pieces[p].n_unsure; i++) {
			const struct unsure *u = &c->pieces[p].unsure[i];
			double odds = u->odds + log(turned / kept);
			c->unsure[u->text] = fabs(odds) < TELLING;
			if (odds <= 0)
				continue;
			*said_at(c, u->text, 0) = u->given;
			*said_at(c, u->text, 1) = u->family;
		}
	}
}

static size_t
unsure_count(const struct wording *w)
{
	size_t n = 0;

	for (size_t k = 0; k < w->count; k++)
		for (size_t p = 0; p < w->columns[k].n_pieces; p++)
			n += w->columns[k].pieces[p].n_unsure;
	return n;
}

/* Names of two words by where these stand in all others. */
static void
names_turn(struct wording *w)
{
	struct arena *a = arena_new();
	size_t most = 2 * unsure_count(w);

	for (size_t k = 0; k < w->count; k++)
		most += w->columns[k].a == NULL ? 0 : 2 * intern_count(w->columns[k].c->texts);
	struct stands given = stands_new(a, 2 * most), family = stands_new(a, 2 * most);
	for (size_t k = 0; k < w->count; k++)
		column_stands(&w->columns[k], &given, &family);
	for (size_t k = 0; k < w->count; k++)
		column_turn(&w->columns[k], &given, &family);
	arena_free(a);
}

void
wording_free(struct wording *w)
{
	for (size_t k = 0; k < w->count; k++)
		column_forget(&w->columns[k]);
}

static void
free_at_end(void *arg)
{
	wording_free(arg);
}

/* The wording of t, of which nothing was read yet when nobody asked. */
static struct wording *
wording_begun(struct table *t, link_share *share)
{
	if (t->wording != NULL)
		return t->wording;
	struct wording *w = ARENA_NEW(t->a, struct wording);
	*w = (struct wording){share, ARENA_ARRAY(t->a, struct worded, t->n_columns), t->n_columns};
	for (size_t k = 0; k < w->count; k++)
		w->columns[k].c = &t->columns[k];
	arena_defer(t->a, free_at_end, w);
	t->wording = w;
	return w;
}

struct wording_names
wording_as_names(struct arena *a, struct table *t, size_t column, link_share *share)
{
	struct wording *w = wording_begun(t, share);
	struct worded *c = &w->columns[column];
	size_t n = intern_count(c->c->texts);

	column_forget(c);
	c->names.firsts = ARENA_ARRAY(a, uint64_t, n + 1);
	c->names.lasts = ARENA_ARRAY(a, uint64_t, n + 1);
	column_word(w, column, WORDING_PARTS);
	for (size_t p = 0; p < c->n_pieces; p++) {
		c->names.sure += c->pieces[p].sure;
		c->names.two += c->pieces[p].two;
		c->names.filled += c->pieces[p].filled;
	}
	struct wording_names names = c->names;
	c->names = (struct wording_names){NULL, NULL, 0, 0, 0};
	return names;
}

bool
wording_has_names(const struct table *t, size_t column)
{
	return t->wording != NULL && t->wording->columns[column].parts == WORDING_PARTS;
}

struct wording *
wording_new(struct table *t, link_share *share)
{
	struct wording *w = wording_begun(t, share);

	for (size_t k = 0; k < w->count; k++) {
		enum link_kind kind = t->columns[k].kind;
		size_t parts = kind == LINK_NAME ? WORDING_PARTS : 1;
		if (w->columns[k].a != NULL && w->columns[k].parts != parts)
			column_forget(&w->columns[k]);
		if ((kind == LINK_NAME || wording_is_part(kind)) && w->columns[k].a == NULL)
			column_word(w, k, parts);
	}
	if (unsure_count(w) > 0)
		names_turn(w);
	return w;
}

bool
wording_is_sure(const struct wording *w, size_t column, uint32_t text)
{
	return text != 0 && !w->columns[column].unsure[text];
}

struct str
wording_sex(const struct wording *w, size_t column, uint32_t text)
{
	uint8_t sex = w->columns[column].sexes[text];

	return sex_word(sex == NAME_MAN ? SEX_MALE : sex == NAME_WOMAN ? SEX_FEMALE : SEX_UNSAID);
}

const struct str *
wording_of(struct wording *w, size_t column, size_t part)
{
	struct worded *c = &w->columns[column];

	if (c->a == NULL)
		column_word(w, column, 1);
	return said_at(c, 0, part);
}
