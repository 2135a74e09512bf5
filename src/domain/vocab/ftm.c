#include "domain/vocab/ftm.h"

#include "base/csv.h"
#include "domain/vocab/vocab_ftm_data.h"

int
vocab_ftm_read(struct arena *a, struct vocab_ftm *out, struct err *e)
{
	struct csv csv;

	if (csv_read(a, vocab_ftm_data[0].bytes, &csv, e) < 0)
		return -1;
	struct vocab_ftm_row *rows = ARENA_ARRAY(a, struct vocab_ftm_row, csv.count);
	for (size_t i = 0; i < csv.count; i++)
		rows[i] = (struct vocab_ftm_row){
		    .schema = csv_field(&csv, i, csv_column(&csv, STR("schema"))),
		    .property = csv_field(&csv, i, csv_column(&csv, STR("property"))),
		    .kind = csv_field(&csv, i, csv_column(&csv, STR("kind"))),
		    .to = csv_field(&csv, i, csv_column(&csv, STR("to"))),
		    .how = csv_field(&csv, i, csv_column(&csv, STR("how"))),
		};
	*out = (struct vocab_ftm){rows, csv.count};
	return 0;
}

const struct vocab_ftm_row *
vocab_ftm_schema(const struct vocab_ftm *table, struct str schema, struct str kind)
{
	for (size_t i = 0; i < table->count; i++) {
		const struct vocab_ftm_row *row = &table->rows[i];
		if (row->property.n == 0 && str_eq(row->schema, schema) &&
		    (kind.n == 0 || str_eq(row->kind, kind)))
			return row;
	}
	return NULL;
}

/* Of one schema alone: a row of the kind wins over one of any. */
static const struct vocab_ftm_row *
own_property(const struct vocab_ftm *table, struct str schema, struct str kind, struct str property)
{
	const struct vocab_ftm_row *of_any = NULL;

	for (size_t i = 0; i < table->count; i++) {
		const struct vocab_ftm_row *row = &table->rows[i];
		if (!str_eq(row->schema, schema) || !str_eq(row->property, property))
			continue;
		if (kind.n > 0 && str_eq(row->kind, kind))
			return row;
		if (of_any == NULL && (row->kind.n == 0 || kind.n == 0))
			of_any = row;
	}
	return of_any;
}

const struct vocab_ftm_row *
vocab_ftm_property(const struct vocab_ftm *table, const struct vocab_ftm_row *schema,
    struct str kind, struct str property)
{
	struct str others = schema->how;
	const struct vocab_ftm_row *row =
	    property.n == 0 ? NULL : own_property(table, schema->schema, kind, property);

	while (row == NULL && property.n > 0 && others.n > 0)
		row = own_property(table, str_cut(&others, ' '), kind, property);
	return row;
}

static const struct vocab_ftm_row *
own_of(const struct vocab_ftm *table, struct str schema, struct str kind, struct str property)
{
	for (size_t i = 0; i < table->count; i++) {
		const struct vocab_ftm_row *row = &table->rows[i];
		if (row->property.n > 0 && str_eq(row->schema, schema) &&
		    str_eq(row->to, property) && (row->kind.n == 0 || str_eq(row->kind, kind)) &&
		    !vocab_ftm_how(row, STR("in")))
			return row;
	}
	return NULL;
}

const struct vocab_ftm_row *
vocab_ftm_of(const struct vocab_ftm *table, const struct vocab_ftm_row *schema, struct str kind,
    struct str property)
{
	struct str others = schema->how;
	const struct vocab_ftm_row *row = own_of(table, schema->schema, kind, property);

	while (row == NULL && others.n > 0)
		row = own_of(table, str_cut(&others, ' '), kind, property);
	return row;
}

bool
vocab_ftm_how(const struct vocab_ftm_row *row, struct str word)
{
	struct str rest = row->how;

	while (rest.n > 0)
		if (str_eq(str_cut(&rest, ' '), word))
			return true;
	return false;
}

struct str
vocab_ftm_meant(const struct vocab_ftm *table, struct str list, struct str code)
{
	for (size_t i = 0; i < table->count; i++)
		if (str_eq(table->rows[i].schema, list) && str_eq(table->rows[i].property, code))
			return table->rows[i].to;
	return STR("");
}

struct str
vocab_ftm_code(const struct vocab_ftm *table, struct str list, struct str ours)
{
	for (size_t i = 0; i < table->count; i++)
		if (str_eq(table->rows[i].schema, list) && str_eq(table->rows[i].to, ours))
			return table->rows[i].property;
	return STR("");
}
