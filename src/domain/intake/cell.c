#include "base/date.h"
#include "domain/intake/internal.h"
#include "kit/lang/fold.h"

/* --- Words of the vocabulary ---------------------------------------------------------------- */

static bool
is_label(struct arena *a, const struct vocab_label *label, struct str folded)
{
	return str_eq(fold_text(a, label->en), folded) || str_eq(fold_text(a, label->ru), folded) ||
	    str_eq(fold_text(a, label->kk), folded);
}

/* What people write for terms, besides their labels. */
static const struct {
	struct str list, word, term;
} practice[] = {
#define WRITTEN(list, word, term) {STR_INIT(list), STR_INIT(word), STR_INIT(term)},
#include "domain/intake/written.def"
#undef WRITTEN
};

static struct str
term_of(struct arena *a, const struct vocab *v, struct str list, struct str folded)
{
	for (size_t i = 0; i < LENGTH(practice); i++)
		if (str_eq(practice[i].list, list) && str_eq(practice[i].word, folded) &&
		    vocab_term(v, list, practice[i].term) != NULL)
			return practice[i].term;
	for (size_t i = 0; i < v->n_terms; i++)
		if (str_eq(v->terms[i].list, list) &&
		    (str_eq(v->terms[i].id, folded) || is_label(a, &v->terms[i].label, folded)))
			return v->terms[i].id;
	return STR("");
}

/* A place by any name it has, or had; none when several places bear the name. */
static struct str
place_of(struct arena *a, const struct vocab *v, struct str folded)
{
	size_t found = VOCAB_NONE;

	for (size_t i = 0; i < v->n_places; i++)
		if (str_eq(v->places[i].id, folded))
			return v->places[i].id;
	for (size_t i = 0; i < v->n_places + v->n_place_names; i++) {
		bool today = i < v->n_places;
		size_t place = today ? i : v->place_names[i - v->n_places].place;
		if (place == found ||
		    !is_label(a,
			today ? &v->places[i].label : &v->place_names[i - v->n_places].label,
			folded))
			continue;
		if (found != VOCAB_NONE)
			return STR("");
		found = place;
	}
	return found == VOCAB_NONE ? STR("") : v->places[found].id;
}

static struct str
provision_of(struct arena *a, const struct vocab *v, struct str folded)
{
	for (size_t i = 0; i < v->n_provisions; i++)
		if (is_label(a, &v->provisions[i].label, folded))
			return v->provisions[i].id;
	return STR("");
}

/* --- Yes and no, numbers -------------------------------------------------------------------- */

static struct str
boolean_of(struct str folded)
{
	static const struct str yes[] = {STR_INIT("yes"), STR_INIT("y"), STR_INIT("true"),
	    STR_INIT("1"), STR_INIT("да"), STR_INIT("иә"), STR_INIT("+"), STR_INIT("истина")};
	static const struct str no[] = {STR_INIT("no"), STR_INIT("n"), STR_INIT("false"),
	    STR_INIT("0"), STR_INIT("нет"), STR_INIT("жоқ"), STR_INIT("-"), STR_INIT("ложь")};

	for (size_t i = 0; i < LENGTH(yes); i++) {
		if (str_eq(folded, yes[i]))
			return STR("yes");
		if (str_eq(folded, no[i]))
			return STR("no");
	}
	return STR("");
}

/* "1 200" and "12.0", as spreadsheets write whole numbers. */
static struct str
integer_of(struct arena *a, struct str folded)
{
	struct buf *digits = buf_on(a);

	if (folded.n > 2 && folded.p[folded.n - 1] == '0' && folded.p[folded.n - 2] == '.')
		folded.n -= 2;
	for (size_t i = 0; i < folded.n; i++) {
		char c = folded.p[i];
		if ((c >= '0' && c <= '9') || (c == '-' && i == 0))
			buf_putc(digits, c);
		else if (c != ' ')
			return STR("");
	}
	return buf_str(digits);
}

/* --- Days ----------------------------------------------------------------------------------- */

/* Cuts a run of digits of most bytes; -1: there is none. */
static int
cut_number(struct str *text, size_t most, size_t *length)
{
	int n = 0;

	for (*length = 0; *length < text->n && *length < most; ++*length) {
		char c = text->p[*length];
		if (c < '0' || c > '9')
			break;
		n = n * 10 + (c - '0');
	}
	*text = (struct str){text->p + *length, text->n - *length};
	return *length > 0 ? n : -1;
}

static bool
cut_mark(struct str *text, char mark)
{
	if (text->n == 0 || text->p[0] != mark)
		return false;
	*text = (struct str){text->p + 1, text->n - 1};
	return true;
}

/* "9.6.2019", "09/06/2019", "6.2019": as EDTF, or empty. Two digits of a year say too little. */
static struct str
written_day(struct arena *a, struct str text, bool month_first)
{
	struct str rest = text;
	size_t n;
	int one = cut_number(&rest, 2, &n);
	char mark = rest.n > 0 ? rest.p[0] : '\0';

	if (one < 0 || (mark != '.' && mark != '/' && mark != '-'))
		return STR("");
	cut_mark(&rest, mark);
	int two = cut_number(&rest, 4, &n);
	if (n == 4 && rest.n == 0)
		return arena_fmt(a, "%04d-%02d", two, one);
	if (two < 0 || n > 2 || !cut_mark(&rest, mark))
		return STR("");
	int year = cut_number(&rest, 4, &n);
	if (n != 4 || (rest.n > 0 && !str_eq(rest, STR("г")) && !str_eq(rest, STR(" г"))))
		return STR("");
	return month_first ? arena_fmt(a, "%04d-%02d-%02d", year, one, two)
			   : arena_fmt(a, "%04d-%02d-%02d", year, two, one);
}

/* As spreadsheets write a day that has a time of nothing. */
static struct str
without_midnight(struct str text)
{
	static const struct str tails[] = {
	    STR_INIT(" 00:00:00"), STR_INIT("T00:00:00"), STR_INIT(" 0:00"), STR_INIT(" 00:00")};

	for (size_t i = 0; i < LENGTH(tails); i++)
		if (str_ends(text, tails[i]))
			return (struct str){text.p, text.n - tails[i].n};
	return text;
}

static struct str
date_of(struct arena *a, struct str text, bool month_first)
{
	struct str day = without_midnight(str_trim(text));
	struct date_set set;
	struct err e;

	if (day.n > 0 && day.p[day.n - 1] == '.')
		day.n--;
	struct str written = written_day(a, day, month_first);
	if (written.n > 0)
		day = written;
	return date_read(a, day, &set, &e) == 0 ? day : STR("");
}

bool
intake_cell_is_day(struct arena *a, struct str text)
{
	return date_of(a, text, false).n > 0 || date_of(a, text, true).n > 0;
}

/* --- Any cell ------------------------------------------------------------------------------- */

static struct str
understood(struct arena *a, const struct vocab *vocab, const struct plan_item *item,
    const struct vocab_property *p, struct str text)
{
	struct str folded = fold_text(a, text);

	switch (p->type) {
	case VOCAB_TERM:
		return term_of(a, vocab, p->list, folded);
	case VOCAB_PLACE:
		return place_of(a, vocab, folded);
	case VOCAB_PROVISION:
		return provision_of(a, vocab, folded);
	case VOCAB_BOOLEAN:
		return boolean_of(folded);
	case VOCAB_INTEGER:
		return integer_of(a, folded);
	case VOCAB_DATE:
		return date_of(a, text, item->month_first);
	default:
		return STR("");
	}
}

static struct cell
read_anew(struct arena *a, const struct vocab *vocab, struct plan_item *item, struct str text)
{
	const struct vocab_property *p = item->qualifier != NULL ? item->qualifier : item->property;
	const struct named *meant =
	    item->n_meanings > 0 ? names_last(&item->words, fold_text(a, text)) : NULL;
	struct str value = meant != NULL ? item->meanings[meant->number]
	    : p != NULL                  ? understood(a, vocab, item, p, text)
					 : STR("");

	if (value.n == 0 && meant == NULL)
		value = text;
	return (struct cell){.value = value, .other = !str_eq(value, text)};
}

struct cell
intake_cell_read(
    struct arena *a, const struct vocab *vocab, struct plan_item *item, struct str text)
{
	const struct named *before = names_last(&item->seen, text);

	if (before != NULL)
		return item->known[before->number];
	item->known =
	    arena_grow(a, item->known, item->n_known, &item->known_capacity, sizeof(*item->known));
	item->known[item->n_known] = read_anew(a, vocab, item, text);
	names_add(a, &item->seen, text, item->n_known);
	return item->known[item->n_known++];
}
