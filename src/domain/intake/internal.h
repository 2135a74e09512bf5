/*
 * internal: what the files of domain/intake share and no other room sees.
 */
#ifndef GUVOH_DOMAIN_INTAKE_INTERNAL_H
#define GUVOH_DOMAIN_INTAKE_INTERNAL_H

#include <stddef.h>

#include "base/names.h"
#include "domain/intake/intake.h"

enum plan_what {
	PLAN_VALUE,     /* of a property */
	PLAN_QUALIFIER, /* of a property */
	PLAN_ID,        /* of a record */
	PLAN_FIELD,     /* that every statement of the row has */
};

/* One column of the table, or one value that all rows have. */
struct plan_item {
	enum plan_what what;
	size_t kind;                            /* index in plan.kinds; of PLAN_FIELD: none */
	const struct vocab_property *property;  /* of PLAN_VALUE and PLAN_QUALIFIER */
	const struct vocab_property *qualifier; /* of PLAN_QUALIFIER */
	size_t field;    /* of PLAN_FIELD: offset in struct record_statement */
	int column;      /* of the table; -1: value is that of every row */
	struct str name; /* of the column */
	struct str lang, split, value;
	bool month_first;   /* days are written so */
	size_t self;        /* kind of the row that value means; SIZE_MAX: none */
	struct names words; /* folded cell -> index of meaning */
	struct str *meanings;
	size_t n_meanings, meanings_capacity;
	struct names seen; /* cells that were read already -> index of known */
	struct cell *known;
	size_t n_known, known_capacity;
};

struct plan {
	struct str kinds[16]; /* in the order of the map; the first one is what rows are about */
	size_t n_kinds;
	struct plan_item *items;
	size_t count;
};

#define PLAN_KINDS LENGTH(((struct plan *)0)->kinds)

/* Holds a map against a table. Errors: intake_rows. */
MUST_CHECK int intake_plan_make(struct arena *a, const struct vocab *vocab, const struct csv *table,
    const struct intake_map *map, struct plan *out, struct err *e);

/* A cell as it was understood. */
struct cell {
	struct str value; /* as the type wants it; empty: the map says that it means nothing */
	bool other;       /* than what stands in the cell */
};

/*
 * One value of an item as its property, or qualifier, wants it. Words of the vocabulary are found
 * by id or label in any language, whatever their case; days may be written 9.6.2019; yes and no are
 * 1, да, иә and so on. What is none of that is left as it stands: whoever keeps it says why it
 * cannot be.
 */
struct cell intake_cell_read(
    struct arena *a, const struct vocab *vocab, struct plan_item *item, struct str text);

/* Is the text written as a day, or a set of days, that intake_cell_read understands? */
bool intake_cell_is_day(struct arena *a, struct str text);

#endif
