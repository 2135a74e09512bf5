#include "domain/errata/errata.h"
#include "domain/setting/setting.h"
#include "kit/os/program.h"

#define RING_SECONDS "10"
#define RING_MS 10000

static bool
is_address(struct str on_call)
{
	return str_starts(on_call, STR("https://")) || str_starts(on_call, STR("http://"));
}

/* The code is all that is sent: no cookie, no redirect, no name of ours. */
static size_t
webhook_words(struct arena *a, struct str on_call, struct str code, struct str words[PROGRAM_WORDS])
{
	const struct str curl[] = {STR("curl"), STR("--silent"), STR("--fail"), STR("--max-time"),
	    STR(RING_SECONDS), STR("--proto"), STR("=http,https"), STR("--user-agent"), STR(""),
	    STR("--data"), arena_fmt(a, "report=%.*s", STR_ARG(code)), STR("--"), on_call};

	for (size_t i = 0; i < LENGTH(curl); i++)
		words[i] = curl[i];
	return LENGTH(curl);
}

int
errata_on_call(const struct count_reader *r, struct str *on_call, struct err *e)
{
	return setting_get(r->db, r->arena, SETTING_ON_CALL, on_call, e);
}

int
errata_ring_at(struct arena *a, struct str on_call, struct str code, bool *rang, struct err *e)
{
	struct str words[PROGRAM_WORDS];

	*rang = str_trim(on_call).n > 0;
	if (!*rang)
		return 0;
	size_t n = is_address(on_call) ? webhook_words(a, on_call, code, words)
				       : program_words(on_call, code, words);
	return program_run(words, n, RING_MS, e);
}

int
errata_ring(const struct count_reader *r, struct str code, bool *rang, struct err *e)
{
	struct str on_call;

	if (errata_on_call(r, &on_call, e) < 0)
		return -1;
	return errata_ring_at(r->arena, on_call, code, rang, e);
}
