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
	bool month_first;            /* days are written so */
	size_t self;                 /* kind of the row that value means; SIZE_MAX: none */
	bool composed;               /* value has columns in it */
	bool is_day;                 /* of PLAN_FIELD: it says when */
	const struct titles *titles; /* of a ref: what it may be called besides its id */
	struct names words;          /* folded cell -> index of meaning */
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

/* --- Records by what they are called (titled.c) --------------------------------------------- */

struct titles {
	struct names
	    by_title; /* "KIND title", folded -> index of alias; SIZE_MAX: several have it */
	struct str *alias;
	size_t count, capacity;
};

struct intake_titles {
	struct titles archive;
};

void intake_titles_add(
    struct arena *a, struct titles *titles, struct str kind, struct str title, struct str alias);

/* The alias of the only record of the kinds that is called so; empty: none, or several. */
struct str intake_titles_find(
    struct arena *a, const struct titles *titles, struct str kinds, struct str title);

/* The property that says what a record of the kind is called, or NULL. */
const struct vocab_property *intake_title_property(const struct vocab *vocab, struct str kind);

/* --- A column of a form (form.c) ------------------------------------------------------------ */

struct intake_reading {
	struct str
	    to; /* as in a map, with {kind}, {parent}, {name}, {place}; "?": what name says */
	struct str group, name;
	struct str lang, split, value;
	struct str choice; /* that a tick in the column means */
	size_t rule;       /* of two columns of one property that of the earlier rule is taken */
};

struct intake_reading intake_form_read(
    struct arena *a, const struct intake_form *form, const struct csv *table, size_t column);

/* --- Cells (cell.c) ------------------------------------------------------------------------- */

/* A cell as it was understood. */
struct cell {
	struct str value; /* as the type wants it; empty: the map says that it means nothing */
	bool other;       /* than what stands in the cell */
};

/*
 * One value of an item as its property, or qualifier, wants it. Words of the vocabulary are found
 * by id or label in any language, whatever their case; days may be written 9.6.2019; yes and no are
 * 1, да, иә and so on; a place may have any name that it bears on the day, today or ever
 * (vocab_place_meant). What is none of that is left as it stands: whoever keeps it says why it
 * cannot be.
 */
struct cell intake_cell_read(struct arena *a, const struct vocab *vocab, struct plan_item *item,
    struct str text, int32_t day);

/* Is the text written as a day, or a set of days, that intake_cell_read understands? */
bool intake_cell_is_day(struct arena *a, struct str text);

/* Is it written as a point: "43.2389 76.9455 800 4.5", "43.2389|76.9455"? */
bool intake_cell_is_point(struct arena *a, struct str text);

/* The id of a record as an alias may be: of "uuid:..." what can be one, all else as it stands. */
struct str intake_cell_id(struct arena *a, struct str text);

/* The same of any id: what can be no alias is made one that only it has. */
struct str intake_cell_alias(struct arena *a, struct str text);

#endif
