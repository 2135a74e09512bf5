/*
 * field: what is compared of the rows: values of fields as numbers, each distinct row once.
 * Rows that say the same in every field are one unit, so that no answer hangs on which of them came
 * first; fields and units stand in an order that only their content makes.
 */
#ifndef GUVOH_ENGINE_LINK_FIELD_H
#define GUVOH_ENGINE_LINK_FIELD_H

#include "engine/link/birth.h"
#include "engine/link/intern.h"
#include "engine/link/table.h"

#define FIELD_WORDS 12 /* most words of a value that are looked at */

enum field_way { FIELD_WAY_NONE, FIELD_WAY_WORDS, FIELD_WAY_DATE, FIELD_WAY_CODE, FIELD_WAY_CLASS };

struct field_value {
	struct str text;       /* folded, words parted by one blank */
	struct str sound;      /* the same as sounds */
	const uint32_t *words; /* sounds by number in fields.words */
	size_t n_words;
	struct birth birth; /* of a date */
	bool sure;          /* of an identifier: its check digit fits */
};

struct field {
	struct str name;         /* of its first column, */
	const struct str *names; /* and of the one of each list; "": it has none */
	bool implied;            /* by that column, which is for something else */
	bool quiet;              /* that it agrees says nothing which other fields did not say */
	enum link_kind kind;
	enum field_way way;
	const struct field_value *values; /* from 1 on */
	uint32_t n_values;
	uint32_t *of_unit; /* 0: not said */
	uint64_t order;    /* of the fields among each other */
};

/* What somebody said of two units. */
struct field_said {
	uint32_t x, y;
	bool same; /* else different */
};

struct fields {
	struct arena *a;
	link_share *share;
	const struct arena_lender *room; /* for large arrays of numbers; NULL: there is none */
	struct field *at;
	size_t count; /* up to LINK_FIELDS */
	struct intern *words;
	uint32_t *unit_of_row;
	size_t rows, units;
	const size_t *ends;     /* of each list, the row behind its last */
	uint32_t *rows_of_unit; /* how many */
	uint64_t *sole_of_unit; /* the list without anybody twice that it is of, as a bit; else 0 */
	bool *fixed_of_unit;    /* the parts of its name are surely what they are */
	const bool *left;       /* columns of the table that there was no field for */
	const bool *apart;      /* lists that share nothing with another that tells people apart */
	const struct field_said *said; /* what binds, of units that each are one row */
	size_t n_said;
};

enum field_way field_way_of(enum link_kind kind);

/* What the column of field i is called in the list of a row; by its first column where that list
 * has none. */
struct str field_name(const struct fields *f, size_t i, size_t row);

/* Pairs of n rows or units that may be one person: not both of one list that holds nobody twice. */
double field_pairs(const struct fields *f, size_t n);

/* What of t can be compared; count is 0 when nothing can. Rows that something was said of are units
 * of their own. */
struct fields *field_all(struct arena *a, struct table *t, const struct link_question *q);

#endif
