/*
 * internal: how the files of domain/advocacy read a record's sheet; no other room sees it.
 */
#ifndef GUVOH_DOMAIN_ADVOCACY_INTERNAL_H
#define GUVOH_DOMAIN_ADVOCACY_INTERNAL_H

#include "domain/advocacy/advocacy.h"

struct teller_name;

/* A question while it is answered: what records are called is looked up once. */
struct teller {
	const struct record_reader *records;
	struct arena *arena;
	const struct vocab *vocab;
	struct str lang;
	int32_t day; /* that places are called by where a statement has none of its own */
	struct teller_name *names;
	size_t n_names, names_capacity;
};

struct teller advocacy_teller(const struct advocacy_reader *reader);

/* --- What a sheet says (words.c) ------------------------------------------------------------ */

/* What people call the record: its title, else its description, its alias, its kind. */
struct str advocacy_name(const struct teller *t, const struct record_sheet *sheet);

/* Every value of a property, each once; texts only in the best language that they are there in. */
MUST_CHECK int advocacy_values_of(struct teller *t, const struct record_sheet *sheet,
    struct str property, struct advocacy_values *out, struct err *e);

/* The one to show where there is room for one: the accepted one, else the first; else empty. */
MUST_CHECK int advocacy_value_of(struct teller *t, const struct record_sheet *sheet,
    struct str property, struct advocacy_value *out, struct err *e);

/* Every property of the sheet that is not among except, names parted by blanks. */
MUST_CHECK int advocacy_facts_of(struct teller *t, const struct record_sheet *sheet,
    struct str except, struct advocacy_facts *out, struct err *e);

/* A property's statements with their qualifiers, in order. */
MUST_CHECK int advocacy_steps_of(struct teller *t, const struct record_sheet *sheet,
    struct str property, struct advocacy_steps *out, struct err *e);

/* How well a statement suits the reader, 3 best: a text in the language asked for, English, any. */
int advocacy_suits(const struct teller *t, const struct record_statement *said);

/* By the first day of a property that holds a date, those without one last; of one day by id. */
void advocacy_sort(
    const struct teller *t, struct record_sheet *sheets, size_t count, struct str property);

/* Does the sheet refer to the record of that id by that property? */
bool advocacy_refers(const struct record_sheet *sheet, struct str property, struct str id);

/* Does the word stand among those parted by blanks? */
bool advocacy_among(struct str word, struct str words);

/*
 * A value for people: of said itself, or of its qualifier q where one is given. *shown
 * is false, *out untouched, when it means a record that the viewer may not see.
 */
MUST_CHECK int advocacy_say(struct teller *t, const struct record_statement *said,
    const struct record_qualifier *q, struct advocacy_value *out, bool *shown, struct err *e);

/* --- What belongs to an event (family.c) ---------------------------------------------------- */

/* An event and those that are part of it. */
struct family {
	const struct str *ids;
	size_t count;
};

/* ERR_INPUT advocacy.kind (the record's name, kind) unless the record is of that kind. */
MUST_CHECK int advocacy_need_kind(const struct record *record, struct str kind, struct err *e);

/* ERR_INPUT advocacy.kind when the record is no event. */
MUST_CHECK int advocacy_family(
    struct teller *t, const struct record *event, struct family *out, struct err *e);

/*
 * The records of a kind that are about the event's family or about one of its acts,
 * sorted by the property that holds their date.
 */
MUST_CHECK int advocacy_about(struct teller *t, const struct record *event, struct str kind,
    struct str date, struct record_sheets *out, struct err *e);

#endif
