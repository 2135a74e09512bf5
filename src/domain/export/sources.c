#include <stdlib.h>

#include "base/json.h"
#include "domain/export/internal.h"
#include "kit/seal/armor.h"

static const char columns[] =
    "id kind title lang url date confidentiality bytes sha256 added_at added_by destroyed";

/* Two digits a byte. */
static struct str
hex(struct arena *a, const uint8_t *bytes, size_t n)
{
	struct buf *b = buf_on(a);

	armor_hex(b, bytes, n);
	return buf_str(b);
}

static int
row(const struct export_gate *g, const struct source *s, struct export_writer *w, struct err *e)
{
	struct arena *a = g->reader->arena;
	struct archive_blob blob;
	struct json *value;
	struct str bytes = STR(""), content = STR("");

	if (s->blob.n > 0) {
		if (json_read(a, s->blob, &value, e) < 0 || archive_blob_of(value, &blob, e) < 0)
			return -1;
		bytes = arena_fmt(a, "%lld", (long long)blob.bytes);
		content = hex(a, blob.content, sizeof(blob.content));
	}
	bool ours = g->viewer.role == VIEWER_TEAM && g->consent != EXPORT_NEEDED;
	const struct str texts[] = {export_gate_source_name(g, s), s->kind, s->title, s->lang,
	    s->url, s->date, s->confidentiality, bytes, content, s->added_at,
	    ours ? s->added_by : STR(""), s->destroyed ? STR("yes") : STR("")};
	return export_texts(w, texts, e);
}

static int
by_name(const void *a, const void *b)
{
	const struct source *one = *(const struct source *const *)a,
			    *other = *(const struct source *const *)b;
	int order = str_cmp(one->alias, other->alias);

	return order != 0 ? order : str_cmp(one->id, other->id);
}

int
export_sources(const struct export_gate *gate, const struct export_wish *wish,
    struct export_writer *w, struct err *e)
{
	(void)wish;
	if (export_head_of(w, gate->reader->arena, str_of(columns), e) < 0)
		return -1;
	const struct source **given =
	    ARENA_ARRAY(gate->reader->arena, const struct source *, gate->n_sources);
	size_t n = 0;
	for (size_t i = 0; i < gate->n_sources; i++)
		if (gate->sources[i].given)
			given[n++] = &gate->sources[i].source;
	qsort(given, n, sizeof(const struct source *), by_name);
	for (size_t i = 0; i < n; i++) {
		if (row(gate, given[i], w, e) < 0)
			return -1;
		export_tick(w, i + 1, n);
	}
	return 0;
}
