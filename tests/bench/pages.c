/*
 * Pages of the example over HTTP with 64 readers at once, made anew, and written as files.
 * Arguments: guvoh, examples/june-2019/load.
 */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "domain/archive/readers.h"
#include "domain/count/board.h"
#include "domain/ledger.h"
#include "face/site/site_publish.h"
#include "face/site/site_serve.h"
#include "kit/http/http.h"
#include "kit/os/clock.h"
#include "kit/os/process.h"
#include "load.h"

#define READERS 64
#define MILLISECONDS 2000
#define ROUNDS 3
#define PAGES 1000

struct place {
	struct arena *a;
	struct archive *archive;
	struct archive_readers *readers;
	struct vocab vocab;
	struct site site;
};

static void
must(int r, const struct err *e)
{
	if (r == 0)
		return;
	printf("%s:%d: %s %s %s\n", e->file, e->line, e->key, e->arg[0], e->arg[1]);
	exit(1);
}

static void
shell(struct arena *a, const char *program, const char *words)
{
	struct str line = arena_fmt(a, "%s %s >/dev/null", program, words);

	if (system(line.p) != 0) {
		printf("failed: %s\n", line.p);
		exit(1);
	}
}

static void
open_place(struct place *w, struct str dir, struct str key_file)
{
	const struct archive_place place = {.dir = dir, .key_file = key_file, .no_holder = true};
	struct err e;

	must(archive_open(&place, ledger_index(), &w->archive, &e), &e);
	must(vocab_load(archive_db(w->archive), w->a, &w->vocab, &e), &e);
	w->readers = archive_readers_new(w->archive, process_cores() + 1);
	w->site = (struct site){.a = w->a,
	    .db = archive_db(w->archive),
	    .vocab = &w->vocab,
	    .url = STR("https://example.org")};
}

/* The best of a few rounds: others use the machine too. */
static struct load
best_load(int port, const char *path)
{
	struct load best = {0};

	for (int i = 0; i < ROUNDS; i++) {
		struct load one = load_run(port, path, READERS, MILLISECONDS);
		if (one.per_second > best.per_second)
			best = one;
	}
	return best;
}

static void
measure_server(struct place *w, const char *page)
{
	const struct http_settings settings = {.threads = process_cores()};
	struct site_server *site = site_server_new(w->readers, w->site.url);
	const struct http_handler handler = site_server_handler(site);
	struct http_server *server;
	struct err e;

	must(http_listen(&settings, &server, &e), &e);
	must(http_start(server, &handler, &e), &e);
	struct load kept = best_load(http_port(server), page);
	printf("a page that is kept, 64 readers\t%.0f\t50000\t/s\tmore\n", kept.per_second);
	printf("99 of 100 of them wait at most\t%.2f\t10\tms\tless\n", kept.p99_ms);
	struct load made = best_load(http_port(server), "/none");
	printf("a page made for each request, 64 readers\t%.0f\t5000\t/s\tmore\n", made.per_second);
	printf("99 of 100 of them wait at most\t%.2f\t10\tms\tless\n", made.p99_ms);
	http_stop(server);
	site_server_free(site);
}

/* One thread that makes a page again and again. */
struct maker {
	struct place *place;
	struct str path;
	int64_t end; /* clock_monotonic */
	size_t made;
	double seconds; /* of a core */
};

/* What the calling thread has used of a core: whoever else uses the machine does not count. */
static double
core_seconds(void)
{
	struct timespec used;

	if (clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used) != 0)
		abort();
	return (double)used.tv_sec + (double)used.tv_nsec / 1e9;
}

static void
make_page(const struct maker *m, struct archive_reader *reader, struct count_memo *memo)
{
	struct site site = m->place->site;
	struct site_answer answer;
	struct err e;

	site.a = arena_new();
	site.db = reader->db;
	site.memo = memo;
	must(site_ask(&site, m->path, &answer, &e), &e);
	arena_free(site.a);
}

/* The first page finds the boards that all share, and is not counted. */
static void *
make_pages(void *arg)
{
	struct maker *m = arg;
	struct archive_reader *reader;
	struct err e;

	must(archive_reader_take(m->place->readers, &reader, &e), &e);
	struct count_memo *memo = count_memo_new(reader->a);
	make_page(m, reader, memo);
	double start = core_seconds();
	while (clock_monotonic() < m->end || m->made == 0) {
		make_page(m, reader, memo);
		m->made++;
	}
	m->seconds = core_seconds() - start;
	archive_reader_give(m->place->readers, reader);
	return NULL;
}

static void
measure_making(struct place *w, struct str path)
{
	unsigned cores = process_cores();
	pthread_t *threads = ARENA_ARRAY(w->a, pthread_t, cores);
	struct maker *makers = ARENA_ARRAY(w->a, struct maker, cores);
	int64_t end = clock_monotonic() + (int64_t)MILLISECONDS * 1000000;
	size_t made = 0;
	double seconds = 0;

	for (unsigned i = 0; i < cores; i++) {
		makers[i] = (struct maker){w, path, end, 0, 0};
		if (pthread_create(&threads[i], NULL, make_pages, &makers[i]) != 0)
			abort();
	}
	for (unsigned i = 0; i < cores; i++) {
		pthread_join(threads[i], NULL);
		made += makers[i].made;
		seconds += makers[i].seconds;
	}
	printf("made anew: %.*s\n", STR_ARG(path));
	printf("such pages by the core time of %u cores\t%.0f\t5000\t/s\tmore\n", cores,
	    (double)made * cores / seconds);
}

static void
measure_publishing(struct place *w, struct str out)
{
	struct site_published done;
	struct err e;
	int64_t start = clock_monotonic();

	must(site_publish(&w->site, out, &done, &e), &e);
	double seconds = (double)(clock_monotonic() - start) / 1e9;
	printf("%zu pages of the example written in %.2f s\n", done.pages, seconds);
	printf("publishing, for 1,000 pages\t%.3g\t5\ts\tless\n",
	    seconds / (double)done.pages * PAGES);
}

/* The last page of the site: a figure's own, where there is one. */
static struct str
page_of(struct place *w)
{
	struct site_paths paths;
	struct str found = STR("/");
	struct err e;

	must(site_walk(&w->site, &paths, &e), &e);
	for (size_t i = 0; i < paths.count; i++)
		if (str_ends(paths.at[i], STR("/")))
			found = paths.at[i];
	return found;
}

int
main(int argc, char **argv)
{
	struct place w = {.a = arena_new()};
	char root[] = "/var/tmp/guvoh-bench-XXXXXX";

	if (argc != 3 || mkdtemp(root) == NULL)
		return 2;
	struct str dir = arena_fmt(w.a, "%s/archive", root), key = arena_fmt(w.a, "%s/key", root);
	setenv("GUVOH_DIR", dir.p, 1);
	setenv("GUVOH_KEY_FILE", key.p, 1);
	shell(w.a, argv[1], arena_fmt(w.a, "init %s", dir.p).p);
	shell(w.a, argv[2], argv[1]);
	open_place(&w, dir, key);
	struct str page = page_of(&w);
	measure_server(&w, page.p);
	measure_making(&w, page);
	measure_publishing(&w, arena_fmt(w.a, "%s/site", root));
	archive_readers_free(w.readers);
	archive_close(w.archive);
	shell(w.a, "rm -r", root);
	arena_free(w.a);
	return 0;
}
