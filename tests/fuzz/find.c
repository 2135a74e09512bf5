/* libs: find */
#include <assert.h>
#include <stddef.h>
#include <stdint.h>

#include "base/utf8.h"
#include "domain/find/find.h"
#include "domain/find/find_sql.h"
#include "kit/db/db.h"
#include "kit/db/memvfs.h"

#define MOST 2

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct db *db;

static void
put(struct str id, struct str lang, struct str text, bool is_public)
{
	const struct find_doc doc = {.id = id,
	    .at = STR("2019-06-12T08:00:00Z"),
	    .lang = lang,
	    .texts = &text,
	    .n_texts = 1,
	    .source = STR(""),
	    .is_public = is_public};
	struct err e;
	int r = find_put(db, &doc, &e);

	assert(r == 0);
}

static void
begin(void)
{
	struct err e;
	int r = memvfs_register(&e) != 0 || db_open(STR("find"), DB_WRITE, &db, &e) != 0 ||
	    db_schema(db, find_sql.schema, &e) != 0;

	assert(r == 0);
	put(STR("c1"), STR("ru"), STR("Задержаны не менее 400 человек"), true);
	put(STR("c2"), STR("kk"), STR("Жүзге жуық адам ұсталды"), false);
	put(STR("s1"), STR("en"), STR("They held her for five hours"), true);
	put(STR("s2"), STR(""), STR("NEAR OR AND NOT words stems"), true);
}

/* Words are words, whatever the text index would make of them; everybody finds no more than the
 * team. */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct str words = {size == 0 ? "" : (const char *)data, size};
	struct find_asked asked = {{VIEWER_TEAM}, words, MOST};
	struct find_hits team, everybody;
	struct err e = {0};

	if (db == NULL)
		begin();
	if (utf8_valid(words) && find_words(db, a, &asked, &team, &e) == 0) {
		assert(team.count <= MOST);
		asked.viewer = (struct viewer){VIEWER_PUBLIC};
		int r = find_words(db, a, &asked, &everybody, &e);
		assert(r == 0 && everybody.count <= MOST);
		assert(team.more || everybody.count <= team.count);
	} else if (utf8_valid(words)) {
		assert(str_eq(str_of(e.key), STR("find.words")));
	}
	arena_free(a);
	return 0;
}
