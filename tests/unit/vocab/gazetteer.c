/* Which place a written name means, and what a place was called. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/date.h"
#include "domain/vocab/gazetteer.h"

static struct arena *a;
static struct vocab vocab;

static int
begin(void **state)
{
	struct err e;
	size_t count;

	(void)state;
	a = arena_new();
	const struct vocab_file *files = vocab_shipped(a, &count);
	return vocab_read(a, files, count, &vocab, &e);
}

static int
end(void **state)
{
	(void)state;
	arena_free(a);
	return 0;
}

static int32_t
day_of(const char *text)
{
	struct err e;
	int32_t day = DATE_OPEN_END;

	if (text[0] != '\0')
		assert_int_equal(date_day(str_of(text), &day, &e), 0);
	return day;
}

static const struct {
	const char *name, *day, *ids;
} meant[] = {
    /* any language, alphabet and case; with and without what a place is */
    {"almaty", "", "almaty"},
    {"ALMATY", "", "almaty"},
    {"алматы", "", "almaty"},
    {"г. Алматы", "", "almaty"},
    {"г.Алматы", "", "almaty"},
    {"Алматы қаласы", "", "almaty"},
    {"Қарағанды", "", "karaganda"},
    {"Qarağandy", "", "karaganda"},
    {"Toshkent", "", "tashkent"},
    {"Хуҷанд", "", "khujand"},
    {"Türkmenbaşy", "", "turkmenbashi"},
    {"Түркменбашы", "", "turkmenbashi"},
    {"Жезқазған қ.", "", "zhezkazgan"},
    {"Ошская область", "", "osh-region"},
    {"Ошская обл", "", "osh-region"},
    {"Ош облусу", "", "osh-region"},
    {"Ош", "", "osh"},
    {"Farg‘ona viloyati", "", "fergana-region"},
    {"Согдийская область", "", "sughd-region"},
    {"Ordabasy district", "", "ordabasy-district"},
    {"р-н Байконур", "", "baikonur-district"},
    /* letters that a keyboard lacks, hyphens, blanks, apostrophes */
    {"Караганды", "", "karaganda"},
    {"Нурсултан", "", "nur-sultan"},
    {"Нур - Султан", "", "nur-sultan"},
    {"Fargona", "", "fergana"},
    {"Farg'ona", "", "fergana"},
    {"Turkmenabat", "", "turkmenabat"},
    {"Хучанд", "", ""},
    /* another alphabet's spelling of the same sounds */
    {"Janaozen", "", "zhanaozen"},
    {"Zhanaözen", "", "zhanaozen"},
    /* names of other times */
    {"Алма-Ата", "", "almaty"},
    {"Целиноград", "1980-01-01", "nur-sultan"},
    {"Целиноград", "", "nur-sultan, tselinograd-district"},
    {"Астана", "", "nur-sultan"},
    {"Астана", "2019-06-09", "nur-sultan"},
    {"Nur-Sultan", "2023-01-01", "nur-sultan"},
    {"Акмола", "1995-01-01", "nur-sultan"},
    {"Акмола", "", "akmola-region, nur-sultan"},
    {"Ленинабад", "", "khujand"},
    {"Ленинск", "", "baikonur, asaka"},
    {"Frunze", "", "bishkek"},
    {"Красноводск", "", "turkmenbashi"},
    {"Сталинабад", "1950-01-01", "dushanbe"},
    {"Пржевальск", "", "karakol"},
    /* a region that was parted in 2022 is another one before */
    {"Карагандинская область", "2019-06-09", "karaganda-region-until-2022"},
    {"Карагандинская область", "2022-06-07", "karaganda-region-until-2022"},
    {"Карагандинская область", "2022-06-08", "karaganda-region"},
    {"Карагандинская область", "", "karaganda-region"},
    {"ВКО", "2019-06-09", "east-kazakhstan-region-until-2022"},
    {"ВКО", "", "east-kazakhstan-region"},
    {"South Kazakhstan Region", "2017-01-01", "south-kazakhstan-region"},
    /* what several places are called is said, and may be narrowed */
    {"Абай", "",
	"abai-region, abai-district-shymkent, abai-district-abai-region, "
	"abai"},
    {"Абайский район", "",
	"abai-district-shymkent, abai-district-abai-region, abai-district-karaganda"},
    {"Абайский район, Карагандинская область", "", "abai-district-karaganda"},
    {"Абай, Карагандинская область", "", "abai"},
    {"Жамбыл", "1995-01-01", "taraz"},
    {"Жамбылская область", "", "zhambyl-region"},
    {"Карасу", "", "karasu-district, kara-suu, karasu-uzbekistan"},
    {"Гулистон", "", "guliston-tajikistan, gulistan"},
    {"Гулистон, Таджикистан", "", "guliston-tajikistan"},
    /* a city goes before a district that bears its name elsewhere */
    {"Almaty", "", "almaty"},
    {"Almaty district", "", "almaty-district"},
    /* none */
    {"Paris", "", ""},
    {"", "", ""},
    {",", "", ""},
    {"район", "", ""},
    {"Алматы, Узбекистан", "", ""},
    {"Almaty region, Atlantis", "", ""},
};

static void
a_name_means_a_place_or_several(void **state)
{
	size_t wrong = 0;

	(void)state;
	for (size_t i = 0; i < LENGTH(meant); i++) {
		struct vocab_meant m =
		    vocab_place_meant(a, &vocab, str_of(meant[i].name), day_of(meant[i].day));
		struct str ids = vocab_meant_ids(a, &vocab, m);
		if (str_eq(ids, str_of(meant[i].ids)))
			continue;
		print_error("\"%s\" on \"%s\" wants %s: %.*s\n", meant[i].name, meant[i].day,
		    meant[i].ids, STR_ARG(ids));
		wrong++;
	}
	assert_int_equal(wrong, 0);
}

static void
more_than_six_places_end_in_dots(void **state)
{
	size_t places[7] = {0, 1, 2, 3, 4, 5, 6};
	struct vocab_meant many = {places, LENGTH(places)};

	(void)state;
	assert_true(str_ends(vocab_meant_ids(a, &vocab, many), STR(", afghanistan ...")) ||
	    str_ends(vocab_meant_ids(a, &vocab, many), STR(" ...")));
	many.count = 6;
	assert_false(str_ends(vocab_meant_ids(a, &vocab, many), STR("...")));
}

/* Whoever reads a name off the program may hand it back: it means that place, alone or among
 * others that bear it. */
static void
every_place_is_found_by_its_names(void **state)
{
	size_t wrong = 0;

	(void)state;
	for (size_t i = 0; i < vocab.n_places; i++) {
		const struct vocab_label *label = vocab_place_label(&vocab, i, DATE_OPEN_END);
		const struct str names[] = {vocab.places[i].id, label->en, label->ru, label->kk};
		for (size_t k = 0; k < LENGTH(names); k++) {
			struct vocab_meant m =
			    vocab_place_meant(a, &vocab, names[k], DATE_OPEN_END);
			bool found = false;
			for (size_t n = 0; n < m.count; n++)
				found = found || m.places[n] == i;
			if (!found)
				print_error("%.*s is not %.*s\n", STR_ARG(names[k]),
				    STR_ARG(vocab.places[i].id));
			wrong += !found;
		}
	}
	assert_int_equal(wrong, 0);
}

static void
every_region_and_at_least_four_hundred_places_are_known(void **state)
{
	static const struct {
		const char *country;
		size_t regions; /* and cities of their rank, by ISO 3166-2 */
	} rows[] = {{"KZ-", 20}, {"KG-", 9}, {"TJ-", 5}, {"UZ-", 14}, {"TM-", 6}};

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		size_t regions = 0;
		for (size_t k = 0; k < vocab.n_places; k++)
			regions += str_starts(vocab.places[k].iso, str_of(rows[i].country));
		assert_int_equal(regions, rows[i].regions);
	}
	assert_true(vocab.n_places >= 400);
	for (size_t k = 0; k < vocab.n_places; k++) {
		assert_true(vocab.places[k].kind.n > 0);
		assert_true(vocab.places[k].source.n > 0 && vocab.places[k].licence.n > 0);
	}
}

static void
a_place_is_called_so_in_the_language_of_its_state(void **state)
{
	static const struct {
		const char *place, *day, *lang, *name;
	} rows[] = {
	    {"bishkek", "", "ky", "Бишкек"},
	    {"bishkek", "1980-01-01", "ky", "Фрунзе"},
	    {"khujand", "1980-01-01", "tg", "Ленинобод"},
	    {"khujand", "2019-06-09", "tg", "Хуҷанд"},
	    {"turkmenbashi", "1990-01-01", "tk", "Krasnowodsk"},
	    {"turkmenbashi", "", "tk", "Türkmenbaşy"},
	    {"fergana", "", "uz", "Fargʻona"},
	    {"fergana", "", "uz-Cyrl", "Фарғона"},
	    {"nukus", "", "kaa", "Nókis"},
	    {"nur-sultan", "2019-06-09", "en", "Nur-Sultan"},
	    {"nur-sultan", "2019-06-09", "kk", "Нұр-Сұлтан"},
	    {"nur-sultan", "", "ru", "Астана"},
	    {"nur-sultan", "1970-01-01", "ru", "Целиноград"},
	    {"nur-sultan", "2019-06-09", "tg", "Nur-Sultan"},
	    {"almaty", "", "kk-Latn", "Almaty"},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		size_t place = vocab_place(&vocab, str_of(rows[i].place));
		struct str name =
		    vocab_place_called(&vocab, place, day_of(rows[i].day), str_of(rows[i].lang));
		if (!str_eq(name, str_of(rows[i].name)))
			fail_msg("%s in %s: %.*s", rows[i].place, rows[i].lang, STR_ARG(name));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_name_means_a_place_or_several),
	    cmocka_unit_test(more_than_six_places_end_in_dots),
	    cmocka_unit_test(every_place_is_found_by_its_names),
	    cmocka_unit_test(every_region_and_at_least_four_hundred_places_are_known),
	    cmocka_unit_test(a_place_is_called_so_in_the_language_of_its_state),
	};

	return cmocka_run_group_tests_name("vocab/gazetteer", tests, begin, end);
}
