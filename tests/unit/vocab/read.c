/* The vocabulary that is shipped, and what is refused when somebody edits it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/date.h"
#include "domain/vocab/vocab.h"

static struct arena *a;

static int
begin(void **state)
{
	(void)state;
	a = arena_new();
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_free(a);
	return 0;
}

static struct vocab
shipped(void)
{
	struct vocab v;
	size_t count;
	struct err e;
	const struct vocab_file *files = vocab_shipped(a, &count);

	if (vocab_read(a, files, count, &v, &e) < 0)
		fail_msg("%s %s %s %s", e.key, e.arg[0], e.arg[1], e.arg[2]);
	return v;
}

static void
the_shipped_vocabulary_reads(void **state)
{
	(void)state;
	static const char *measures[] = {"detained", "in-vehicle", "taken-to-police", "registered",
	    "released-after-protocol", "protocol-drawn", "held-liable", "punished",
	    "administrative-arrest", "fine", "warning", "released-from-arrest", "still-held",
	    "moved-to-another-region", "took-part"};
	static const char *lists[] = {"unit", "persons", "coverage", "seen", "class", "unnamed",
	    "day_of", "decision", "wording", "second-hand", "basis", "own-estimate", "source-kind",
	    "testimony", "confidentiality", "archive", "confidentiality", "sealed", "stage",
	    "refused-no-room", "stage", "whereabouts-unknown", "right-state", "unknown", "remedy",
	    "none-by-choice", "peacefulness", "no-aggression-seen", "lawful-basis",
	    "without-approval", "proof", "reasonable-grounds", "reliability", "unsure", "credence",
	    "possible", "consent-use", "name", "response-kind", "none"};
	struct vocab v = shipped();

	for (size_t i = 0; i < LENGTH(measures); i++)
		assert_int_not_equal(vocab_measure(&v, str_of(measures[i])), VOCAB_NONE);
	for (size_t i = 0; i < LENGTH(lists); i += 2)
		assert_non_null(vocab_term(&v, str_of(lists[i]), str_of(lists[i + 1])));
	assert_int_equal(vocab_assumption(&v, STR("h1")), 0);
	assert_int_not_equal(vocab_who(&v, STR("journalists")), VOCAB_NONE);
	assert_int_not_equal(vocab_origin(&v, STR("prosecutor-general")), VOCAB_NONE);
}

static void
an_id_that_is_not_there_is_not_found(void **state)
{
	(void)state;
	struct vocab v = shipped();

	assert_int_equal(vocab_measure(&v, STR("arrested")), VOCAB_NONE);
	assert_int_equal(vocab_place(&v, STR("almat")), VOCAB_NONE);
	assert_int_equal(vocab_who(&v, STR("")), VOCAB_NONE);
	assert_null(vocab_term(&v, STR("coverage"), STR("persons")));
	assert_null(vocab_term(&v, STR("covers"), STR("total")));
}

static bool
has_edge(const struct vocab *v, const char *high, const char *low, const char *assumption)
{
	size_t under = vocab_assumption(v, str_of(assumption));

	for (size_t i = 0; i < v->n_edges; i++)
		if (v->edges[i].high == vocab_measure(v, str_of(high)) &&
		    v->edges[i].low == vocab_measure(v, str_of(low)) &&
		    v->edges[i].assumption == under)
			return true;
	return false;
}

static void
punished_lie_under_taken_to_police_only_by_assumption(void **state)
{
	(void)state;
	struct vocab v = shipped();

	assert_true(has_edge(&v, "detained", "taken-to-police", ""));
	assert_true(has_edge(&v, "taken-to-police", "punished", "h1"));
	assert_false(has_edge(&v, "taken-to-police", "punished", ""));
	assert_false(has_edge(&v, "detained", "punished", ""));
}

static void
measures_that_stand_apart_have_no_edge(void **state)
{
	(void)state;
	static const char *apart[] = {"protocol-drawn", "held-liable", "released-from-arrest",
	    "still-held", "moved-to-another-region", "took-part"};
	struct vocab v = shipped();

	for (size_t i = 0; i < LENGTH(apart); i++) {
		size_t measure = vocab_measure(&v, str_of(apart[i]));
		for (size_t k = 0; k < v.n_edges; k++) {
			assert_int_not_equal(v.edges[k].high, measure);
			assert_int_not_equal(v.edges[k].low, measure);
		}
	}
	assert_false(v.measures[vocab_measure(&v, STR("took-part"))].bounds);
	assert_int_equal(v.measures[vocab_measure(&v, STR("still-held"))].additive.n, 0);
}

static void
a_square_lies_in_its_surroundings_its_city_and_its_country(void **state)
{
	(void)state;
	static const struct {
		const char *place, *outer;
		bool in;
	} rows[] = {
	    {"astana-square", "astana-square", true},
	    {"astana-square", "astana-square-and-around", true},
	    {"astana-square", "almaty", true},
	    {"astana-square", "kazakhstan", true},
	    {"astana-square", "nur-sultan", false},
	    {"almaty", "astana-square", false},
	    {"almaty", "nur-sultan", false},
	    {"osh", "kyrgyzstan", true},
	    {"osh", "kazakhstan", false},
	};
	struct vocab v = shipped();

	for (size_t i = 0; i < LENGTH(rows); i++)
		assert_int_equal(vocab_place_in(&v, vocab_place(&v, str_of(rows[i].place)),
				     vocab_place(&v, str_of(rows[i].outer))),
		    rows[i].in);
}

static void
a_place_is_called_what_it_was_called_on_the_day(void **state)
{
	(void)state;
	static const struct {
		const char *place, *day, *en, *ru, *kk;
	} rows[] = {
	    {"nur-sultan", "2019-03-22", "Astana", "Астана", "Астана"},
	    {"nur-sultan", "2019-03-23", "Nur-Sultan", "Нур-Султан", "Нұр-Сұлтан"},
	    {"nur-sultan", "2019-06-09", "Nur-Sultan", "Нур-Султан", "Нұр-Сұлтан"},
	    {"nur-sultan", "2022-09-17", "Nur-Sultan", "Нур-Султан", "Нұр-Сұлтан"},
	    {"nur-sultan", "2022-09-18", "Astana", "Астана", "Астана"},
	    {"nur-sultan", "1998-05-05", "Akmola", "Акмола", "Ақмола"},
	    {"nur-sultan", "1992-07-05", "Tselinograd", "Целиноград", "Целиноград"},
	    {"nur-sultan", "1961-03-19", "Akmolinsk", "Акмолинск", "Ақмола"},
	    {"atyrau", "1990-12-31", "Guryev", "Гурьев", "Гурьев"},
	    {"almaty", "2019-06-09", "Almaty", "Алматы", "Алматы"},
	};
	struct vocab v = shipped();

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct err e;
		int32_t day;
		assert_int_equal(date_day(str_of(rows[i].day), &day, &e), 0);
		const struct vocab_label *label =
		    vocab_place_label(&v, vocab_place(&v, str_of(rows[i].place)), day);
		assert_true(str_eq(vocab_text(label, STR("en")), str_of(rows[i].en)));
		assert_true(str_eq(vocab_text(label, STR("ru")), str_of(rows[i].ru)));
		assert_true(str_eq(vocab_text(label, STR("kk")), str_of(rows[i].kk)));
		assert_true(str_eq(vocab_text(label, STR("tlh")), label->en));
	}
}

/* The shipped files with one of them replaced, or left out when text is NULL. */
static int
read_with(const char *name, const char *text, struct err *e)
{
	struct vocab v = {.n_places = 77};
	size_t count, kept = 0;
	const struct vocab_file *all = vocab_shipped(a, &count);
	struct vocab_file *files = ARENA_ARRAY(a, struct vocab_file, count);

	for (size_t i = 0; i < count; i++) {
		bool changed = str_eq(all[i].name, str_of(name));
		if (changed && text == NULL)
			continue;
		files[kept] = all[i];
		if (changed)
			files[kept].text = str_of(text);
		kept++;
	}
	int r = vocab_read(a, files, kept, &v, e);
	if (r < 0)
		assert_int_equal(v.n_places, 77);
	return r;
}

#define PLACES "id,parent,reviewed,en,ru,kk\n"
#define NAMED(id, parent) id "," parent ",no,A,А,А\n"
#define EDGES "high,low,assumption,reason\n"
#define SUMS "kind,whole,part\n"
#define NAMES "place,from,to,reviewed,en,ru,kk\n"
#define MEASURES "id,additive,bounds,reviewed,en,ru,kk\n"
#define MEASURE(id) id ",detentions,yes,no,A,А,А\n"

#define KINDS "id,reviewed,en,ru,kk\n"
#define PROPERTIES "of,id,type,list,many,reviewed,en,ru,kk\n"
#define PROPERTY(of, id, type, list) of "," id "," type "," list ",no,no,A,А,А\n"
#define POINTS "place,lat,lon,precision,source,licence\n"
#define REACHES "place,lat,lon,precision,source,licence,metres\n"
#define SPELLINGS "place,lang,name,from,to,source,licence\n"
#define PROVISIONS "id,instrument,article,edition,from,to,interprets,url,reviewed,en,ru,kk\n"
#define PROVISION(id, from, to, interprets)                                                        \
	id ",ICCPR,21,1966," from "," to "," interprets ",,no,A,А,А\n"

static const struct {
	const char *file, *text, *key, *arg[3];
} broken[] = {
    {"places.csv", NULL, "vocab.no_file", {"places.csv", "", ""}},
    {"origins.csv", NULL, "vocab.no_file", {"origins.csv", "", ""}},
    {"places.csv", PLACES NAMED("a", "a"), "vocab.cycle", {"places.csv", "a", ""}},
    {"places.csv", PLACES NAMED("a", "b") NAMED("b", "a"), "vocab.cycle", {"places.csv", "a", ""}},
    {"places.csv", PLACES NAMED("a", "c") NAMED("b", "a") NAMED("c", "b"), "vocab.cycle",
	{"places.csv", "a", ""}},
    {"places.csv", PLACES NAMED("a", "") NAMED("b", "x"), "vocab.unknown",
	{"places.csv", "3", "x"}},
    {"places.csv", PLACES NAMED("a", "") NAMED("b", "") NAMED("a", "b"), "vocab.twice",
	{"places.csv", "a", ""}},
    {"places.csv", PLACES "a,,no,A,,А\n", "vocab.label", {"places.csv", "2", ""}},
    {"places.csv", PLACES "Almaty,,no,A,А,А\n", "vocab.value", {"places.csv", "2", "Almaty"}},
    {"places.csv", PLACES ",,no,A,А,А\n", "vocab.value", {"places.csv", "2", ""}},
    {"places.csv", "id,reviewed,en,ru,kk\n", "vocab.column", {"places.csv", "parent", ""}},
    {"places.csv", "id,parent,reviewed,en,ru\n", "vocab.column", {"places.csv", "kk", ""}},
    {"whos.csv", PLACES NAMED("all", "") NAMED("minors", "minors"), "vocab.cycle",
	{"whos.csv", "minors", ""}},
    {"whos.csv", PLACES NAMED("all", "everybody"), "vocab.unknown", {"whos.csv", "2", "everybody"}},
    {"measures.csv", MEASURES MEASURE("detained") MEASURE("detained"), "vocab.twice",
	{"measures.csv", "detained", ""}},
    {"measures.csv", MEASURES "detained,people,yes,no,A,А,А\n", "vocab.value",
	{"measures.csv", "2", "people"}},
    {"measures.csv", MEASURES "detained,detentions,maybe,no,A,А,А\n", "vocab.value",
	{"measures.csv", "2", "maybe"}},
    {"measures.csv", MEASURES "detained,detentions,yes,perhaps,A,А,А\n", "vocab.value",
	{"measures.csv", "2", "perhaps"}},
    {"measure_edges.csv", EDGES "detained,detained,,r\n", "vocab.cycle",
	{"measure_edges.csv", "detained", ""}},
    {"measure_edges.csv",
	EDGES "detained,taken-to-police,,r\ntaken-to-police,registered,,r\n"
	      "registered,detained,,r\n",
	"vocab.cycle", {"measure_edges.csv", "registered", ""}},
    {"measure_edges.csv", EDGES "detained,arrested,,r\n", "vocab.unknown",
	{"measure_edges.csv", "2", "arrested"}},
    {"measure_edges.csv", EDGES "detained,fine,h2,r\n", "vocab.unknown",
	{"measure_edges.csv", "2", "h2"}},
    {"measure_edges.csv", EDGES "detained,,,r\n", "vocab.value", {"measure_edges.csv", "2", ""}},
    {"measure_sums.csv", SUMS "product,punished,fine\n", "vocab.value",
	{"measure_sums.csv", "2", "product"}},
    {"measure_sums.csv", SUMS "composition,punished,arrested\n", "vocab.unknown",
	{"measure_sums.csv", "2", "arrested"}},
    {"measure_sums.csv", SUMS "composition,punished,punished\n", "vocab.cycle",
	{"measure_sums.csv", "punished", ""}},
    {"place_names.csv", NAMES "astana,,,no,A,А,А\n", "vocab.unknown",
	{"place_names.csv", "2", "astana"}},
    {"place_names.csv", NAMES ",,,no,A,А,А\n", "vocab.value", {"place_names.csv", "2", ""}},
    {"place_names.csv", NAMES "almaty,2020-01-02,2020-01-01,no,A,А,А\n", "vocab.value",
	{"place_names.csv", "2", "2020-01-02"}},
    {"place_names.csv", NAMES "almaty,2020-02-30,,no,A,А,А\n", "date.none", {"2020-02-30", "", ""}},
    {"terms.csv", "list,id,reviewed,en,ru,kk\nunit,persons,no,A,А,А\nunit,persons,no,A,А,А\n",
	"vocab.twice", {"terms.csv", "persons", ""}},
    {"terms.csv", "list,id,reviewed,en,ru,kk\nunit,persons,no,,А,А\n", "vocab.label",
	{"terms.csv", "2", ""}},
    {"terms.csv", "list,id,reviewed,en,ru,kk\n,persons,no,A,А,А\n", "vocab.value",
	{"terms.csv", "2", ""}},
    {"assumptions.csv", "id,reviewed,en,ru,kk,reason\nh1,no,A,А,А,r\nh1,no,A,А,А,r\n",
	"vocab.twice", {"assumptions.csv", "h1", ""}},
    {"origins.csv", "id,reviewed,en,ru,kk\na,no,A,А,А\na,no,A,А,А\n", "vocab.twice",
	{"origins.csv", "a", ""}},
    {"kinds.csv", KINDS "event,no,A,А,А\nevent,no,A,А,А\n", "vocab.twice",
	{"kinds.csv", "event", ""}},
    {"kinds.csv", NULL, "vocab.unknown", {"properties.csv", "2", "event"}},
    {"properties.csv", PROPERTIES PROPERTY("eventt", "name", "text", ""), "vocab.unknown",
	{"properties.csv", "2", "eventt"}},
    {"properties.csv", PROPERTIES PROPERTY("", "name", "text", ""), "vocab.unknown",
	{"properties.csv", "2", ""}},
    {"properties.csv", PROPERTIES PROPERTY("event.name", "date", "date", ""), "vocab.unknown",
	{"properties.csv", "2", "event.name"}},
    {"properties.csv", PROPERTIES PROPERTY("event", "name", "string", ""), "vocab.value",
	{"properties.csv", "2", "string"}},
    {"properties.csv", PROPERTIES PROPERTY("event", "name", "text", "unit"), "vocab.value",
	{"properties.csv", "2", "unit"}},
    {"properties.csv", PROPERTIES PROPERTY("event", "kind", "term", "kinds"), "vocab.unknown",
	{"properties.csv", "2", "kinds"}},
    {"properties.csv", PROPERTIES PROPERTY("event", "kind", "term", ""), "vocab.unknown",
	{"properties.csv", "2", ""}},
    {"properties.csv", PROPERTIES PROPERTY("event", "of", "ref", "act acts"), "vocab.unknown",
	{"properties.csv", "2", "acts"}},
    {"properties.csv",
	PROPERTIES PROPERTY("event", "a", "text", "") PROPERTY("event", "a", "date", ""),
	"vocab.twice", {"properties.csv", "a", ""}},
    {"provisions.csv", PROVISIONS PROVISION("a", "", "", "b"), "vocab.unknown",
	{"provisions.csv", "2", "b"}},
    {"provisions.csv", PROVISIONS PROVISION("a", "2020-01-02", "2020-01-01", ""), "vocab.value",
	{"provisions.csv", "2", "2020-01-02"}},
    {"provisions.csv", PROVISIONS PROVISION("a", "", "", "") PROVISION("a", "", "", ""),
	"vocab.twice", {"provisions.csv", "a", ""}},
    {"place_points.csv", POINTS "nowhere,43.25,76.9,exact,s,l\n", "vocab.unknown",
	{"place_points.csv", "2", "nowhere"}},
    {"place_points.csv", POINTS ",43.25,76.9,exact,s,l\n", "vocab.value",
	{"place_points.csv", "2", ""}},
    {"place_points.csv", POINTS "almaty,90.0001,76.9,exact,s,l\n", "vocab.value",
	{"place_points.csv", "2", "90.0001"}},
    {"place_points.csv", POINTS "almaty,43.25671,76.9,exact,s,l\n", "vocab.value",
	{"place_points.csv", "2", "43.25671"}},
    {"place_points.csv", POINTS "almaty,43.25,76°54,exact,s,l\n", "vocab.value",
	{"place_points.csv", "2", "76°54"}},
    {"place_points.csv", POINTS "almaty,43.25,76.9,about,s,l\n", "vocab.value",
	{"place_points.csv", "2", "about"}},
    {"place_points.csv", POINTS "almaty,1,1,exact,s,l\nalmaty,1,1,exact,s,l\n", "vocab.twice",
	{"place_points.csv", "almaty", ""}},
    {"place_points.csv", REACHES "almaty,1,1,exact,s,l,0\n", "vocab.value",
	{"place_points.csv", "2", "0"}},
    {"place_points.csv", REACHES "almaty,1,1,exact,s,l,5 km\n", "vocab.value",
	{"place_points.csv", "2", "5 km"}},
    {"places.csv", "id,parent,reviewed,en,ru,kk,kind\na,,no,A,А,А,hamlet\n", "vocab.unknown",
	{"places.csv", "2", "hamlet"}},
    {"place_spellings.csv", SPELLINGS "nowhere,uz,A,,,s,l\n", "vocab.unknown",
	{"place_spellings.csv", "2", "nowhere"}},
    {"place_spellings.csv", SPELLINGS "osh,uz-Arab,A,,,s,l\n", "vocab.value",
	{"place_spellings.csv", "2", "uz-Arab"}},
    {"place_spellings.csv", SPELLINGS "osh,ky,,,,s,l\n", "vocab.value",
	{"place_spellings.csv", "2", "ky"}},
    {"place_spellings.csv", SPELLINGS "osh,ky,A,1991,1990,s,l\n", "vocab.value",
	{"place_spellings.csv", "2", "1991"}},
    {"origins.csv", "id,reviewed,en,ru,kk\na,no,A,А\n", "csv.width", {"2", "4", "5"}},
    {"origins.csv", "id,reviewed,en,ru,kk\na,no,A,\xC0,\xC0\n", "csv.utf8", {"2", "", ""}},
};

static void
a_vocabulary_that_cannot_be_is_refused(void **state)
{
	(void)state;
	size_t wrong = 0;

	for (size_t i = 0; i < LENGTH(broken); i++) {
		struct err e = {.key = ""};
		int r = read_with(broken[i].file, broken[i].text, &e);
		bool same = r < 0 && strcmp(e.key, broken[i].key) == 0;
		for (size_t k = 0; k < 3; k++)
			same = same && strcmp(e.arg[k], broken[i].arg[k]) == 0;
		if (same)
			continue;
		print_error("row %zu wants %s %s %s: %s %s %s %s\n", i, broken[i].key,
		    broken[i].arg[0], broken[i].arg[1], e.key, e.arg[0], e.arg[1], e.arg[2]);
		wrong++;
	}
	assert_int_equal(wrong, 0);
}

static void
the_same_term_may_stand_in_two_lists(void **state)
{
	(void)state;
	struct vocab v = shipped();

	assert_non_null(vocab_term(&v, STR("coverage"), STR("unknown")));
	assert_non_null(vocab_term(&v, STR("basis"), STR("unknown")));
}

static void
a_property_is_of_a_kind_or_of_a_property(void **state)
{
	(void)state;
	struct vocab v = shipped();
	const struct vocab_property *stage = vocab_property(&v, STR("act"), STR("stage"));
	const struct vocab_property *date = vocab_property(&v, STR("act.stage"), STR("date"));

	assert_int_equal(stage->type, VOCAB_TERM);
	assert_true(stage->many);
	assert_int_equal(date->type, VOCAB_DATE);
	assert_false(vocab_property(&v, STR("event"), STR("peacefulness"))->many);
	assert_null(vocab_property(&v, STR("act"), STR("colour")));
	assert_null(vocab_property(&v, STR("act.stage"), STR("stage")));
	assert_true(str_eq(vocab_type_name(VOCAB_REF), STR("ref")));
}

static void
an_archive_older_than_records_is_read_without_their_words(void **state)
{
	(void)state;
	struct vocab v;
	struct err e;
	size_t count, kept = 0;
	const struct vocab_file *all = vocab_shipped(a, &count);
	struct vocab_file *files = ARENA_ARRAY(a, struct vocab_file, count);

	for (size_t i = 0; i < count; i++)
		if (!str_eq(all[i].name, STR("kinds.csv")) &&
		    !str_eq(all[i].name, STR("properties.csv")) &&
		    !str_eq(all[i].name, STR("provisions.csv")) &&
		    !str_eq(all[i].name, STR("place_spellings.csv")) &&
		    !str_eq(all[i].name, STR("place_points.csv")))
			files[kept++] = all[i];
	assert_int_equal(kept, count - 5);
	assert_int_equal(vocab_read(a, files, kept, &v, &e), 0);
	assert_int_equal(v.n_kinds + v.n_properties + v.n_provisions, 0);
	assert_int_equal(vocab_kind(&v, STR("event")), VOCAB_NONE);
	assert_null(vocab_property(&v, STR("event"), STR("name")));
	assert_null(vocab_place_point(&v, vocab_place(&v, STR("almaty"))));
}

static void
a_term_typed_as_text_is_said_in_the_language_of_the_reader(void **state)
{
	(void)state;
	struct vocab v;
	struct err e;
	size_t count;
	const struct vocab_file *files = vocab_shipped(a, &count);

	assert_int_equal(vocab_read(a, files, count, &v, &e), 0);
	struct str said = vocab_said(&v, STR("speaker"), STR("minister"), STR("ru"));
	assert_true(str_eq(said, STR("министр")));
	said = vocab_said(&v, STR("speaker"), STR("министр"), STR("en"));
	assert_true(str_eq(said, STR("minister")));
	said = vocab_said(&v, STR("unit"), STR("minister"), STR("ru"));
	assert_true(str_eq(said, STR("minister")));
	said = vocab_said(&v, STR("speaker"), STR("a neighbour"), STR("ru"));
	assert_true(str_eq(said, STR("a neighbour")));
}

static void
a_place_lies_where_its_point_says(void **state)
{
	(void)state;
	struct vocab v;
	struct err e;
	size_t count;
	struct vocab_file *files = ARENA_ARRAY(a, struct vocab_file, 32);
	const struct vocab_file *all = vocab_shipped(a, &count);

	for (size_t i = 0; i < count; i++) {
		files[i] = all[i];
		if (str_eq(all[i].name, STR("place_points.csv")))
			files[i].text = STR(POINTS "almaty,43.2567,-76.9,locality,s,l\n"
						   "shymkent,-0.5,69,exact,s,l\n");
	}
	assert_int_equal(vocab_read(a, files, count, &v, &e), 0);
	const struct vocab_place_point *almaty =
	    vocab_place_point(&v, vocab_place(&v, STR("almaty")));
	assert_int_equal(almaty->lat, 432567);
	assert_int_equal(almaty->lon, -769000);
	assert_int_equal(vocab_place_point(&v, vocab_place(&v, STR("shymkent")))->lat, -5000);
	assert_null(vocab_place_point(&v, vocab_place(&v, STR("taraz"))));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_shipped_vocabulary_reads),
	    cmocka_unit_test(an_id_that_is_not_there_is_not_found),
	    cmocka_unit_test(punished_lie_under_taken_to_police_only_by_assumption),
	    cmocka_unit_test(measures_that_stand_apart_have_no_edge),
	    cmocka_unit_test(a_square_lies_in_its_surroundings_its_city_and_its_country),
	    cmocka_unit_test(a_place_is_called_what_it_was_called_on_the_day),
	    cmocka_unit_test(a_vocabulary_that_cannot_be_is_refused),
	    cmocka_unit_test(the_same_term_may_stand_in_two_lists),
	    cmocka_unit_test(a_property_is_of_a_kind_or_of_a_property),
	    cmocka_unit_test(an_archive_older_than_records_is_read_without_their_words),
	    cmocka_unit_test(a_term_typed_as_text_is_said_in_the_language_of_the_reader),
	    cmocka_unit_test(a_place_lies_where_its_point_says),
	};
	return cmocka_run_group_tests(tests, begin, end);
}
