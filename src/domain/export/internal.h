/*
 * internal: what the files of domain/export share and no other room sees.
 */
#ifndef GUVOH_DOMAIN_EXPORT_INTERNAL_H
#define GUVOH_DOMAIN_EXPORT_INTERNAL_H

#include "domain/count/claim.h"
#include "domain/export/export.h"
#include "domain/record/consent.h"
#include "domain/record/record.h"
#include "domain/source/source.h"

/* --- What may go (gate.c) ------------------------------------------------------------------- */

enum export_consent { EXPORT_FREE, EXPORT_KEPT, EXPORT_NEEDED };

/* A source, and whether the reader may have it: its file, its words, its name. */
struct export_source {
	struct source source;
	bool given;
};

struct export_gate {
	const struct export_reader *reader;
	struct viewer viewer;
	enum export_consent consent;
	struct str use;
	struct export_source *sources; /* by id */
	size_t n_sources;
	const struct record_consent *consents; /* by person, use and source */
	size_t n_consents;
};

MUST_CHECK int export_gate_open(
    const struct export_reader *reader, struct export_gate *out, struct err *e);

/* The source of an archive's id, or NULL. */
const struct export_source *export_gate_source(const struct export_gate *gate, struct str id);

/*
 * May the statement go? Takes out of it what may not go with it: where consent is needed and
 * its source is not given, its words and voice; and every name that people gave a record.
 */
bool export_gate_statement(const struct export_gate *gate, struct record_statement *statement);

/* The claims of an event (empty: of all) that may go, without what may not go with them. */
MUST_CHECK int export_gate_claims(const struct export_gate *gate, struct str event, bool all,
    struct count_claims *out, struct err *e);

/* What the reader calls a source and a record: its alias, or where that could name somebody its id.
 */
struct str export_gate_source_name(const struct export_gate *gate, const struct source *source);
struct str export_gate_record_name(const struct export_gate *gate, const struct record *record);

/* Values of a property as the reader may have them: what an editor decided, else all that anybody
 * says. */
struct export_cell export_gate_values(
    const struct export_gate *gate, const struct record_property *property);

/* The records of a kind (empty: of all) that the reader may see, by kind and name. */
MUST_CHECK int export_gate_records(
    const struct export_gate *gate, struct str kind, struct record_list *out, struct err *e);

/* The same reader with rows on another arena. */
struct record_reader export_records_on(const struct export_gate *gate, struct arena *a);

/* --- Rows (form.c) -------------------------------------------------------------------------- */

/* The columns, first of all; they live as long as the writer. */
MUST_CHECK int export_head(
    struct export_writer *w, const struct export_column *columns, size_t width, struct err *e);

/* As many cells as there are columns. */
MUST_CHECK int export_row(struct export_writer *w, const struct export_cell *cells, struct err *e);

/* A line of JSON instead of a row. */
MUST_CHECK int export_line(struct export_writer *w, struct str line, struct err *e);

/* The same for tables of single texts; names are parted by blanks. */
MUST_CHECK int export_head_of(
    struct export_writer *w, struct arena *a, struct str names, struct err *e);
MUST_CHECK int export_texts(struct export_writer *w, const struct str *texts, struct err *e);

/* Hands over what is left; of XLSX all. */
MUST_CHECK int export_end(struct export_writer *w, struct err *e);

/* A text as JSON has it, on what the writer writes to. */
void export_json_text(struct buf *b, struct arena *a, struct str text);

void export_tick(const struct export_writer *w, size_t done, size_t of);

/* --- The tables of whats.def ---------------------------------------------------------------- */

#define WHAT(name, upper, rows, whom)                                                              \
	MUST_CHECK int rows(const struct export_gate *gate, const struct export_wish *wish,        \
	    struct export_writer *w, struct err *e);
#include "domain/export/whats.def"
#undef WHAT

#endif
