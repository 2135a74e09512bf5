#include "face/cli/claim_view.h"

static const struct str column_names[COUNT_COLUMNS] = {
#define COLUMN(name, upper, kind, empty) STR_INIT(#name),
#include "domain/count/columns.def"
#undef COLUMN
};

struct json *
claim_view_reading(struct arena *a, const struct phrase *phrase)
{
	struct json *o = json_object(a);
	bool low = phrase->has_interval;
	bool high = low && phrase->said.high != INTERVAL_OPEN;

	json_set(o, STR("low"), low ? json_int(a, phrase->said.low) : json_null(a));
	json_set(o, STR("high"), high ? json_int(a, phrase->said.high) : json_null(a));
	json_set_str(o, STR("exactness"), phrase_exactness_name(phrase->exactness));
	if (phrase->modal)
		json_set_int(o, STR("modal"), phrase->modal_number);
	return o;
}

struct json *
claim_view_json(struct arena *a, const struct count_claim *claim)
{
	struct json *o = json_object(a);

	for (size_t i = 0; i < COUNT_COLUMNS; i++) {
		if (claim->text[i].n > 0)
			json_set_str(o, column_names[i], claim->text[i]);
	}
	if (json_get(o, STR("id")) == NULL)
		json_set_str(o, STR("id"), count_claim_id(claim));
	json_set(o, STR("reads_as"), claim_view_reading(a, &claim->reading));
	json_set_bool(o, STR("by_hand"), claim->by_hand);
	json_set_str(o, STR("key"), claim->key);
	json_set_str(o, STR("event"), claim->event);
	json_set_bool(o, STR("withdrawn"), claim->withdrawn);
	if (claim->withdrawn)
		json_set_str(o, STR("why"), claim->why);
	if (claim->anchored) {
		struct json *passage = json_set_object(o, STR("passage"));
		json_set_int(passage, STR("start"), claim->start);
		json_set_int(passage, STR("end"), claim->end);
	}
	return o;
}
