/* Both sinks: the folder of files, and the server with what it keeps. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "domain/ledger.h"
#include "domain/source/source.h"
#include "domain/vocab/vocab.h"
#include "face/site/site_publish.h"
#include "face/site/site_serve.h"
#include "fixture.h"
#include "kit/os/file.h"
#include "kit/os/tree.h"
#include "kit/seal/seal.h"

static struct arena *arena;
static struct site site;

static int
begin(void **state)
{
	struct err e;

	(void)state;
	arena = arena_new();
	site = (struct site){.a = arena, .url = STR("https://example.org")};
	return seal_start(&e);
}

static int
end(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

/* The site of an archive in which nothing is published. */
static struct archive *
open_site(struct fixture *f)
{
	struct archive *archive;
	struct err e;

	fixture_make(f, "");
	fixture_must(archive_open(&f->place, ledger_index(), &archive, &e), &e);
	site.db = archive_db(archive);
	return archive;
}

static void
close_site(struct fixture *f, struct archive *archive)
{
	archive_close(archive);
	fixture_remove(f);
}

static bool
has(const struct buf *b, const char *part)
{
	return strstr(b->p, part) != NULL;
}

static void
a_path_has_its_page_or_none(void **state)
{
	(void)state;
	static const char *const none[] = {"", "/desk", "/desk/", "//", "/404.html/", "/en",
	    "/style.css", "/style.0123456789ab.css", "/style.x/y.css", "/..", "/index.html",
	    "/en/none/", "/en/none/r/1/", "/de/corrections/", "/en/none/board.csv"};
	struct site_answer answer;
	struct fixture f;
	struct archive *archive = open_site(&f);
	struct err e;

	fixture_must(site_ask(&site, STR("/"), &answer, &e), &e);
	assert_true(has(answer.body, "<!doctype html>"));
	fixture_must(site_ask(&site, site_style_path(), &answer, &e), &e);
	assert_true(str_eq(answer.type, STR("text/css; charset=utf-8")));
	for (size_t i = 0; i < LENGTH(none); i++) {
		assert_int_equal(site_ask(&site, str_of(none[i]), &answer, &e), -1);
		assert_string_equal(e.key, "site.none");
	}
	close_site(&f, archive);
}

static void
a_frame_says_what_stands_in_it(void **state)
{
	(void)state;
	static const struct site_twin twins[] = {
	    {LANG_EN, STR_INIT("/en/june/")}, {LANG_RU, STR_INIT("/ru/june/")}};
	const struct site_frame frame = {.lang = LANG_RU,
	    .title = STR("<b>"),
	    .description = STR("\"d\""),
	    .path = STR("/ru/june/"),
	    .twins = twins,
	    .n_twins = LENGTH(twins),
	    .head = {STR("<meta name=\"a\">")},
	    .body = {STR("<p>b</p>")}};
	struct buf *out = buf_on(arena);

	site_frame_put(&site, &frame, out);
	assert_true(has(out, "<html lang=\"ru\">"));
	assert_true(has(out, "<title>&lt;b&gt;</title>"));
	assert_true(has(out, "content=\"&#34;d&#34;\""));
	assert_true(has(out, "<link rel=\"canonical\" href=\"https://example.org/ru/june/\">"));
	assert_true(has(out, "hreflang=\"en\" href=\"https://example.org/en/june/\""));
	assert_true(has(out, "<span aria-current=\"true\">Русский</span>"));
	assert_true(has(out, "<a href=\"/en/june/\" hreflang=\"en\" lang=\"en\">English</a>"));
	assert_true(has(out, "<meta name=\"a\">"));
	assert_true(has(out, "<main id=\"main\">\n<p>b</p>\n</main>"));
}

static struct str
read_file(struct str folder, const char *name)
{
	struct str text;
	struct err e;

	fixture_must(
	    file_read_all(arena, file_join(arena, folder, str_of(name)), 1 << 20, &text, &e), &e);
	return text;
}

static void
a_folder_is_written_whole_and_what_was_there_goes(void **state)
{
	(void)state;
	struct fixture f;
	struct site_published done;
	struct stat facts;
	struct archive *archive = open_site(&f);
	struct err e;

	struct str out = arena_fmt(arena, "%s/site/", f.root);
	struct str folder = str_sub(out, 0, out.n - 1);
	fixture_must(site_publish(&site, out, &done, &e), &e);
	struct str first = read_file(folder, "index.html");
	fixture_must(tree_put(folder, STR("en/gone/index.html"), STR("old"), &e), &e);
	fixture_must(site_publish(&site, out, &done, &e), &e);
	assert_int_equal(done.pages, 20);
	assert_true(str_eq(read_file(folder, "index.html"), first));
	assert_true(read_file(folder, "404.html").n > 0);
	assert_true(read_file(folder, site_style_path().p + 1).n > 0);
	assert_false(file_exists(file_join(arena, folder, STR("en/gone"))));
	assert_int_equal(stat(file_join(arena, folder, STR("404.html")).p, &facts), 0);
	assert_int_equal(facts.st_mode & 0777, 0644);
	assert_int_equal(stat(folder.p, &facts), 0);
	assert_int_equal(facts.st_mode & 0777, 0755);
	close_site(&f, archive);
}

static void
a_folder_of_somebody_else_is_left_alone(void **state)
{
	(void)state;
	struct fixture f;
	struct site_published done;
	struct err e;

	fixture_make(&f, "");
	struct str out = arena_fmt(arena, "%s", f.dir);
	assert_int_equal(site_publish(&site, out, &done, &e), -1);
	assert_string_equal(e.key, "site.out.foreign");
	assert_true(file_exists(arena_fmt(arena, "%s/log", f.dir)));
	fixture_remove(&f);
}

static struct http_page *
page_of(const struct http_handler *h, const char *path)
{
	struct http_request *request = ARENA_NEW(arena, struct http_request);

	*request = (struct http_request){
	    .method = HTTP_GET, .path = str_of(path), .query = STR(""), .a = arena};
	return h->answer(h->arg, request);
}

static void
append_something(struct archive *archive)
{
	const struct source_draft draft = {.alias = STR(""),
	    .kind = STR("article"),
	    .title = STR("A page"),
	    .lang = STR(""),
	    .url = STR(""),
	    .date = STR(""),
	    .path = STR("")};
	char id[ARCHIVE_ID_BYTES + 1];
	struct vocab vocab;
	struct err e;

	fixture_must(vocab_load(archive_db(archive), arena, &vocab, &e), &e);
	fixture_must(source_add(archive, &vocab, &fixture_stamp, &draft, id, &e), &e);
}

static void
a_page_is_kept_until_the_archive_moves_on(void **state)
{
	(void)state;
	struct fixture f;
	struct archive *reads, *writes;
	struct err e;
	size_t count, changed;

	fixture_make(&f, "");
	fixture_must(archive_open(&f.place, ledger_index(), &reads, &e), &e);
	fixture_must(archive_open(&f.place, ledger_index(), &writes, &e), &e);
	struct archive_readers *readers = archive_readers_new(reads, 2);
	const struct vocab_file *files = vocab_shipped(arena, &count);
	fixture_must(vocab_store(writes, &fixture_stamp, files, count, &changed, &e), &e);
	fixture_must(archive_readers_refresh(readers, &e), &e);
	struct site_server *server = site_server_new(readers, site.url);
	struct http_handler h = site_server_handler(server);

	struct http_page *first = page_of(&h, "/"), *second = page_of(&h, "/");
	assert_ptr_equal(first, second);
	http_page_free(second);
	append_something(writes);
	fixture_must(archive_readers_refresh(readers, &e), &e);
	second = page_of(&h, "/");
	assert_ptr_not_equal(first, second);
	http_page_free(first);
	http_page_free(second);
	site_server_free(server);
	archive_readers_free(readers);
	archive_close(reads);
	archive_close(writes);
	fixture_remove(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(a_path_has_its_page_or_none, begin, end),
	    cmocka_unit_test_setup_teardown(a_frame_says_what_stands_in_it, begin, end),
	    cmocka_unit_test_setup_teardown(
		a_folder_is_written_whole_and_what_was_there_goes, begin, end),
	    cmocka_unit_test_setup_teardown(a_folder_of_somebody_else_is_left_alone, begin, end),
	    cmocka_unit_test_setup_teardown(a_page_is_kept_until_the_archive_moves_on, begin, end),
	};

	return cmocka_run_group_tests_name("site/sinks", tests, NULL, NULL);
}
