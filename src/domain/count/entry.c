#include "domain/count/internal.h"

static void
set_reading(struct json *claim, const struct phrase *phrase)
{
	struct json *reading = json_set_object(claim, STR("reading"));

	json_set_int(reading, STR("low"), phrase->said.low);
	if (phrase->said.high != INTERVAL_OPEN)
		json_set_int(reading, STR("high"), phrase->said.high);
	json_set_str(reading, STR("exactness"), phrase_exactness_name(phrase->exactness));
	if (phrase->has_number)
		json_set_int(reading, STR("number"), phrase->number);
	json_set_int(reading, STR("place"), phrase->place);
	if (phrase->modal)
		json_set_int(reading, STR("modal"), phrase->modal_number);
	json_set_int(reading, STR("rules"), PHRASE_RULES);
}

static void
set_passage(struct json *claim, const struct source_passage *passage)
{
	struct json *selector = json_set_object(claim, STR("passage"));

	json_set_int(selector, STR("start"), passage->start);
	json_set_int(selector, STR("end"), passage->end);
	json_set_str(selector, STR("prefix"), passage->prefix);
	json_set_str(selector, STR("suffix"), passage->suffix);
}

struct archive_part
count_entry_part(struct arena *a, const struct count_claim *claim, struct str source,
    const struct source_passage *passage)
{
	struct json *body = json_object(a), *secret = source.n > 0 ? json_object(a) : NULL;
	struct json *fields = json_set_object(secret != NULL ? secret : body, STR("claim"));

	json_set_str(body, STR("id"), claim->key);
	json_set_str(fields, STR("event"), claim->event);
	for (size_t i = 0; i < COUNT_COLUMNS; i++)
		if (claim->text[i].n > 0)
			json_set_str(fields, count_column_name(i), claim->text[i]);
	set_reading(fields, &claim->reading);
	if (passage != NULL)
		set_passage(fields, passage);
	return (struct archive_part){
	    .op = STR("claim.add"), .version = 1, .body = body, .secret = secret, .key = source};
}
