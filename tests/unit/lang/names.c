/* Names of people: parts, sounds, likeness, and the invented people of tests/data/names (the first
 * argument). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/csv.h"
#include "kit/lang/name_like.h"

static const char *folder;

static struct name_like
like_of(struct arena *a, const char *first, const char *second)
{
	struct name x = name_read(a, str_of(first)), y = name_read(a, str_of(second));

	return name_like(a, &x, &y);
}

static void
compatible(const char *first, const char *second, bool wanted)
{
	struct arena *a = arena_new();
	struct name_like like = like_of(a, first, second), back = like_of(a, second, first);

	if (like.compatible != wanted)
		print_error("%s / %s: %f\n", first, second, like.score);
	assert_int_equal(like.compatible, wanted);
	assert_true(like.score - back.score < 1e-9 && back.score - like.score < 1e-9);
	arena_free(a);
}

static void
sounds_as(const char *word, const char *wanted)
{
	struct arena *a = arena_new();
	struct str sound = name_sound(a, name_fold(a, str_of(word)));

	if (!str_eq(sound, str_of(wanted)))
		print_error("%s sounds as %.*s\n", word, STR_ARG(sound));
	assert_true(str_eq(sound, str_of(wanted)));
	arena_free(a);
}

/* parts: role:stem, parted by blanks. */
static void
reads_as(const char *text, const char *wanted)
{
	struct arena *a = arena_new();
	struct name name = name_read(a, str_of(text));
	struct buf *b = buf_on(a);

	for (size_t i = 0; i < name.count; i++)
		buf_fmt(b, "%s%.*s:%.*s", i > 0 ? " " : "",
		    STR_ARG(name_role_word(name.parts[i].role)), STR_ARG(name.parts[i].stem));
	assert_string_equal(b->p, wanted);
	arena_free(a);
}

static enum name_sex
sex_of(struct arena *a, const char *text)
{
	struct name name = name_read(a, str_of(text));

	return name_sex(&name);
}

static void
endings_say_the_sex(void **state)
{
	static const char *const men[] = {"Серіков А.", "Akhmetov Bolat", "Қанат Серікұлы",
	    "Тулегенов Марат Болатович", "Асан уулу Бакыт", "Karim Rahim o'g'li"};
	static const char *const women[] = {"Серікова А.", "Akhmetova Bolat", "Жанар Серікқызы",
	    "Тулегенова Айгуль Болатовна", "Асан кызы Бермет", "Невская О."};
	static const char *const neither[] = {
	    "Айсұлу Ахмет", "Ким Т.", "Шевченко И.", "Ахметова Болат Серикович", "А. Б.", ""};
	struct arena *a = arena_new();
	(void)state;

	for (size_t i = 0; i < LENGTH(men); i++)
		assert_int_equal(sex_of(a, men[i]), NAME_MAN);
	for (size_t i = 0; i < LENGTH(women); i++)
		assert_int_equal(sex_of(a, women[i]), NAME_WOMAN);
	for (size_t i = 0; i < LENGTH(neither); i++)
		assert_int_equal(sex_of(a, neither[i]), NAME_EITHER);
	arena_free(a);
}

static void
what_stands_beside_a_name_is_no_part_of_it(void **state)
{
	static const char *const beside[] = {"1. Пробоев Данияр Серикович",
	    "12) Пробоев Данияр Серикович", "Пробоев Данияр Серикович, 28 лет",
	    "Пробоев Данияр Серикович 1991 г.р.", "Пробоев Данияр Серикович (1991 г.р., Тараз)",
	    "Пробоев Данияр Серикович(28 лет)", "Пробоев Данияр Серикович (несовершеннолетний)",
	    "Пробоев Данияр Серикович (он же Цой)", "ПРОБОЕВ ДАНИЯР СЕРИКОВИЧ ОН ЖЕ ЦОЙ",
	    "Пробоев (28 лет) Данияр Серикович", "Пробоев Данияр Серикович, она же Цой",
	    "Proboev Daniyar Serikovich a.k.a. Choi"};
	(void)state;

	for (size_t i = 0; i < LENGTH(beside); i++)
		reads_as(beside[i], "family:prob given:daniar patronymic:serik");
	reads_as("Ибраева (Сапарова) Гульнар", "family:ibr patronymic:sapar given:gulnar");
	reads_as("0льга Пробоева", "given:0lg family:prob");
	reads_as("Онжеков Акан", "family:onjek given:akan");
	reads_as("28", "other:28");
	reads_as("(28", "other:28");
	reads_as("Пробоев (", "family:prob");
}

static void
every_alphabet_gives_the_same_sounds(void **state)
{
	(void)state;
	static const char *const kasims[] = {
	    "Қасым", "Касым", "Qasym", "Kassym", "Kasim", "QASYM", "Qasım"};
	for (size_t i = 0; i < LENGTH(kasims); i++)
		sounds_as(kasims[i], "kasim");
	static const char *const gulnars[] = {"Гүлнәр", "Гульнар", "Gülnär", "Gu'lna'r", "Gúlnár"};
	for (size_t i = 0; i < LENGTH(gulnars); i++)
		sounds_as(gulnars[i], "gulnar");
	static const char *const shcheglovas[] = {
	    "Щеглова", "Shcheglova", "Ščeglova", "Ŝeglova", "Chtcheglova"};
	for (size_t i = 0; i < LENGTH(shcheglovas); i++)
		sounds_as(shcheglovas[i], "xeglova");
	sounds_as("Куатжан", "kuatjan");
	sounds_as("Kuatzhan", "kuatjan");
	static const char *const yuliyas[] = {"Юлия", "Yuliya", "Iuliia", "Ûliâ", "Iouliia"};
	for (size_t i = 0; i < LENGTH(yuliyas); i++)
		sounds_as(yuliyas[i], "iulia");
	sounds_as("Tokayev", "tokaev");
	sounds_as("Tokaiev", "tokaev");
	sounds_as("Ғайрат", "gairat");
	sounds_as("Gʻayrat", "gairat");
	sounds_as("G‘ayrat", "gairat");
	sounds_as("Ҷамшед", "jamxed");
	sounds_as("Реҗеп", "rejep");
	sounds_as("Dzhamshed", "jamxed");
}

static void
parts_have_roles_and_stems(void **state)
{
	(void)state;
	reads_as("Тоқаев Қасым-Жомарт Кемелұлы", "family:tok given:kasimjomart patronymic:kemel");
	reads_as("Tokaev, Kasym-Zhomart", "family:tok given:kasimjomart");
	reads_as("Қасым-Жомарт Тоқаев", "given:kasimjomart family:tok");
	reads_as("Жұмабай Серік Абдрахман ұлы", "family:jumab given:serik patronymic:abdrahman");
	reads_as("Серік Абдрахманович", "given:serik patronymic:abdrahman");
	reads_as("ZagipaYahyanovna", "given:zagip patronymic:iahian");
	reads_as("BAZDILDA GÜLZHAN AĪ̆TZHANQYZY", "family:bazdild given:guljan patronymic:aitjan");
	reads_as("Нұрбекқызы", "patronymic:nurbek");
	reads_as("Тоқаев Қ.К.", "family:tok given:k patronymic:k");
	reads_as("Cерік", "other:serik");
	reads_as("Айсұлу Өтеболатова", "given:aisul family:otebolat");
	reads_as("Асан Бакыт уулу", "given:asan patronymic:bakit");
	reads_as("Алиева Нургуль", "family:al given:nurgul");
	reads_as("Алиев Рашит", "family:al given:raxit");
	reads_as("Aliyeva Nurgul", "family:al given:nurgul");
	reads_as("А. А. Алиева", "given:a patronymic:a family:al");
	reads_as("Алиева Н. С.", "family:al given:n patronymic:s");
	reads_as("Лев Жумабай", "given:lev family:jumab");
	reads_as("Ева Жумабай", "given:eva family:jumab");
	reads_as("Омарова Назгүл Асан", "family:omar given:nazgul given:asan");
	reads_as("1 , -", "other:1");
	reads_as("", "");
}

static void
a_slip_in_an_ending_leaves_the_fathers_name_what_it_is(void **state)
{
	(void)state;
	reads_as("Досмағанбет Әлия Ермекона", "family:dosmaganbet given:ali patronymic:ermek");
	reads_as("Щеглов, Роман Сергеевмч", "family:xegl given:roman patronymic:serg");
	reads_as("Dovranova Aygozel Yazylona", "family:dovran given:aigozel patronymic:iazil");
	reads_as(
	    "Temirkulova Gulnar Sergazyyeva", "family:temirkul given:gulnar patronymic:sergaz");
	reads_as(
	    "Есенмағанбет Темірлан Мұратұы", "family:esenmaganbet given:temirlan patronymic:murat");
	reads_as("Анна Мария Павлова", "given:ana given:mar family:pavl");
	reads_as("Mary Helena Stanley", "given:mar given:helen family:stanl");
}

static void
a_small_letter_among_capitals_ends_no_word(void **state)
{
	(void)state;
	reads_as("BAYnURATOVA MOLDIR SAPAROVNA", "family:bainurat given:moldir patronymic:sapar");
	reads_as("ArmanTuleshovich", "given:arman patronymic:tulex");
}

static void
an_initial_is_the_first_letter_however_many_write_the_sound(void **state)
{
	(void)state;
	compatible("Сапармыратов Д. Д.", "Сапармыратов Җума Җума оглы", true);
	compatible("Omarova S.", "Shynar Omarova", true);
	compatible("Омарова Ш.", "Shynar Omarova", true);
	compatible("Omarova Y.", "Ержан Омаров", true);
	compatible("Omarova S.", "Zhanar Omarova", false);
	compatible("Омарова Ш.", "Сауле Омарова", false);
}

static void
spellings_of_one_name_are_compatible(void **state)
{
	(void)state;
	static const char *const spellings[] = {"Қасым-Жомарт Тоқаев", "Касым-Жомарт Токаев",
	    "Kassym-Jomart Tokayev", "Qasym-Jomart Toqaev", "Kasym-Zhomart Tokaev",
	    "Kassim-Jomart Tokaiev", "Касым Жомарт Токаев", "ТОКАЕВ КАСЫМЖОМАРТ КЕМЕЛЕВИЧ",
	    "Қ. Тоқаев"};
	for (size_t i = 0; i < LENGTH(spellings); i++)
		for (size_t k = i; k < LENGTH(spellings); k++)
			compatible(spellings[i], spellings[k], true);
	compatible("Серік Абдрахманович", "Serik Abdrahmanuly", true);
	compatible("Ержан Тлеухан", "Ержан Тілеухан", true);
	compatible("Валихан Пшембаев", "Уәлихан Пішембаев", true);
}

static void
other_names_are_not(void **state)
{
	(void)state;
	compatible("Қасым-Жомарт Тоқаев", "Айдар Тоқаев", false);
	compatible("Серік Жұмабай", "Берік Есенбай", false);
	compatible("Қ. Тоқаев", "А. Тоқаев", false);
	compatible("", "Серік", false);
	compatible("", "", false);
	compatible("李明", "王芳", false);
	compatible("李明", "李明", true);
}

static struct csv
table_of(struct arena *a, const char *name)
{
	struct csv table;
	struct err e = {0};
	struct buf *path = buf_on(a), *text = buf_on(a);

	buf_fmt(path, "%s/%s", folder, name);
	FILE *f = fopen(path->p, "rb");
	assert_non_null(f);
	for (int c; (c = fgetc(f)) != EOF;)
		buf_putc(text, (char)c);
	fclose(f);
	assert_int_equal(csv_read(a, buf_str(text), &table, &e), 0);
	return table;
}

/* Neighbouring rows of one person, against rows of people a few places on. */
static void
most_invented_people_are_known_again(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct csv table = table_of(a, "tuned.csv");
	int person = csv_column(&table, STR("person")), name = csv_column(&table, STR("name"));
	size_t same = 0, known = 0, other = 0, taken = 0;

	for (size_t i = 0; i + 37 < table.count; i++) {
		struct arena *row = arena_new();
		struct name x = name_read(row, csv_field(&table, i, name));
		for (size_t step = 1; step <= 37; step += 36) {
			struct name y = name_read(row, csv_field(&table, i + step, name));
			bool one = str_eq(
			    csv_field(&table, i, person), csv_field(&table, i + step, person));
			bool yes = name_like(row, &x, &y).compatible;
			same += one;
			known += one && yes;
			other += !one && step > 1;
			taken += !one && step > 1 && yes;
		}
		arena_free(row);
	}
	assert_true(same > 4000 && known * 100 >= same * 97);
	assert_true(other > 5000 && taken * 1000 <= other);
	arena_free(a);
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(endings_say_the_sex),
	    cmocka_unit_test(what_stands_beside_a_name_is_no_part_of_it),
	    cmocka_unit_test(every_alphabet_gives_the_same_sounds),
	    cmocka_unit_test(parts_have_roles_and_stems),
	    cmocka_unit_test(a_slip_in_an_ending_leaves_the_fathers_name_what_it_is),
	    cmocka_unit_test(a_small_letter_among_capitals_ends_no_word),
	    cmocka_unit_test(an_initial_is_the_first_letter_however_many_write_the_sound),
	    cmocka_unit_test(spellings_of_one_name_are_compatible),
	    cmocka_unit_test(other_names_are_not),
	    cmocka_unit_test(most_invented_people_are_known_again),
	};

	folder = argc > 1 ? argv[1] : ".";
	return cmocka_run_group_tests(tests, NULL, NULL);
}
