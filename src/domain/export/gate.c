#include <stdlib.h>

#include "base/date.h"
#include "domain/export/internal.h"

static const struct {
	enum viewer_role role;
	enum export_consent consent;
	struct str use;
} whoms[EXPORT_WHOMS] = {
#define WHOM(name, upper, role, consent, use) {role, EXPORT_##consent, STR_INIT(use)},
#include "domain/export/whoms.def"
#undef WHOM
};

static bool
is_public(struct str confidentiality)
{
	return str_eq(confidentiality, STR("public"));
}

static bool
is_person(struct str kind)
{
	return str_eq(kind, STR("person"));
}

/* --- Sources and consents ------------------------------------------------------------------- */

static int
by_source_id(const void *a, const void *b)
{
	const struct export_source *one = a, *other = b;

	return str_cmp(one->source.id, other->source.id);
}

static int
by_consent(const void *a, const void *b)
{
	const struct record_consent *one = a, *other = b;
	int order = str_cmp(one->person_id, other->person_id);

	if (order == 0)
		order = str_cmp(one->use, other->use);
	return order != 0 ? order : str_cmp(one->source_id, other->source_id);
}

/* What was recorded for the use, the source and the person; NULL: nothing. */
static const struct record_consent *
consent_of(const struct export_gate *g, struct str person, struct str source)
{
	const struct record_consent wanted = {
	    .person_id = person, .use = g->use, .source_id = source};

	return bsearch(&wanted, g->consents, g->n_consents, sizeof(wanted), by_consent);
}

/* Does it stand on that day? What cannot be read does not. */
static bool
allows(const struct export_gate *g, const struct record_consent *c)
{
	int32_t last = DATE_OPEN_END;
	struct err e;

	if (c == NULL || c->withdrawn || c->id.n == 0)
		return false;
	if (c->until.n > 0 && date_day(c->until, &last, &e) < 0)
		return false;
	return g->reader->day <= last;
}

enum allowance { NOBODY, YES, EXPIRED, WITHDRAWN };

/* What the people of a source said of the use; whoever withdrew is heard first. */
static enum allowance
allowed(const struct export_gate *g, struct str source_id)
{
	enum allowance most = NOBODY;

	for (size_t i = 0; i < g->n_consents; i++) {
		const struct record_consent *c = &g->consents[i];
		if (!str_eq(c->source_id, source_id) || !str_eq(c->use, g->use))
			continue;
		enum allowance one = c->withdrawn ? WITHDRAWN : allows(g, c) ? YES : EXPIRED;
		most = one > most ? one : most;
	}
	return most;
}

static bool
is_given(const struct export_gate *g, const struct source *source)
{
	if (source->destroyed)
		return g->viewer.role == VIEWER_TEAM && g->consent != EXPORT_NEEDED;
	if (is_public(source->confidentiality))
		return true;
	if (g->viewer.role != VIEWER_TEAM)
		return false;
	if (g->consent == EXPORT_NEEDED)
		return str_eq(source->confidentiality, STR("archive")) &&
		    allowed(g, source->id) == YES;
	return g->consent == EXPORT_FREE || allowed(g, source->id) != WITHDRAWN;
}

int
export_gate_open(const struct export_reader *reader, struct export_gate *out, struct err *e)
{
	struct db *db = archive_db(reader->archive);
	const struct record_reader records = {db, reader->arena, reader->vocab, {VIEWER_TEAM}};
	struct export_gate g = {
	    .reader = reader,
	    .viewer = {whoms[reader->whom].role},
	    .consent = whoms[reader->whom].consent,
	    .use = whoms[reader->whom].use,
	};
	struct source_list list;
	struct record_consents consents = {NULL, 0};

	if (source_all(db, reader->arena, &list, e) < 0)
		return -1;
	if (g.consent != EXPORT_FREE && record_consents(&records, STR(""), &consents, e) < 0)
		return -1;
	struct record_consent *sorted =
	    ARENA_ARRAY(reader->arena, struct record_consent, consents.count);
	for (size_t i = 0; i < consents.count; i++)
		sorted[i] = consents.at[i];
	qsort(sorted, consents.count, sizeof(*sorted), by_consent);
	g.consents = sorted;
	g.n_consents = consents.count;
	g.sources = ARENA_ARRAY(reader->arena, struct export_source, list.count);
	g.n_sources = list.count;
	for (size_t i = 0; i < list.count; i++)
		g.sources[i] = (struct export_source){list.at[i], is_given(&g, &list.at[i])};
	qsort(g.sources, g.n_sources, sizeof(*g.sources), by_source_id);
	*out = g;
	return 0;
}

const struct export_source *
export_gate_source(const struct export_gate *gate, struct str id)
{
	const struct export_source wanted = {.source = {.id = id}};

	if (id.n == 0)
		return NULL;
	return bsearch(&wanted, gate->sources, gate->n_sources, sizeof(wanted), by_source_id);
}

struct str
export_gate_source_name(const struct export_gate *gate, const struct source *source)
{
	bool named = source->alias.n > 0 && gate->consent != EXPORT_NEEDED;

	return named ? source->alias : source->id;
}

struct str
export_gate_record_name(const struct export_gate *gate, const struct record *record)
{
	return gate->consent == EXPORT_NEEDED ? record->id : record_name(record);
}

struct record_reader
export_records_on(const struct export_gate *gate, struct arena *a)
{
	return (struct record_reader){
	    archive_db(gate->reader->archive), a, gate->reader->vocab, gate->viewer};
}

static int
by_name(const void *a, const void *b)
{
	const struct record *one = a, *other = b;
	int order = str_cmp(one->kind, other->kind);

	if (order == 0)
		order = str_cmp(record_name(one), record_name(other));
	return order != 0 ? order : str_cmp(one->id, other->id);
}

int
export_gate_records(
    const struct export_gate *gate, struct str kind, struct record_list *out, struct err *e)
{
	const struct record_reader records = export_records_on(gate, gate->reader->arena);
	struct record_list list;

	if (record_list(&records, kind, STR(""), &list, e) < 0)
		return -1;
	struct record *sorted = ARENA_ARRAY(gate->reader->arena, struct record, list.count);
	for (size_t i = 0; i < list.count; i++)
		sorted[i] = list.at[i];
	qsort(sorted, list.count, sizeof(*sorted), by_name);
	*out = (struct record_list){sorted, list.count};
	return 0;
}

/* --- Statements ----------------------------------------------------------------------------- */

/* Is it among what the person allowed, or among what needs nobody's leave? */
static bool
may_go(const struct export_gate *g, const struct record_statement *s)
{
	const struct export_source *source = export_gate_source(g, s->source_id);

	if (is_public(s->confidentiality))
		return true;
	if (!str_eq(s->confidentiality, STR("archive")))
		return false;
	if (is_person(s->subject.kind))
		return allows(g, consent_of(g, s->subject.id, s->source_id));
	return s->source_id.n == 0 || (source != NULL && source->given);
}

static void
take_names(const struct export_gate *g, struct record_statement *s)
{
	struct record_qualifier *with =
	    ARENA_ARRAY(g->reader->arena, struct record_qualifier, s->n_with);

	s->record = s->subject.id;
	if (s->type == VOCAB_REF)
		s->value = s->ref_id;
	for (size_t i = 0; i < s->n_with; i++) {
		with[i] = s->with[i];
		if (with[i].type == VOCAB_REF)
			with[i].value = with[i].ref_id;
	}
	s->with = with;
}

static void
take_voice(const struct export_gate *g, struct record_statement *s)
{
	s->words = s->speaker = s->via = s->source = s->source_id = STR("");
	s->said_at = source_month(g->reader->arena, s->said_at);
	s->anchored = false;
}

bool
export_gate_statement(const struct export_gate *gate, struct record_statement *s)
{
	if (gate->consent == EXPORT_FREE)
		return true;
	const struct export_source *source = export_gate_source(gate, s->source_id);
	if (gate->consent == EXPORT_KEPT)
		return source == NULL || source->given;
	if (!may_go(gate, s))
		return false;
	take_names(gate, s);
	if (source != NULL && source->given)
		s->source = source->source.id;
	else
		take_voice(gate, s);
	s->added_by = STR("");
	return true;
}

/* --- Values ------------------------------------------------------------------------------- */

/* Where an editor decided, what was decided; else all that anybody says. */
static bool
is_shown(const struct record_property *p, const struct record_value *value)
{
	if (p->property == NULL || p->property->many)
		return true;
	for (size_t i = 0; i < p->n_values; i++)
		if (p->values[i].accepted)
			return value->accepted;
	return true;
}

/* The value as the reader may have it; false: not at all. */
static bool
value_of(const struct export_gate *g, const struct record_value *value, struct str *out)
{
	for (size_t i = 0; i < value->n_said; i++) {
		struct record_statement s = *value->said[i];
		if (export_gate_statement(g, &s)) {
			*out = s.value;
			return true;
		}
	}
	return false;
}

struct export_cell
export_gate_values(const struct export_gate *g, const struct record_property *p)
{
	struct str *at = ARENA_ARRAY(g->reader->arena, struct str, p->n_values);
	size_t n = 0;

	for (size_t i = 0; i < p->n_values; i++)
		if (is_shown(p, &p->values[i]) && value_of(g, &p->values[i], &at[n]))
			n++;
	return (struct export_cell){at, n};
}

/* --- Claims --------------------------------------------------------------------------------- */

/* Who may see it: its own word, else that of its source, else the team. */
static struct str
claim_confidentiality(const struct count_claim *claim, const struct export_source *source)
{
	if (claim->text[COUNT_CONFIDENTIALITY].n > 0)
		return claim->text[COUNT_CONFIDENTIALITY];
	return source != NULL ? source->source.confidentiality : STR("archive");
}

static bool
claim_may_go(const struct export_gate *g, const struct count_claim *claim)
{
	const struct export_source *source = export_gate_source(g, claim->source_id);
	bool given = claim->source_id.n == 0 || (source != NULL && source->given);

	return given && str_eq(claim_confidentiality(claim, source), STR("archive"));
}

static int
by_claim(const void *a, const void *b)
{
	const struct count_claim *one = a, *other = b;
	int order = str_cmp(one->event, other->event);

	if (order == 0)
		order = str_cmp(count_claim_id(one), count_claim_id(other));
	return order != 0 ? order : str_cmp(one->key, other->key);
}

/* Public ones as the public sees them, and those that their sources' people allowed. */
static int
allowed_claims(const struct export_gate *g, const struct count_reader *counts, struct str event,
    struct count_claims *out, struct err *e)
{
	struct count_claims open, every;
	size_t n = 0;

	if (count_public(counts, event, &open, e) < 0 ||
	    count_claims(counts, event, false, &every, e) < 0)
		return -1;
	struct count_claim *at =
	    ARENA_ARRAY(g->reader->arena, struct count_claim, open.count + every.count);
	for (size_t i = 0; i < open.count; i++)
		at[n++] = open.at[i];
	for (size_t i = 0; i < every.count; i++)
		if (claim_may_go(g, &every.at[i]))
			at[n++] = every.at[i];
	*out = (struct count_claims){at, n};
	return 0;
}

/* All but those of sources that are not given. */
static int
kept_claims(const struct export_gate *g, const struct count_reader *counts, struct str event,
    bool all, struct count_claims *out, struct err *e)
{
	struct count_claims every;
	size_t n = 0;

	if (count_claims(counts, event, all, &every, e) < 0)
		return -1;
	struct count_claim *at = ARENA_ARRAY(g->reader->arena, struct count_claim, every.count);
	for (size_t i = 0; i < every.count; i++) {
		const struct export_source *source = export_gate_source(g, every.at[i].source_id);
		if (source == NULL || source->given)
			at[n++] = every.at[i];
	}
	*out = (struct count_claims){at, n};
	return 0;
}

/* Names the sources as the reader knows them; the archive remembers what people typed. */
static struct count_claims
named(const struct export_gate *g, struct count_claims claims)
{
	struct count_claim *at = ARENA_ARRAY(g->reader->arena, struct count_claim, claims.count);

	for (size_t i = 0; i < claims.count; i++) {
		at[i] = claims.at[i];
		const struct export_source *source =
		    export_gate_source(g, at[i].withheld ? STR("") : at[i].source_id);
		at[i].text[COUNT_SOURCE] =
		    source != NULL ? export_gate_source_name(g, &source->source) : STR("");
	}
	qsort(at, claims.count, sizeof(*at), by_claim);
	return (struct count_claims){at, claims.count};
}

int
export_gate_claims(const struct export_gate *gate, struct str event, bool all,
    struct count_claims *out, struct err *e)
{
	const struct count_reader counts = {
	    archive_db(gate->reader->archive), gate->reader->arena, gate->reader->vocab, NULL};
	struct count_claims claims;
	int r;

	if (gate->viewer.role != VIEWER_TEAM)
		r = count_public(&counts, event, &claims, e);
	else if (gate->consent == EXPORT_NEEDED)
		r = allowed_claims(gate, &counts, event, &claims, e);
	else
		r = kept_claims(gate, &counts, event, all, &claims, e);
	if (r < 0)
		return -1;
	*out = named(gate, claims);
	return 0;
}
