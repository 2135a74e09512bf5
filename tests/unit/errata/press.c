#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "press.h"

#include "stocked.h"
#include "kit/db/db.h"

/* The page of the revision below: its title, its dek, its text with a figure among the words. */
#define PAGE                                                                                       \
	"\nHow many?\nAt least some.\nThe polise took people near the square. Police: 500 "        \
	"(police).\nNobody was asked.\n"

static struct fixture fixture;
static struct errata_figure figures[1];

struct arena *press_arena;
struct archive *press_archive;
struct errata_page press_page;
static struct vocab vocab;

void
press_must(int r, const struct err *e)
{
	if (r < 0)
		fail_msg("%s %s %s %s", e->key, e->arg[0], e->arg[1], e->arg[2]);
}

struct count_writer
press_writer(void)
{
	return (struct count_writer){press_archive, press_arena, &vocab, &fixture_stamp};
}

struct count_reader
press_reader(void)
{
	return (struct count_reader){archive_db(press_archive), press_arena, &vocab, NULL};
}

static void
claim_made(void)
{
	const struct count_writer w = press_writer();
	struct count_claim claim = {.event = STR("may")};
	struct err e;

	for (size_t i = 0; i < COUNT_COLUMNS; i++)
		claim.text[i] = STR("");
	claim.text[COUNT_ID] = STR("c1");
	claim.text[COUNT_WORDS] = STR("500 people");
	claim.text[COUNT_LANG] = STR("en");
	claim.text[COUNT_MEASURE] = STR("detained");
	claim.text[COUNT_PLACE] = STR("almaty");
	claim.text[COUNT_DAYS] = STR("2031-05-12");
	claim.text[COUNT_CLASS] = STR("state");
	claim.text[COUNT_CONFIDENTIALITY] = STR("public");
	press_must(count_add(&w, &claim, &e), &e);
}

void
press_revise(const char *text)
{
	const struct count_writer w = press_writer();
	const struct count_reader r = press_reader();
	struct publication publication;
	struct publication_draft draft;
	struct err e;
	int64_t number;
	struct str file = arena_fmt(press_arena,
	    "---\ntitle: How many?\ndek: At least some.\nbyline: The team\n---\n%s", text);

	press_must(publication_draft_read(press_arena, file, &draft, &e), &e);
	draft.lang = STR("en");
	draft.note = STR("a note");
	press_must(publication_find(&r, STR("may-2031"), &publication, &e), &e);
	press_must(publication_revise(&w, &publication, &draft, &number, &e), &e);
}

/* Characters before the words in the page. All of it is ASCII. */
static size_t
place_of(const char *words)
{
	return str_search(press_page.text, str_of(words));
}

int
press_begin(void **state)
{
	(void)state;
	struct publication publication;
	struct err e;

	press_arena = arena_new();
	press_archive = stocked_open(&fixture, press_arena, &vocab);
	claim_made();
	const struct count_writer w = press_writer();
	press_must(publication_add(&w, STR("may-2031"), STR("may"), &publication, &e), &e);
	press_revise(
	    "The polise took people *near* the square. Police: {{claim c1}}.\n\nNobody was "
	    "asked.\n");
	press_page = (struct errata_page){STR(PAGE), figures, 1};
	figures[0] = (struct errata_figure){place_of("500"), place_of("500") + 3, STR("claim c1")};
	return 0;
}

int
press_end(void **state)
{
	(void)state;
	archive_close(press_archive);
	fixture_remove(&fixture);
	arena_free(press_arena);
	return 0;
}

struct errata_note
press_note(const char *words, enum errata_kind kind)
{
	return (struct errata_note){
	    .slug = STR("may-2031"),
	    .lang = STR("en"),
	    .number = 1,
	    .kind = kind,
	    .quote = str_of(words),
	    .start = place_of(words),
	    .end = place_of(words) + strlen(words),
	    .wording = str_of(words),
	    .comment = STR("see there"),
	};
}
