#include "base/date.h"
#include "base/iin.h"
#include "base/point.h"
#include "base/utf8.h"
#include "domain/record/internal.h"
#include "domain/record/record_sql.h"
#include "domain/vocab/gazetteer.h"

#define DIGITS "0123456789"
#define HASH_DIGITS 64 /* of a blob: SHA-256 in hex */

int
record_kind_check(const struct vocab *vocab, struct str kind, struct err *e)
{
	if (vocab->n_kinds == 0)
		return err_fail(e, ERR_INPUT, STR("record.no_kinds"));
	if (vocab_kind(vocab, kind) == VOCAB_NONE)
		return err_fail(e, ERR_INPUT, STR("record.kind"), kind);
	return 0;
}

int
record_text_check(struct str text, const char *column, struct err *e)
{
	if (!utf8_valid(text) || str_has_control(text))
		return err_fail(e, ERR_INPUT, STR("record.text"), str_of(column));
	return 0;
}

/* Of n > 0 bytes, each of them one of allowed. */
static bool
made_of(struct str text, struct str allowed)
{
	for (size_t i = 0; i < text.n; i++)
		if (str_find(allowed, text.p[i]) == allowed.n)
			return false;
	return text.n > 0;
}

/* "14:30" */
static bool
is_clock(struct str text)
{
	int64_t hours, minutes;

	return text.n == 5 && text.p[2] == ':' && str_to_int(str_sub(text, 0, 2), &hours) &&
	    str_to_int(str_sub(text, 3, 5), &minutes) && hours >= 0 && hours < 24 && minutes >= 0 &&
	    minutes < 60;
}

/* "14:30", "14:30~" (about), "14:30/15:00" (a span). */
static bool
is_time(struct str text)
{
	struct str rest = text, first = str_cut(&rest, '/');

	if (str_find(text, '/') < text.n)
		return is_clock(first) && is_clock(rest);
	return is_clock(
	    text.n > 0 && text.p[text.n - 1] == '~' ? str_sub(text, 0, text.n - 1) : text);
}

/* A point that says how exactly it is known: "43.2389,76.9455 vicinity", "... ±500 m". */
static bool
is_exact_point(const struct vocab *vocab, struct str text)
{
	struct point point;
	struct err e;

	return point_read(text, &point, &e) == 0 &&
	    (point.said || vocab_term(vocab, STR("precision"), point.word) != NULL);
}

static bool
is_place(const struct vocab *vocab, struct str text)
{
	return vocab_place(vocab, text) != VOCAB_NONE || is_exact_point(vocab, text);
}

static bool
is_url(struct str text)
{
	return str_starts(text, STR("https://")) || str_starts(text, STR("http://"));
}

static bool
is_email(struct str text)
{
	struct str host = text, name = str_cut(&host, '@');

	return name.n > 0 && str_find(host, '.') < host.n && str_find(host, '@') == host.n &&
	    str_find(text, ' ') == text.n;
}

static bool
is_hash(struct str text)
{
	return text.n == HASH_DIGITS && made_of(text, STR(DIGITS "abcdef"));
}

/* "video https://...", "photo HASH": what it is and where it lies. */
static bool
is_media(const struct vocab *vocab, struct str text)
{
	struct str where = text, kind = str_cut(&where, ' ');

	return vocab_term(vocab, STR("media-kind"), kind) != NULL &&
	    (is_url(where) || is_hash(where)) && str_find(where, ' ') == where.n;
}

static bool
fits(const struct vocab *vocab, const struct vocab_property *p, struct str text)
{
	int64_t number;

	switch (p->type) {
	case VOCAB_TIME:
		return is_time(text);
	case VOCAB_PLACE:
		return is_place(vocab, text);
	case VOCAB_PROVISION:
		return vocab_provision(vocab, text) != VOCAB_NONE;
	case VOCAB_URL:
		return is_url(text);
	case VOCAB_EMAIL:
		return is_email(text);
	case VOCAB_PHONE:
		return made_of(text, STR(DIGITS "+-() "));
	case VOCAB_BOOLEAN:
		return str_eq(text, STR("yes")) || str_eq(text, STR("no"));
	case VOCAB_INTEGER:
		return str_to_int(text, &number);
	case VOCAB_QUANTITY:
		return str_find(text, ' ') == text.n;
	case VOCAB_BLOB:
		return is_hash(text);
	case VOCAB_LANGUAGE:
		return vocab_term(vocab, STR("language"), text) != NULL;
	case VOCAB_MEDIA:
		return is_media(vocab, text);
	default:
		return true;
	}
}

/* What to say of a value that its type does not allow. */
static const struct str refusals[VOCAB_TYPE_COUNT] = {
    [VOCAB_TIME] = STR_INIT("record.time"),
    [VOCAB_PLACE] = STR_INIT("record.place"),
    [VOCAB_PROVISION] = STR_INIT("record.provision"),
    [VOCAB_QUANTITY] = STR_INIT("record.quantity"),
    [VOCAB_URL] = STR_INIT("record.url"),
    [VOCAB_EMAIL] = STR_INIT("record.email"),
    [VOCAB_PHONE] = STR_INIT("record.phone"),
    [VOCAB_BOOLEAN] = STR_INIT("record.boolean"),
    [VOCAB_INTEGER] = STR_INIT("record.integer"),
    [VOCAB_BLOB] = STR_INIT("record.blob"),
    [VOCAB_LANGUAGE] = STR_INIT("record.language"),
    [VOCAB_MEDIA] = STR_INIT("record.media"),
};

/* A name is no value: it says another place on another day. */
static int
refuse_place(struct arena *a, const struct vocab *vocab, struct str text, struct err *e)
{
	struct vocab_meant meant = vocab_place_meant(a, vocab, text, DATE_OPEN_END);
	struct str key = meant.count == 0 ? refusals[VOCAB_PLACE]
	    : meant.count == 1            ? STR("record.place_called")
					  : STR("record.place_several");

	return err_fail(e, ERR_INPUT, key, text, vocab_meant_ids(a, vocab, meant));
}

/* Texts of a form that another room reads, which says itself what is wrong. */
static int
check_read(struct arena *a, const struct vocab *vocab, enum vocab_type type, struct str value,
    struct err *e)
{
	struct edtf date;
	struct point point;
	struct iin iin;

	if (type == VOCAB_DATE)
		return edtf_read(a, value, &date, e);
	if (type == VOCAB_IIN)
		return iin_read(value, &iin, e);
	if (type != VOCAB_POINT || point_read(value, &point, e) < 0)
		return type == VOCAB_POINT ? -1 : 0;
	if (point.word.n > 0 && vocab_term(vocab, STR("precision"), point.word) == NULL)
		return err_fail(e, ERR_INPUT, STR("record.precision"), point.word);
	return 0;
}

int
record_value_check(struct arena *a, const struct vocab *vocab,
    const struct vocab_property *property, struct str value, struct err *e)
{
	if (str_trim(value).n == 0)
		return err_fail(e, ERR_INPUT, STR("record.empty"), property->id);
	if (record_text_check(value, "value", e) < 0)
		return -1;
	if (check_read(a, vocab, property->type, value, e) < 0)
		return -1;
	if (property->type == VOCAB_TERM && vocab_term(vocab, property->list, value) == NULL)
		return err_fail(e, ERR_INPUT, STR("record.term"), value, property->list);
	if (!fits(vocab, property, value))
		return property->type == VOCAB_PLACE
		    ? refuse_place(a, vocab, value, e)
		    : err_fail(e, ERR_INPUT, refusals[property->type], value, property->id);
	return 0;
}

/* What a value is called, or NULL when it has no label. */
static const struct vocab_label *
label_of(const struct vocab *vocab, const struct vocab_property *p, struct str value, int32_t day)
{
	const struct vocab_term *term = NULL;
	size_t at;

	switch (p->type) {
	case VOCAB_TERM:
		term = vocab_term(vocab, p->list, value);
		return term != NULL ? &term->label : NULL;
	case VOCAB_LANGUAGE:
		term = vocab_term(vocab, STR("language"), value);
		return term != NULL ? &term->label : NULL;
	case VOCAB_PLACE:
		at = vocab_place(vocab, value);
		return at != VOCAB_NONE ? vocab_place_label(vocab, at, day) : NULL;
	case VOCAB_PROVISION:
		at = vocab_provision(vocab, value);
		return at != VOCAB_NONE ? &vocab->provisions[at].label : NULL;
	default:
		return NULL;
	}
}

/* "850312100018 (1885-03-12, male)" */
static struct str
iin_text(struct arena *a, const struct vocab *vocab, struct str value, struct str lang)
{
	struct iin iin;
	struct err e;
	char room[11];

	if (iin_read(value, &iin, &e) < 0)
		return value;
	const struct vocab_term *sex =
	    vocab_term(vocab, STR("sex"), iin.female ? STR("female") : STR("male"));
	struct str said = sex != NULL ? vocab_text(&sex->label, lang) : STR("");
	struct str born = date_of_day(iin.born, room);
	return arena_fmt(a, "%.*s (%.*s%s%.*s)", STR_ARG(value), STR_ARG(born),
	    said.n > 0 ? ", " : "", STR_ARG(said));
}

struct str
record_value_text(struct arena *a, const struct vocab *vocab, const struct vocab_property *property,
    struct str value, int32_t day, struct str lang)
{
	if (property == NULL)
		return value;
	if (property->type == VOCAB_IIN)
		return iin_text(a, vocab, value, lang);
	const struct vocab_label *label = label_of(vocab, property, value, day);
	return label != NULL ? vocab_text(label, lang) : value;
}

/* The first day of a date, its last when it has no first; otherwise when it is none. */
static int32_t
first_day(struct arena *a, struct str date, int32_t otherwise)
{
	struct date_set days;
	struct err e;

	return date_read(a, date, &days, &e) < 0 ? otherwise : date_first_day(&days);
}

int32_t
record_day(struct arena *a, const struct record_sheet *sheet)
{
	const struct record_statement *date = record_shown(sheet, STR("date"));

	return date != NULL ? first_day(a, date->value, DATE_OPEN_END) : DATE_OPEN_END;
}

int32_t
record_said_day(struct arena *a, const struct record_statement *said, int32_t otherwise)
{
	for (size_t i = 0; i < said->n_with; i++)
		if (str_eq(said->with[i].property, STR("date")))
			return first_day(a, said->with[i].value, otherwise);
	return otherwise;
}

/* One word that something is kept in, as if it were said now. */
static int
word_fits(const struct record_reader *r, const struct sql_record_words_row *row, struct err *e)
{
	const struct vocab_property *p = vocab_property(r->vocab, row->of, row->property);
	bool qualifier = str_find(row->of, '.') < row->of.n;

	if (row->property.n == 0)
		return record_kind_check(r->vocab, row->of, e);
	if (p == NULL)
		return err_fail(e, ERR_INPUT,
		    qualifier ? STR("record.qualifier") : STR("record.property"), row->property,
		    row->of);
	if (row->value.n == 0 || !str_eq(vocab_type_name(p->type), row->type))
		return 0;
	return record_value_check(r->arena, r->vocab, p, row->value, e);
}

int
record_vocab_fits(const struct record_reader *reader, struct err *e)
{
	struct sql_record_words_rows rows;

	if (sql_record_words_all(reader->db, reader->arena, &rows, e) < 0)
		return -1;
	for (size_t i = 0; i < rows.count; i++)
		if (word_fits(reader, &rows.at[i], e) < 0)
			return -1;
	return 0;
}
