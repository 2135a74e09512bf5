/* The crosswalk to FollowTheMoney: what it names exists there and here. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/csv.h"
#include "domain/vocab/ftm.h"
#include "domain/vocab/vocab.h"
#include "kit/os/file.h"

static const char *path;
static struct arena *a;
static struct vocab vocab;
static struct vocab_ftm table;
static struct csv published; /* tests/data/ftm/schemata.csv */

static int
begin(void **state)
{
	size_t count;
	struct str text;
	struct err e;

	(void)state;
	a = arena_new();
	const struct vocab_file *files = vocab_shipped(a, &count);
	return vocab_read(a, files, count, &vocab, &e) < 0 || vocab_ftm_read(a, &table, &e) < 0 ||
		file_read_all(a, str_of(path), 1 << 20, &text, &e) < 0 ||
		csv_read(a, text, &published, &e) < 0
	    ? -1
	    : 0;
}

static int
end(void **state)
{
	(void)state;
	arena_free(a);
	return 0;
}

static struct str
field(size_t row, const char *name)
{
	return csv_field(&published, row, csv_column(&published, str_of(name)));
}

static bool
has_schema(struct str schema)
{
	for (size_t i = 0; i < published.count; i++)
		if (str_eq(field(i, "schema"), schema))
			return true;
	return false;
}

static bool
has_property(struct str schema, struct str property)
{
	for (size_t i = 0; i < published.count; i++)
		if (str_eq(field(i, "schema"), schema) && str_eq(field(i, "property"), property))
			return true;
	return false;
}

/* Does a schema extend another, itself or through others? */
static bool
extends(struct str schema, struct str other)
{
	for (size_t i = 0; i < published.count; i++) {
		struct str parents = field(i, "extends");
		if (!str_eq(field(i, "schema"), schema))
			continue;
		while (parents.n > 0) {
			struct str parent = str_cut(&parents, ' ');
			if (str_eq(parent, other) || extends(parent, other))
				return true;
		}
	}
	return false;
}

/* A code of a country or a language, which no schema has. */
static bool
is_code(const struct vocab_ftm_row *row)
{
	return str_eq(row->schema, STR("country")) || str_eq(row->schema, STR("language"));
}

static void
test_every_name_is_published(void **state)
{
	(void)state;
	for (size_t i = 0; i < table.count; i++) {
		const struct vocab_ftm_row *row = &table.rows[i];
		struct str others = row->how;
		if (is_code(row))
			continue;
		if (!has_schema(row->schema))
			fail_msg("no schema %.*s", STR_ARG(row->schema));
		bool own = has_property(row->schema, row->property) ||
		    (str_eq(row->property, STR("role")) && extends(row->schema, STR("Interest")));
		if (row->property.n > 0 && !own)
			fail_msg("no %.*s.%.*s", STR_ARG(row->schema), STR_ARG(row->property));
		while (row->property.n == 0 && others.n > 0) {
			struct str other = str_cut(&others, ' ');
			if (!extends(row->schema, other))
				fail_msg("%.*s is no %.*s", STR_ARG(row->schema), STR_ARG(other));
		}
	}
}

/* A property that we do not list would be refused: whatever is published has its row. */
static void
test_every_published_property_has_a_row(void **state)
{
	(void)state;
	for (size_t i = 0; i < published.count; i++) {
		struct str property = field(i, "property");
		const struct vocab_ftm_row *schema =
		    vocab_ftm_schema(&table, field(i, "schema"), STR(""));
		bool found = property.n == 0 ||
		    (schema != NULL &&
			vocab_ftm_property(&table, schema, schema->kind, property) != NULL);
		for (size_t k = 0; k < table.count && !found; k++)
			found = str_eq(table.rows[k].schema, field(i, "schema")) &&
			    str_eq(table.rows[k].property, property);
		if (!found && !str_eq(field(i, "schema"), STR("Documentation")))
			fail_msg(
			    "no row for %.*s.%.*s", STR_ARG(field(i, "schema")), STR_ARG(property));
	}
}

static void
test_every_property_of_ours_is_in_the_vocabulary(void **state)
{
	(void)state;
	for (size_t i = 0; i < table.count; i++) {
		const struct vocab_ftm_row *row = &table.rows[i];
		bool ours = row->to.n > 0 && row->property.n > 0 && !str_eq(row->to, STR("-"));
		if (is_code(row)) {
			assert_true(vocab_place(&vocab, row->to) != VOCAB_NONE ||
			    vocab_term(&vocab, STR("language"), row->to) != NULL);
			assert_true(
			    str_eq(vocab_ftm_meant(&table, row->schema, row->property), row->to));
			assert_true(
			    str_eq(vocab_ftm_code(&table, row->schema, row->to), row->property));
		} else if (ours && row->kind.n > 0) {
			assert_non_null(vocab_property(&vocab, row->kind, row->to));
		} else if (row->property.n == 0 && row->kind.n > 0 &&
		    !str_eq(row->kind, STR("-"))) {
			assert_true(vocab_kind(&vocab, row->kind) != VOCAB_NONE);
		}
	}
}

static void
test_every_country_has_a_code(void **state)
{
	(void)state;
	for (size_t i = 0; i < vocab.n_places; i++)
		if (vocab.places[i].parent == VOCAB_NONE &&
		    vocab_ftm_code(&table, STR("country"), vocab.places[i].id).n != 2)
			fail_msg("no code of %.*s", STR_ARG(vocab.places[i].id));
}

static void
test_a_property_is_looked_for_in_what_a_schema_extends(void **state)
{
	const struct vocab_ftm_row *person = vocab_ftm_schema(&table, STR("Person"), STR(""));
	const struct vocab_ftm_row *act = vocab_ftm_schema(&table, STR("Event"), STR("act"));
	const struct vocab_ftm_row *row;

	(void)state;
	row = vocab_ftm_property(&table, person, STR("person"), STR("alias"));
	assert_true(str_eq(row->to, STR("other-name")));
	row = vocab_ftm_property(&table, act, STR("act"), STR("organizer"));
	assert_true(str_eq(row->to, STR("-")));
	row = vocab_ftm_of(&table, act, STR("act"), STR("date"));
	assert_true(str_eq(row->property, STR("date")));
	assert_null(vocab_ftm_property(&table, person, STR("person"), STR("banana")));
	assert_null(vocab_ftm_of(&table, act, STR("act"), STR("reason")));
	assert_null(vocab_ftm_schema(&table, STR("Vessel"), STR("")));
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_every_name_is_published),
	    cmocka_unit_test(test_every_published_property_has_a_row),
	    cmocka_unit_test(test_every_property_of_ours_is_in_the_vocabulary),
	    cmocka_unit_test(test_every_country_has_a_code),
	    cmocka_unit_test(test_a_property_is_looked_for_in_what_a_schema_extends),
	};

	if (argc < 2)
		return 2;
	path = argv[1];
	return cmocka_run_group_tests(tests, begin, end);
}
