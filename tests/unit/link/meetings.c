/* Columns of several lists that hold the same, whatever they are called: names in one column and in
 * three, places, dates, telephones. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "engine/link/hash.h"
#include "engine/link/link.h"
#include "made_up.h"

#define PEOPLE 120
#define WIDE 6 /* most columns of a list */

/* What is known of an invented person. */
enum fact {
	WHOLE,
	BRIEF, /* family name and initials */
	INITIALS,
	FAMILY,
	GIVEN,
	FATHER,
	BORN,
	TAKEN,
	TOWN,
	CALLED,
	LAWYER,
	MOTHER, /* a whole name */
	JUDGE,  /* a family name */
	SEX,
	ARTICLE,
	CITY /* ends as family names do */
};

static const char *const givens[] = {"Aigul", "Marat", "Dana", "Serik", "Zhanna", "Timur", "Asel",
    "Nurlan", "Saule", "Bolat", "Gulnara", "Yerlan", "Madina", "Kairat", "Aliya", "Ruslan"};
static const char *const towns[] = {"Zarechny", "Koktal", "Aksu", "Mirny", "Saryagash", "Belovo",
    "Tasbulak", "Karasu", "Ozerny", "Besagash", "Talap", "Novy"};
static const char *const cities[] = {"Rostov", "Saratov", "Kiev", "Azov", "Tambov", "Pskov",
    "Sasov", "Lgov", "Chekhov", "Serpukhov", "Kozlov", "Ozerov"};

static struct str
family_of(struct arena *a, uint64_t person)
{
	return arena_fmt(
	    a, "%.*s%s", STR_ARG(made_up(a, person)), hash_mix(person) % 3 == 0 ? "ev" : "");
}

static struct str
fact_of(struct arena *a, uint64_t person, enum fact fact)
{
	uint64_t draw = hash_mix(person + 1000);
	const char *given = givens[draw % LENGTH(givens)];
	const char *father = givens[(draw >> 8) % LENGTH(givens)];
	struct str family = family_of(a, person);

	switch (fact) {
	case WHOLE:
		return arena_fmt(a, "%.*s %s %sovich", STR_ARG(family), given, father);
	case BRIEF:
		return arena_fmt(a, "%.*s %c. %c.", STR_ARG(family), given[0], father[0]);
	case INITIALS:
		return arena_fmt(a, "%c.%c.", given[0], father[0]);
	case FAMILY:
		return family;
	case GIVEN:
		return arena_fmt(a, "%s", given);
	case FATHER:
		return arena_fmt(a, "%sovich", father);
	case BORN:
		return arena_fmt(a, "%02d.%02d.%d", 2 + (int)(draw >> 16 & 15),
		    1 + (int)(draw >> 24 & 7), 1950 + (int)(draw >> 32) % 50);
	case TAKEN:
		return arena_fmt(a, "%02d.06.2019", 9 + (int)(draw >> 40 & 3));
	case TOWN:
		return arena_fmt(a, "%s", towns[(draw >> 48) % LENGTH(towns)]);
	case CALLED:
		return arena_fmt(a, "+7 701 %07d", (int)(draw % 9000000) + 1000000);
	case LAWYER:
		return fact_of(a, 5000 + draw % 7, WHOLE);
	case MOTHER:
		return arena_fmt(a, "%.*s Saule Maratovna", STR_ARG(family));
	case JUDGE:
		return arena_fmt(a, "%sov", givens[draw % 11]);
	case SEX:
		return (draw >> 52 & 1) != 0 ? STR("м") : STR("ж");
	case ARTICLE:
		return arena_fmt(a, "%d", 488 + (int)(draw >> 52 & 1));
	case CITY:
		return arena_fmt(a, "%s", cities[(draw >> 48) % LENGTH(cities)]);
	}
	return STR("");
}

/* A list with those columns, of PEOPLE people from first on. */
struct made {
	uint64_t first;
	const char *names[WIDE];
	enum fact facts[WIDE];
};

static struct link_list
list_make(struct arena *a, const struct made *made)
{
	struct link_list list = {.rows = PEOPLE};
	struct str *names = ARENA_ARRAY(a, struct str, WIDE);

	while (list.width < WIDE && made->names[list.width] != NULL) {
		names[list.width] = str_of(made->names[list.width]);
		list.width++;
	}
	struct str *cells = ARENA_ARRAY(a, struct str, PEOPLE * list.width);
	for (size_t p = 0; p < PEOPLE; p++)
		for (size_t k = 0; k < list.width; k++)
			cells[p * list.width + k] = fact_of(a, made->first + p, made->facts[k]);
	list.names = names;
	list.cells = cells;
	return list;
}

struct lists {
	struct arena *a;
	struct link_list at[3];
	struct link_result result;
};

static void
lists_link(
    struct lists *l, const struct made *made, size_t n, const struct link_said *said, size_t n_said)
{
	struct err e = {0};

	l->a = arena_new();
	for (size_t i = 0; i < n; i++)
		l->at[i] = list_make(l->a, &made[i]);
	const struct link_question q = {
	    .lists = l->at, .n_lists = n, .said = said, .n_said = n_said};
	assert_int_equal(link_rows(l->a, &q, &l->result, &e), 0);
}

static enum link_kind
kind_of(const struct lists *l, size_t list, size_t column)
{
	for (size_t i = 0; i < l->result.n_columns; i++) {
		const struct link_column *c = &l->result.columns[i];
		if (c->list == list && c->column == column)
			return c->kind;
	}
	return LINK_KIND_COUNT;
}

/* People of the second list who are also the row of the first that they should be. */
static size_t
found(const struct lists *l, const struct made *made)
{
	size_t n = 0, between = (size_t)(made[1].first - made[0].first);

	for (size_t p = 0; p + between < PEOPLE; p++)
		n += l->result.cluster[PEOPLE + p] == l->result.cluster[between + p];
	return n;
}

static const struct made whole = {1, {"ФИО", "Дата рождения", "Город"}, {WHOLE, BORN, TOWN}};

static void
names_in_three_columns_meet_those_in_one(void **state)
{
	static const struct made parted = {31,
	    {"Surname", "First name", "Middle name", "DOB", "Place"},
	    {FAMILY, GIVEN, FATHER, BORN, TOWN}};
	const struct made both[] = {whole, parted}, turned[] = {parted, whole};
	struct lists l;
	(void)state;

	lists_link(&l, both, 2, NULL, 0);
	assert_int_equal(kind_of(&l, 1, 0), LINK_FAMILY);
	assert_int_equal(kind_of(&l, 1, 1), LINK_GIVEN);
	assert_int_equal(kind_of(&l, 1, 2), LINK_PATRONYMIC);
	assert_int_equal(kind_of(&l, 1, 4), LINK_WORDS);
	assert_true(found(&l, both) >= 88);
	assert_in_range(l.result.clusters, 148, 153);
	assert_false(l.result.apart[0] || l.result.apart[1]);
	size_t clusters = l.result.clusters;
	arena_free(l.a);
	lists_link(&l, turned, 2, NULL, 0);
	assert_int_equal(l.result.clusters, clusters);
	arena_free(l.a);
}

static void
columns_of_one_thing_meet_under_other_names(void **state)
{
	static const struct made both[] = {
	    {1, {"Фамилия", "Имя", "Год", "Город", "Телефон"}, {FAMILY, GIVEN, BORN, TOWN, CALLED}},
	    {21, {"Tel", "Place", "Given", "Surname", "DOB"}, {CALLED, TOWN, GIVEN, FAMILY, BORN}}};
	struct lists l;
	(void)state;

	lists_link(&l, both, 2, NULL, 0);
	assert_true(found(&l, both) >= 98);
	const struct link_why why = link_why(l.a, &l.result, 20, PEOPLE);
	assert_int_equal(why.count, 5);
	for (size_t i = 0; i < why.count; i++)
		assert_true(why.reasons[i].weight > 0);
	arena_free(l.a);
}

static void
columns_that_hold_something_else_do_not_meet(void **state)
{
	static const struct made both[] = {{1, {"ФИО", "Родился", "Пол"}, {WHOLE, BORN, SEX}},
	    {31, {"Имя полностью", "Задержан", "Статья"}, {WHOLE, TAKEN, ARTICLE}}};
	struct lists l;
	(void)state;

	lists_link(&l, both, 2, NULL, 0);
	const struct link_why why = link_why(l.a, &l.result, 30, PEOPLE);
	for (size_t i = 0; i < why.count; i++)
		assert_true(why.reasons[i].kind == LINK_GIVEN ||
		    why.reasons[i].kind == LINK_FAMILY || why.reasons[i].kind == LINK_PATRONYMIC);
	assert_int_equal(why.count, 3);
	arena_free(l.a);
}

static void
names_of_lawyers_do_not_meet_those_of_the_detained(void **state)
{
	static const struct made both[] = {
	    {1, {"Адвокат", "Задержанный", "Дата рождения"}, {LAWYER, WHOLE, BORN}},
	    {31, {"ФИО", "DOB"}, {WHOLE, BORN}}};
	struct lists l;
	(void)state;

	lists_link(&l, both, 2, NULL, 0);
	assert_true(found(&l, both) >= 88);
	arena_free(l.a);
}

static void
a_list_without_a_column_that_tells_people_apart_is_said_to_be_apart(void **state)
{
	static const struct made three[] = {{1, {"ФИО", "Город"}, {WHOLE, TOWN}},
	    {31, {"Тел.", "Place"}, {CALLED, TOWN}}, {61, {"Name", "Taken"}, {WHOLE, TAKEN}}};
	struct lists l;
	(void)state;

	lists_link(&l, three, 3, NULL, 0);
	assert_false(l.result.apart[0]);
	assert_true(l.result.apart[1]);
	assert_false(l.result.apart[2]);
	arena_free(l.a);
}

/* "Имя" is the whole name here and the given name there; "Дата" is of birth, and of detention. */
static void
one_header_for_two_things_is_two_columns(void **state)
{
	static const struct made both[] = {{1, {"Имя", "Дата"}, {WHOLE, BORN}},
	    {31, {"Фамилия", "Имя", "Дата", "Дата рождения"}, {FAMILY, GIVEN, TAKEN, BORN}}};
	struct lists l;
	(void)state;

	lists_link(&l, both, 2, NULL, 0);
	assert_int_equal(kind_of(&l, 0, 0), LINK_NAME);
	assert_int_equal(kind_of(&l, 1, 1), LINK_GIVEN);
	assert_true(found(&l, both) >= 88);
	assert_in_range(l.result.clusters, 148, 153);
	arena_free(l.a);
}

/* "Name" is a given name here and the whole there. */
static void
what_is_said_of_one_list_is_not_said_of_another(void **state)
{
	static const struct made both[] = {{1, {"Name", "Born"}, {WHOLE, BORN}},
	    {31, {"Name", "Family", "Born"}, {GIVEN, FAMILY, BORN}}};
	static const struct link_said said[] = {
	    {STR_INIT("Name"), LINK_NAME, 0}, {STR_INIT("Name"), LINK_GIVEN, 1}};
	struct lists l;
	(void)state;

	lists_link(&l, both, 2, said, LENGTH(said));
	assert_int_equal(kind_of(&l, 0, 0), LINK_NAME);
	assert_int_equal(kind_of(&l, 1, 0), LINK_GIVEN);
	assert_int_equal(kind_of(&l, 1, 1), LINK_FAMILY);
	assert_true(found(&l, both) >= 88);
	arena_free(l.a);
}

/* Given names of fathers and sons are the same; swapped they are different people. */
static void
names_in_columns_are_not_taken_for_others_that_changed_places(void **state)
{
	static const struct made both[] = {{1, {"ФИО", "Дата рождения"}, {WHOLE, BORN}},
	    {109, {"Фамилия", "Имя", "Отчество", "Родился"}, {FAMILY, GIVEN, FATHER, BORN}}};
	struct lists l;
	size_t same = 0;
	(void)state;

	lists_link(&l, both, 2, NULL, 0);
	for (size_t p = 0; p < 12; p++)
		same += l.result.cluster[PEOPLE + p] == l.result.cluster[108 + p];
	assert_int_equal(same, 12);
	assert_in_range(l.result.clusters, 226, 228);
	arena_free(l.a);
}

/* Whoever is called as somebody's father is not his column of fathers. */
static void
given_names_do_not_meet_those_of_fathers(void **state)
{
	static const struct str names[] = {STR_INIT("ФИО"), STR_INIT("Дата рождения")};
	static const struct str parted[] = {STR_INIT("Last"), STR_INIT("First"), STR_INIT("Born")};
	static const struct str x[][2] = {
	    {STR_INIT("Ахметов Аскар Нурланович"), STR_INIT("01.02.1980")},
	    {STR_INIT("Иванов Сергей Маратович"), STR_INIT("03.04.1985")},
	    {STR_INIT("Касымов Ерлан Болатович"), STR_INIT("09.05.1990")},
	    {STR_INIT("Оспанов Данияр Сергеевич"), STR_INIT("10.10.1971")},
	    {STR_INIT("Смагулов Тимур Ерланович"), STR_INIT("21.11.1966")},
	    {STR_INIT("Омаров Арман Серикович"), STR_INIT("30.07.1994")}};
	static const struct str y[][3] = {
	    {STR_INIT("Иванов"), STR_INIT("Сергей"), STR_INIT("1985-04-03")},
	    {STR_INIT("Касымов"), STR_INIT("Ерлан"), STR_INIT("1990-05-09")},
	    {STR_INIT("Жумабаев"), STR_INIT("Нурлан"), STR_INIT("1977-03-03")},
	    {STR_INIT("Тлеубаев"), STR_INIT("Марат"), STR_INIT("1969-12-01")},
	    {STR_INIT("Бектуров"), STR_INIT("Болат"), STR_INIT("1988-08-18")},
	    {STR_INIT("Калиев"), STR_INIT("Серик"), STR_INIT("1992-02-22")}};
	const struct link_list lists[] = {
	    {.names = names, .cells = &x[0][0], .width = 2, .rows = LENGTH(x)},
	    {.names = parted, .cells = &y[0][0], .width = 3, .rows = LENGTH(y)}};
	const struct link_question q = {.lists = lists, .n_lists = 2};
	struct arena *a = arena_new();
	struct lists l = {.a = a};
	struct err e = {0};
	(void)state;

	assert_int_equal(link_rows(a, &q, &l.result, &e), 0);
	assert_int_equal(kind_of(&l, 1, 1), LINK_GIVEN);
	assert_int_equal(l.result.clusters, 10);
	arena_free(a);
}

static const struct str mothers[][2] = {
    {STR_INIT("Ахметова Сауле Ермековна"), STR_INIT("Ахметов Аскар Болатович")},
    {STR_INIT("Иванова Ольга Петровна"), STR_INIT("Иванов Сергей Андреевич")},
    {STR_INIT("Касымова Мадина Сериковна"), STR_INIT("Касымов Ерлан Талгатович")},
    {STR_INIT("Оспанова Алия Канатовна"), STR_INIT("Оспанов Марат Бекзатович")},
    {STR_INIT("Смагулова Жанар Муратовна"), STR_INIT("Смагулов Тимур Асхатович")},
    {STR_INIT("Омарова Гаухар Дулатовна"), STR_INIT("Омаров Данияр Саматович")},
    {STR_INIT("Калиева Асель Рустамовна"), STR_INIT("Калиев Болат Ринатович")},
    {STR_INIT("Петрова Елена Сергеевна"), STR_INIT("Петров Иван Николаевич")}};

static void
sons_do_not_meet_their_mothers(void **state)
{
	static const struct str names[] = {STR_INIT("Мать"), STR_INIT("Задержанный")};
	static const struct str name[] = {STR_INIT("ФИО")};
	struct str sons[LENGTH(mothers)];
	struct arena *a = arena_new();
	struct link_result r;
	struct err e = {0};
	(void)state;

	for (size_t i = 0; i < LENGTH(mothers); i++)
		sons[i] = mothers[i][1];
	const struct link_list lists[] = {
	    {.names = names, .cells = &mothers[0][0], .width = 2, .rows = LENGTH(mothers)},
	    {.names = name, .cells = sons, .width = 1, .rows = LENGTH(mothers)}};
	const struct link_question q = {.lists = lists, .n_lists = 2};
	assert_int_equal(link_rows(a, &q, &r, &e), 0);
	for (size_t i = 0; i < LENGTH(mothers); i++)
		assert_int_equal(r.cluster[i], r.cluster[LENGTH(mothers) + i]);
	arena_free(a);
}

/* Of few rows, too, days of birth are not days of detention; and a telephone is one in any form. */
static void
few_rows_meet_by_what_they_hold(void **state)
{
	static const struct str first[] = {
	    STR_INIT("ФИО"), STR_INIT("Рождён"), STR_INIT("Задержан"), STR_INIT("Телефон")};
	static const struct str second[] = {
	    STR_INIT("Name"), STR_INIT("Detained"), STR_INIT("Born"), STR_INIT("Tel")};
	static const struct str x[] = {STR_INIT("Рахимов Алмас"), STR_INIT("20.03.1971"),
	    STR_INIT("09.06.2019"), STR_INIT("+77011234567"), STR_INIT("Попова Наталья"),
	    STR_INIT("24.10.1959"), STR_INIT("09.06.2019"), STR_INIT("+77027654321"),
	    STR_INIT("Дюсенова Сауле"), STR_INIT("28.11.1998"), STR_INIT("10.06.2019"),
	    STR_INIT("+77013334455"), STR_INIT("Уразбаев Олжас"), STR_INIT("23.03.1972"),
	    STR_INIT("11.06.2019"), STR_INIT("+77051112233")};
	static const struct str y[] = {STR_INIT("Popova Natalya"), STR_INIT("2019-06-09"),
	    STR_INIT("1959-10-24"), STR_INIT("8 (702) 765-43-21"), STR_INIT("Dyusenova Saule"),
	    STR_INIT("2019-06-10"), STR_INIT("1998-11-28"), STR_INIT("8 701 333 44 55"),
	    STR_INIT("Urazbaev Olzhas"), STR_INIT("2019-06-11"), STR_INIT("1972-03-23"),
	    STR_INIT("7051112233"), STR_INIT("Zhaksylykov Kairat"), STR_INIT("2019-06-10"),
	    STR_INIT("1966-04-27"), STR_INIT("87770001122")};
	const struct link_list lists[] = {{.names = first, .cells = x, .width = 4, .rows = 4},
	    {.names = second, .cells = y, .width = 4, .rows = 4}};
	const struct link_question q = {.lists = lists, .n_lists = 2};
	struct arena *a = arena_new();
	struct link_result r;
	struct err e = {0};
	(void)state;

	assert_int_equal(link_rows(a, &q, &r, &e), 0);
	assert_int_equal(r.clusters, 5);
	const struct link_why why = link_why(a, &r, 1, 4);
	assert_int_equal(why.count, 5);
	for (size_t i = 0; i < why.count; i++)
		assert_true(str_eq(why.reasons[i].level, STR("same")));
	arena_free(a);
}

/* No value of the given names is the same, and a judge's family name is another's. */
static void
initials_meet_names_in_columns(void **state)
{
	static const struct made both[] = {{1, {"ФИО", "Дата рождения"}, {BRIEF, BORN}},
	    {31, {"Судья", "Имя", "Отчество", "Фамилия", "Родился"},
		{JUDGE, GIVEN, FATHER, FAMILY, BORN}}};
	struct lists l;
	(void)state;

	lists_link(&l, both, 2, NULL, 0);
	assert_int_equal(kind_of(&l, 1, 0), LINK_WORDS);
	assert_int_equal(kind_of(&l, 1, 1), LINK_GIVEN);
	assert_int_equal(kind_of(&l, 1, 2), LINK_PATRONYMIC);
	assert_int_equal(kind_of(&l, 1, 3), LINK_FAMILY);
	const struct link_why why = link_why(l.a, &l.result, 30, PEOPLE);
	assert_int_equal(why.count, 4);
	assert_true(found(&l, both) >= 88);
	arena_free(l.a);
}

/* Whatever it ends with, what so many rows say is no family's name. */
static void
towns_are_no_families(void **state)
{
	static const struct made both[] = {
	    {1, {"ФИО", "Дата рождения", "Адвокат"}, {BRIEF, BORN, LAWYER}},
	    {31, {"Откуда", "Имя", "Отчество", "Фамилия", "Родился"},
		{CITY, GIVEN, FATHER, FAMILY, BORN}}};
	struct lists l;
	(void)state;

	lists_link(&l, both, 2, NULL, 0);
	assert_int_equal(kind_of(&l, 1, 0), LINK_WORDS);
	assert_int_equal(kind_of(&l, 1, 3), LINK_FAMILY);
	/* Lawyers are called what others are called, too, and here alone with their whole names. */
	const struct link_why why = link_why(l.a, &l.result, 30, PEOPLE);
	assert_int_equal(why.count, 4);
	assert_true(found(&l, both) >= 88);
	arena_free(l.a);
}

/* The family's name has a column of its own, and initials another. */
static void
initials_alone_meet_names_in_columns(void **state)
{
	static const struct made both[] = {
	    {1, {"Фамилия", "И.О.", "Дата рождения"}, {FAMILY, INITIALS, BORN}},
	    {31, {"Фамилия", "Имя", "Отчество", "Дата рождения"}, {FAMILY, GIVEN, FATHER, BORN}}};
	struct lists l;
	(void)state;

	lists_link(&l, both, 2, NULL, 0);
	assert_false(l.result.apart[0] || l.result.apart[1]);
	assert_true(found(&l, both) >= 88);
	assert_in_range(l.result.clusters, 148, 155);
	arena_free(l.a);
}

/* The family's name is the same in both columns of whole names, whichever stands first. */
static void
mothers_stay_apart_in_any_order_of_columns(void **state)
{
	static const struct made three[] = {{1, {"ФИО", "Дата рождения"}, {BRIEF, BORN}},
	    {31, {"Фамилия", "Имя", "Отчество", "Родился"}, {FAMILY, GIVEN, FATHER, BORN}},
	    {61, {"Задержанный", "Мать"}, {WHOLE, MOTHER}}};
	static const struct made turned[] = {{1, {"Дата рождения", "ФИО"}, {BORN, BRIEF}},
	    {31, {"Родился", "Отчество", "Имя", "Фамилия"}, {BORN, FATHER, GIVEN, FAMILY}},
	    {61, {"Мать", "Задержанный"}, {MOTHER, WHOLE}}};
	struct lists l, other;
	(void)state;

	lists_link(&l, three, 3, NULL, 0);
	lists_link(&other, turned, 3, NULL, 0);
	assert_in_range(l.result.clusters, 178, 190);
	assert_memory_equal(
	    l.result.cluster, other.result.cluster, l.result.rows * sizeof(*l.result.cluster));
	arena_free(l.a);
	arena_free(other.a);
}

/* Brothers and sisters by their initials: their family name is compared without its ending. */
static void
endings_tell_a_brother_from_his_sister(void **state)
{
	static const struct str names[] = {STR_INIT("ФИО"), STR_INIT("Город")};
	struct str x[40], y[40];
	struct arena *a = arena_new();
	struct link_result r;
	struct err e = {0};
	(void)state;

	for (uint64_t p = 0; p < 20; p++) {
		struct str family = made_up(a, p);
		x[2 * p] = arena_fmt(a, "%.*sov A. B.", STR_ARG(family));
		y[2 * p] = arena_fmt(a, "%.*sov%s A. B.", STR_ARG(family), p % 4 == 0 ? "a" : "");
		x[2 * p + 1] = y[2 * p + 1] = arena_fmt(a, "Town%d", (int)p % 3);
	}
	const struct link_list lists[] = {{.names = names, .cells = x, .width = 2, .rows = 20},
	    {.names = names, .cells = y, .width = 2, .rows = 20}};
	const struct link_question q = {.lists = lists, .n_lists = 2};
	assert_int_equal(link_rows(a, &q, &r, &e), 0);
	const struct link_why alike = link_why(a, &r, 1, 21), other = link_why(a, &r, 0, 20);
	assert_true(other.total < alike.total - 1);
	assert_true(
	    other.reasons[other.count - 1].weight < 0 || other.reasons[other.count - 2].weight < 0);
	for (size_t i = 0; i < alike.count; i++)
		assert_true(alike.reasons[i].kind != LINK_SEX);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(names_in_three_columns_meet_those_in_one),
	    cmocka_unit_test(columns_of_one_thing_meet_under_other_names),
	    cmocka_unit_test(names_in_columns_are_not_taken_for_others_that_changed_places),
	    cmocka_unit_test(given_names_do_not_meet_those_of_fathers),
	    cmocka_unit_test(sons_do_not_meet_their_mothers),
	    cmocka_unit_test(initials_meet_names_in_columns),
	    cmocka_unit_test(towns_are_no_families),
	    cmocka_unit_test(initials_alone_meet_names_in_columns),
	    cmocka_unit_test(endings_tell_a_brother_from_his_sister),
	    cmocka_unit_test(mothers_stay_apart_in_any_order_of_columns),
	    cmocka_unit_test(few_rows_meet_by_what_they_hold),
	    cmocka_unit_test(columns_that_hold_something_else_do_not_meet),
	    cmocka_unit_test(names_of_lawyers_do_not_meet_those_of_the_detained),
	    cmocka_unit_test(a_list_without_a_column_that_tells_people_apart_is_said_to_be_apart),
	    cmocka_unit_test(one_header_for_two_things_is_two_columns),
	    cmocka_unit_test(what_is_said_of_one_list_is_not_said_of_another),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
