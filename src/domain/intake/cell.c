#include <string.h>

#include "base/date.h"
#include "domain/intake/internal.h"
#include "domain/vocab/gazetteer.h"
#include "kit/lang/fold.h"
#include "kit/seal/armor.h"
#include "kit/seal/digest.h"

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

/* Is it the id of a term? Names of choices in forms have "_" where ours have "-". */
static bool
is_id(struct str id, struct str folded)
{
	if (id.n != folded.n)
		return false;
	for (size_t i = 0; i < id.n; i++)
		if (id.p[i] != folded.p[i] && !(id.p[i] == '-' && folded.p[i] == '_'))
			return false;
	return true;
}

static struct str
term_of(struct arena *a, const struct vocab *v, struct str list, struct str folded)
{
	/* "group::term" is a term within a group of terms. */
	for (size_t i = folded.n; i > 2; i--)
		if (folded.p[i - 1] == ':' && folded.p[i - 2] == ':') {
			folded = str_trim(str_sub(folded, i, folded.n));
			break;
		}
	for (size_t i = 0; i < LENGTH(practice); i++)
		if (str_eq(practice[i].list, list) && str_eq(practice[i].word, folded) &&
		    vocab_term(v, list, practice[i].term) != NULL)
			return practice[i].term;
	for (size_t i = 0; i < v->n_terms; i++)
		if (str_eq(v->terms[i].list, list) &&
		    (is_id(v->terms[i].id, folded) || is_label(a, &v->terms[i].label, folded)))
			return v->terms[i].id;
	return STR("");
}

/* A place by any name it has, or had; none when several places bear the name. */
static struct str
place_of(struct arena *a, const struct vocab *v, struct str text, int32_t day)
{
	struct vocab_meant meant = vocab_place_meant(a, v, text, day);

	return meant.count == 1 ? v->places[meant.places[0]].id : STR("");
}

static struct str
provision_of(struct arena *a, const struct vocab *v, struct str folded)
{
	for (size_t i = 0; i < v->n_provisions; i++)
		if (is_label(a, &v->provisions[i].label, folded))
			return v->provisions[i].id;
	return STR("");
}

/* --- Points --------------------------------------------------------------------------------- */

/* Is it a number of degrees or metres? */
static bool
is_measure(struct str text)
{
	for (size_t i = 0; i < text.n; i++)
		if (strchr("0123456789.-", text.p[i]) == NULL)
			return false;
	return text.n > 0 && text.p[text.n - 1] >= '0' && text.p[text.n - 1] <= '9';
}

/* As many places behind the point as a point may have; one with none stays whole. */
static struct str
degrees_of(struct str text)
{
	struct str part = text, whole = str_cut(&part, '.');

	while (part.n > 0 && (part.n > 7 || part.p[part.n - 1] == '0'))
		part.n--;
	return str_sub(text, 0, part.n > 0 ? whole.n + 1 + part.n : whole.n);
}

/* How exact a device says it is, in metres; unsaid, nobody may take it for exact. */
static struct str
precision_of(struct str accuracy)
{
	struct str rest = accuracy, whole = str_cut(&rest, '.');
	int64_t metres;

	if (!str_to_int(whole, &metres) || metres < 0)
		return STR("region");
	return metres < 10  ? STR("exact")
	    : metres < 100  ? STR("vicinity")
	    : metres < 1000 ? STR("locality")
			    : STR("region");
}

/* The next part of a point: behind commas one may be empty, behind blanks none is. */
static struct str
cut_part(struct str *text)
{
	static const char marks[] = {'|', ','};

	for (size_t i = 0; i < LENGTH(marks); i++)
		if (str_find(*text, marks[i]) < text->n)
			return str_trim(str_cut(text, marks[i]));
	*text = str_trim(*text);
	return str_cut(text, ' ');
}

/*
 * "43.2389 76.9455 800 4.5" (latitude, longitude, height, accuracy, as ODK and Kobo write),
 * "43.2389|76.9455" (Uwazi), "[43.2389, 76.9455]": a point as its type wants it, or empty.
 */
static struct str
point_of(struct arena *a, struct str text)
{
	if (str_starts(text, STR("[")) && str_ends(text, STR("]")))
		text = str_sub(text, 1, text.n - 1);
	struct str lat = cut_part(&text), lon = cut_part(&text), height = cut_part(&text);
	struct str accuracy = str_trim(text);
	bool good = is_measure(lat) && is_measure(lon) && (height.n == 0 || is_measure(height)) &&
	    (accuracy.n == 0 || is_measure(accuracy));
	if (!good)
		return STR("");
	lat = degrees_of(lat);
	lon = degrees_of(lon);
	struct str precision = precision_of(accuracy);
	return arena_fmt(a, "%.*s,%.*s %.*s", STR_ARG(lat), STR_ARG(lon), STR_ARG(precision));
}

bool
intake_cell_is_point(struct arena *a, struct str text)
{
	return point_of(a, str_trim(text)).n > 0;
}

/* --- Ids ------------------------------------------------------------------------------------ */

#define ALIAS_BYTES 64
#define ALIAS_KEPT 40 /* of a longer one; its hash tells it from others */

static bool
is_alias_sign(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	    c == '_' || c == '.' || c == '-';
}

/* What of a text an alias may have: between it one "-" at a time. */
static struct buf *
alias_signs(struct arena *a, struct str text)
{
	struct buf *b = buf_on(a);

	for (size_t i = 0; i < text.n; i++) {
		bool good = is_alias_sign(text.p[i]);
		if (good || (b->n > 0 && b->p[b->n - 1] != '-' && text.p[i] != ']'))
			buf_putc(b, good ? text.p[i] : '-');
	}
	return b;
}

static struct str
hashed(struct buf *b, struct str text)
{
	uint8_t hash[DIGEST_BYTES];

	digest_of(text.p, text.n, hash);
	buf_cut(b, b->n < ALIAS_KEPT ? b->n : ALIAS_KEPT);
	buf_putc(b, '-');
	armor_hex(b, hash, 8);
	return buf_str(b);
}

struct str
intake_cell_id(struct arena *a, struct str text)
{
	if (!str_starts(text, STR("uuid:")))
		return text;
	struct buf *b = alias_signs(a, str_sub(text, strlen("uuid:"), text.n));
	return b->n <= ALIAS_BYTES ? buf_str(b) : hashed(b, text);
}

struct str
intake_cell_alias(struct arena *a, struct str text)
{
	bool good = text.n <= ALIAS_BYTES;

	for (size_t i = 0; i < text.n; i++)
		good = good && is_alias_sign(text.p[i]);
	return good ? text : hashed(alias_signs(a, text), text);
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

/* "2019/6/9", "2019 06 09": as EDTF, or empty. */
static struct str
year_first(struct arena *a, struct str text)
{
	struct str rest = text;
	size_t n;
	int year = cut_number(&rest, 4, &n);
	char mark = rest.n > 0 ? rest.p[0] : '\0';

	if (n != 4 || (mark != '/' && mark != '.' && mark != ' ') || !cut_mark(&rest, mark))
		return STR("");
	int month = cut_number(&rest, 2, &n);
	if (month < 0 || !cut_mark(&rest, mark))
		return STR("");
	int day = cut_number(&rest, 2, &n);
	return day < 0 || rest.n > 0 ? STR("") : arena_fmt(a, "%04d-%02d-%02d", year, month, day);
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

/* "2019-06-12T08:15:30.123Z": the parts of a second are the machine's. */
static struct str
without_parts(struct arena *a, struct str text)
{
	size_t point = str_find(text, '.'), end = point + 1;

	if (point == text.n || str_find(text, 'T') > point)
		return text;
	while (end < text.n && text.p[end] >= '0' && text.p[end] <= '9')
		end++;
	struct str before = str_sub(text, 0, point), behind = str_sub(text, end, text.n);
	return arena_fmt(a, "%.*s%.*s", STR_ARG(before), STR_ARG(behind));
}

/* One day, or what EDTF has besides. */
static struct str
day_of(struct arena *a, struct str text, bool month_first)
{
	struct str day = without_parts(a, without_midnight(str_trim(text)));
	struct edtf read;
	struct err e;

	if (str_ends(day, STR(".")) && !str_ends(day, STR("..")))
		day.n--;
	struct str written = written_day(a, day, month_first);
	if (written.n == 0)
		written = year_first(a, day);
	if (written.n > 0)
		day = written;
	return edtf_read(a, day, &read, &e) == 0 ? day : STR("");
}

/* "2019/06/09:2019/06/10" and ":2019/06/10" as Uwazi takes them, with "~" as it gives them. */
static struct str
range_of(struct arena *a, struct str text, bool month_first)
{
	struct str until = text;
	struct str from = str_cut(&until, str_find(text, '~') < text.n ? '~' : ':');

	if (from.n == text.n || (from.n == 0 && until.n == 0))
		return STR("");
	struct str first = from.n > 0 ? day_of(a, from, month_first) : STR("..");
	struct str last = until.n > 0 ? day_of(a, until, month_first) : STR("..");
	struct str range = arena_fmt(a, "%.*s/%.*s", STR_ARG(first), STR_ARG(last));
	return first.n > 0 && last.n > 0 ? day_of(a, range, false) : STR("");
}

static struct str
date_of(struct arena *a, struct str text, bool month_first)
{
	struct str day = day_of(a, text, month_first);

	return day.n > 0 ? day : range_of(a, str_trim(text), month_first);
}

bool
intake_cell_is_day(struct arena *a, struct str text)
{
	return date_of(a, text, false).n > 0 || date_of(a, text, true).n > 0;
}

/* "what it is called|https://...": the address. */
static struct str
url_of(struct str text)
{
	struct str url = text;

	(void)str_cut(&url, '|');
	return str_trim(url);
}

/* --- Any cell ------------------------------------------------------------------------------- */

static const struct vocab_property *
value_of_item(const struct plan_item *item)
{
	return item->qualifier != NULL ? item->qualifier : item->property;
}

static struct str
understood(struct arena *a, const struct vocab *vocab, const struct plan_item *item,
    struct str text, int32_t day)
{
	const struct vocab_property *p = value_of_item(item);
	struct str folded = fold_text(a, text);

	switch (p->type) {
	case VOCAB_TERM:
		return term_of(a, vocab, p->list, folded);
	case VOCAB_PLACE:
		return point_of(a, text).n > 0 ? point_of(a, text) : place_of(a, vocab, text, day);
	case VOCAB_POINT:
		return point_of(a, text);
	case VOCAB_LANGUAGE:
		return term_of(a, vocab, STR("language"), folded);
	case VOCAB_IIN:
		return integer_of(a, folded);
	case VOCAB_URL:
		return url_of(text);
	case VOCAB_REF:
		return item->titles != NULL ? intake_titles_find(a, item->titles, p->list, text)
					    : STR("");
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
read_anew(struct arena *a, const struct vocab *vocab, struct plan_item *item, struct str text,
    int32_t day)
{
	const struct named *meant =
	    item->n_meanings > 0 ? names_last(&item->words, fold_text(a, text)) : NULL;
	struct str said = meant != NULL ? item->meanings[meant->number] : text;
	struct str value = item->is_day                 ? date_of(a, said, false)
	    : value_of_item(item) != NULL && said.n > 0 ? understood(a, vocab, item, said, day)
							: STR("");

	if (value.n == 0)
		value = said;
	return (struct cell){.value = value, .other = !str_eq(value, text)};
}

/* What a cell was read under: a place may be another one on another day. */
static struct str
seen_as(struct arena *a, const struct plan_item *item, struct str text, int32_t day)
{
	const struct vocab_property *p = value_of_item(item);

	return p != NULL && p->type == VOCAB_PLACE && day != DATE_OPEN_END
	    ? arena_fmt(a, "%.*s\n%d", STR_ARG(text), (int)day)
	    : text;
}

struct cell
intake_cell_read(struct arena *a, const struct vocab *vocab, struct plan_item *item,
    struct str text, int32_t day)
{
	struct str key = seen_as(a, item, text, day);
	const struct named *before = names_last(&item->seen, key);

	if (before != NULL)
		return item->known[before->number];
	item->known =
	    arena_grow(a, item->known, item->n_known, &item->known_capacity, sizeof(*item->known));
	item->known[item->n_known] = read_anew(a, vocab, item, text, day);
	names_add(a, &item->seen, key, item->n_known);
	return item->known[item->n_known++];
}
