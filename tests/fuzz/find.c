/* libs: find */
#include <assert.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "base/utf8.h"
#include "domain/find/find.h"
#include "domain/find/find_sql.h"
#include "domain/find/query.h"
#include "kit/db/db.h"
#include "kit/db/memvfs.h"

#define MOST 2
#define OTHERS 200 /* so that some are in the tables and some are not */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct db *db;
static struct vocab vocab;
static struct arena *kept; /* what the vocabulary lies on */

static void
put(struct str id, struct str lang, struct str text, bool is_public)
{
	const struct find_mark marks[] = {{FIND_LANG, lang}, {FIND_PLACE, STR("almaty")},
	    {FIND_DATE, STR("2019-06-13/..")}, {FIND_HAS, STR("words")}};
	const struct find_doc doc = {.id = id,
	    .at = STR("2019-06-12T08:00:00Z"),
	    .lang = lang,
	    .texts = &text,
	    .n_texts = 1,
	    .marks = marks,
	    .n_marks = LENGTH(marks),
	    .source = STR(""),
	    .record = STR(""),
	    .confidentiality = is_public ? STR("public") : STR("archive")};
	struct err e;
	int r = find_put(db, &doc, &e);

	assert(r == 0);
}

static void
begin(void)
{
	struct err e;
	size_t count;

	kept = arena_new();
	const struct vocab_file *files = vocab_shipped(kept, &count);
	int r = vocab_read(kept, files, count, &vocab, &e) != 0 || memvfs_register(&e) != 0 ||
	    db_open(STR("find"), DB_WRITE, &db, &e) != 0 || db_schema(db, find_sql.schema, &e) != 0;

	assert(r == 0);
	put(STR("c1"), STR("ru"), STR("Задержаны не менее 400 человек"), true);
	put(STR("c2"), STR("kk"), STR("Жүзге жуық адам ұсталды"), false);
	put(STR("s1"), STR("en"), STR("They held her for five hours"), true);
	put(STR("s2"), STR(""), STR("NEAR OR AND NOT words stems"), true);
	for (int i = 0; i < OTHERS; i++) {
		char id[16];
		snprintf(id, sizeof(id), "t%d", i);
		put(str_of(id), STR("en"), i % 2 == 0 ? STR("one held") : STR("another"),
		    i % 3 == 0);
	}
	r = find_finish(db, &e);
	assert(r == 0);
}

/* Every part lies in the query. */
static void
cut(struct arena *a, struct str query)
{
	struct find_query parts;
	struct err e;
	size_t n;

	if (find_query_read(a, query, &parts, &e) != 0)
		return;
	for (size_t i = 0; i < parts.count; i++) {
		struct str text = parts.parts[i].text;
		assert(text.p >= query.p && text.p + text.n <= query.p + query.n);
		const struct str *values = find_query_values(a, text, &n);
		for (size_t k = 0; k < n; k++)
			assert(values[k].n > 0);
	}
}

static void
see(const struct find_answer *answer)
{
	assert(answer->count <= MOST && (int64_t)answer->count <= answer->total);
	for (size_t i = 0; i < answer->n_facets; i++)
		for (size_t k = 0; k < answer->facets[i].count; k++)
			assert(answer->facets[i].at[k].count > 0 &&
			    answer->facets[i].at[k].count <= answer->total);
}

/* Words are words, whatever they may mean elsewhere; everybody finds no more than the team. */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct str query = {size == 0 ? "" : (const char *)data, size};
	struct find_asked asked = {
	    .viewer = {VIEWER_TEAM}, .query = query, .most = MOST, .count = true};
	struct find_answer team, everybody;
	struct err e = {0};

	if (db == NULL)
		begin();
	if (utf8_valid(query)) {
		cut(a, query);
		if (find_ask(db, a, &vocab, &asked, &team, &e) == 0) {
			see(&team);
			asked.viewer = (struct viewer){VIEWER_PUBLIC};
			if (find_ask(db, a, &vocab, &asked, &everybody, &e) == 0) {
				see(&everybody);
				assert(everybody.total <= team.total);
			}
		}
		assert(e.code != ERR_BUG);
	}
	arena_free(a);
	return 0;
}
