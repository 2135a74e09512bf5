#include <string.h>

#include "base/utf8.h"
#include "domain/count/claim.h"
#include "domain/count/internal.h"

enum kind { ID, IDS, WORDS, LANG, NUMBER, MEASURE, WHO, PLACE, DAYS, DATE, YESNO, TEXT, LISTED };

static const struct {
	struct str name;
	enum kind kind;
	struct str empty;
} columns[COUNT_COLUMNS] = {
#define COLUMN(name, upper, kind, empty) {STR_INIT(#name), kind, STR_INIT(empty)},
#include "domain/count/columns.def"
#undef COLUMN
};

size_t
count_column_of(struct str name)
{
	for (size_t i = 0; i < COUNT_COLUMNS; i++)
		if (str_eq(columns[i].name, name))
			return i;
	return COUNT_NONE;
}

struct str
count_column_name(size_t column)
{
	return columns[column].name;
}

struct str
count_claim_id(const struct count_claim *claim)
{
	return claim->text[COUNT_ID].n > 0 ? claim->text[COUNT_ID] : claim->key;
}

/* An id may be spoken, typed, and put into an address or an expression. */
static bool
is_id(struct str id)
{
	for (size_t i = 0; i < id.n; i++) {
		char c = id.p[i];
		if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
			c == '-' || c == '_' || c == '.'))
			return false;
	}
	return id.n <= 64;
}

static int
check_id(struct str id, struct err *e)
{
	return is_id(id) ? 0 : err_fail(e, ERR_INPUT, STR("claim.id"), id);
}

int
count_event_check(struct str event, struct err *e)
{
	if (event.n == 0 || !is_id(event))
		return err_fail(e, ERR_INPUT, STR("claim.event"), event);
	return 0;
}

static int
read_number(size_t column, struct str text, struct err *e)
{
	int64_t number;

	if (text.n > 0 && (!str_to_int(text, &number) || number < 0 || number > PHRASE_MOST))
		return err_fail(e, ERR_INPUT, STR("claim.number"), columns[column].name, text);
	return 0;
}

static int
read_measure(const struct vocab *vocab, struct count_claim *claim, struct err *e)
{
	if (claim->text[COUNT_MEASURE].n == 0)
		return err_fail(e, ERR_INPUT, STR("claim.needs"), STR("measure"));
	claim->measure = vocab_measure(vocab, claim->text[COUNT_MEASURE]);
	if (claim->measure == VOCAB_NONE)
		return err_fail(e, ERR_INPUT, STR("claim.measure"), claim->text[COUNT_MEASURE]);
	return 0;
}

static int
read_who(const struct vocab *vocab, struct count_claim *claim, struct err *e)
{
	claim->who = vocab_who(vocab, claim->text[COUNT_WHO]);
	if (claim->who == VOCAB_NONE)
		return err_fail(e, ERR_INPUT, STR("claim.who"), claim->text[COUNT_WHO]);
	return 0;
}

int
count_places_read(struct arena *a, const struct vocab *vocab, struct str text,
    const size_t **places, size_t *n_places, struct err *e)
{
	struct str rest = text;
	size_t *all = NULL, n = 0, capacity = 0;

	while (rest.n > 0) {
		struct str id = str_trim(str_cut(&rest, '+'));
		size_t place = vocab_place(vocab, id);
		if (place == VOCAB_NONE)
			return err_fail(e, ERR_INPUT, STR("claim.place"), id);
		for (size_t i = 0; i < n; i++)
			if (vocab_place_in(vocab, place, all[i]) ||
			    vocab_place_in(vocab, all[i], place))
				return err_fail(e, ERR_INPUT, STR("claim.place_nested"), id,
				    vocab->places[all[i]].id);
		all = arena_grow(a, all, n, &capacity, sizeof(*all));
		all[n++] = place;
	}
	if (n == 0)
		return err_fail(e, ERR_INPUT, STR("claim.needs"), STR("place"));
	if (str_ends(text, STR("+")))
		return err_fail(e, ERR_INPUT, STR("claim.place"), STR(""));
	*places = all;
	*n_places = n;
	return 0;
}

static int
read_listed(const struct vocab *vocab, size_t column, struct str text, struct err *e)
{
	if (text.n > 0 && vocab_term(vocab, columns[column].name, text) == NULL)
		return err_fail(e, ERR_INPUT, STR("claim.term"), columns[column].name, text);
	return 0;
}

static int
read_ids(struct arena *a, struct str text, const struct str **ids, size_t *n_ids, struct err *e)
{
	struct str *all = NULL;
	size_t n = 0, capacity = 0, i = 0;

	while (i < text.n) {
		size_t end = i;
		while (end < text.n && strchr("; ,", text.p[end]) == NULL)
			end++;
		struct str id = str_sub(text, i, end);
		i = end + 1;
		if (id.n == 0)
			continue;
		if (check_id(id, e) < 0)
			return -1;
		all = arena_grow(a, all, n, &capacity, sizeof(*all));
		all[n++] = id;
	}
	*ids = all;
	*n_ids = n;
	return 0;
}

static int
read_date(struct arena *a, size_t column, struct str text, struct count_claim *claim, struct err *e)
{
	struct date_set date = {NULL, 0, false, false};

	if (text.n > 0 && date_read(a, text, &date, e) < 0)
		return -1;
	if (column == COUNT_SAID_AT)
		claim->said_at = date;
	return 0;
}

static int
read_column(struct arena *a, const struct vocab *vocab, struct count_claim *claim, size_t column,
    struct err *e)
{
	struct str text = claim->text[column];

	if (!utf8_valid(text))
		return err_fail(e, ERR_INPUT, STR("claim.utf8"), columns[column].name);
	if (str_has_control(text))
		return err_fail(e, ERR_INPUT, STR("claim.control"), columns[column].name);
	switch (columns[column].kind) {
	case ID:
		return check_id(text, e);
	case IDS:
		return column == COUNT_SUPERSEDES
		    ? read_ids(a, text, &claim->supersedes, &claim->n_supersedes, e)
		    : read_ids(a, text, &claim->derived_from, &claim->n_derived_from, e);
	case NUMBER:
		return read_number(column, text, e);
	case MEASURE:
		return read_measure(vocab, claim, e);
	case WHO:
		return read_who(vocab, claim, e);
	case PLACE:
		return count_places_read(a, vocab, text, &claim->places, &claim->n_places, e);
	case DAYS:
		if (text.n == 0)
			return err_fail(e, ERR_INPUT, STR("claim.needs"), columns[column].name);
		return date_read(a, text, &claim->days, e);
	case DATE:
		return read_date(a, column, text, claim, e);
	case YESNO:
		if (!str_eq(text, STR("yes")) && !str_eq(text, STR("no")))
			return err_fail(
			    e, ERR_INPUT, STR("claim.term"), columns[column].name, text);
		return 0;
	case LISTED:
		return read_listed(vocab, column, text, e);
	case WORDS:
	case LANG:
	case TEXT:
		return 0;
	}
	return 0;
}

/* The number in a column, or instead when it is empty. read_number has seen it. */
static int64_t
number_or(const struct count_claim *claim, size_t column, int64_t instead)
{
	int64_t number = instead;

	return str_to_int(claim->text[column], &number) ? number : instead;
}

static int
read_by_hand(struct count_claim *claim, struct err *e)
{
	int64_t low = number_or(claim, COUNT_LOW, 0);
	int64_t high = number_or(claim, COUNT_HIGH, INTERVAL_OPEN);
	bool is_modal = claim->text[COUNT_MODAL].n > 0;

	if (low > high)
		return err_fail(e, ERR_INPUT, STR("claim.interval"), STR_INT(low), STR_INT(high));
	claim->by_hand = true;
	claim->reading = (struct phrase){
	    .said = {is_modal ? 0 : low, is_modal ? INTERVAL_OPEN : high},
	    .has_interval = !is_modal,
	    .exactness = is_modal ? PHRASE_VAGUE
		: low == high     ? PHRASE_EXACT
				  : PHRASE_BOUND,
	    .has_number = low == high,
	    .number = low == high ? low : 0,
	    .place = 1,
	    .modal = is_modal,
	    .modal_number = number_or(claim, COUNT_MODAL, 0),
	};
	return 0;
}

static int
read_words(struct count_claim *claim, struct err *e)
{
	if (claim->text[COUNT_LOW].n > 0 || claim->text[COUNT_HIGH].n > 0 ||
	    claim->text[COUNT_MODAL].n > 0)
		return read_by_hand(claim, e);
	if (claim->text[COUNT_LANG].n == 0)
		return err_fail(e, ERR_INPUT, STR("claim.needs"), STR("lang"));
	return phrase_read(claim->text[COUNT_WORDS], claim->text[COUNT_LANG], &claim->reading, e);
}

/* A figure whose class is not said is unnamed only when nobody is named either. */
static int
fill_class(struct count_claim *claim, struct err *e)
{
	if (claim->text[COUNT_CLASS].n > 0)
		return 0;
	if (claim->text[COUNT_ORIGIN].n > 0)
		return err_fail(e, ERR_INPUT, STR("claim.class"), claim->text[COUNT_ORIGIN]);
	claim->text[COUNT_CLASS] = STR("unnamed");
	return 0;
}

int
count_claim_resolve(
    struct arena *a, const struct vocab *vocab, struct count_claim *claim, struct err *e)
{
	for (size_t i = 0; i < COUNT_COLUMNS; i++) {
		struct str *text = &claim->text[i];
		*text = text->p == NULL ? STR("") : str_trim(*text);
		if (text->n == 0)
			*text = columns[i].empty;
	}
	if (claim->text[COUNT_WORDS].n == 0)
		return err_fail(e, ERR_INPUT, STR("claim.needs"), STR("words"));
	for (size_t i = 0; i < COUNT_COLUMNS; i++)
		if (read_column(a, vocab, claim, i, e) < 0)
			return -1;
	if (claim->text[COUNT_DAY_OF].n == 0)
		claim->text[COUNT_DAY_OF] =
		    str_eq(vocab->measures[claim->measure].additive, STR("detentions"))
		    ? STR("taking")
		    : STR("assembly");
	return fill_class(claim, e);
}

int
count_claim_check(
    struct arena *a, const struct vocab *vocab, struct count_claim *claim, struct err *e)
{
	struct count_claim c = *claim;

	if (count_claim_resolve(a, vocab, &c, e) < 0 || read_words(&c, e) < 0)
		return -1;
	*claim = c;
	return 0;
}
