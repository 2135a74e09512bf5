/*
 * advocacy_json: acts, demands and the law as JSON, the same for the command line and for pages.
 * A value is {"text"} with "id", "kind" and "disputed" where it has them, and "said":
 * {"statement", "speaker", "via", "said_at", "basis", "source", "words"}, those that are known.
 */
#ifndef GUVOH_FACE_SAY_ADVOCACY_JSON_H
#define GUVOH_FACE_SAY_ADVOCACY_JSON_H

#include "base/json.h"
#include "domain/advocacy/advocacy.h"

/*
 * {"id", "key", "kind", "name", "type", "date", "place", "victims", "descriptions",
 * "involved", "stages", "remedies", "facts"}. A step is a value with "order", "date",
 * "time", "place", "authority", "details": [{"property", "label", "values"}] and, of a
 * stage, "notes" and "rights": [{"id", "label", "state", "text", "known"}]. On a.
 */
struct json *advocacy_json_act(struct arena *a, const struct advocacy_act *act);

/* {"demands": [{"id", "by", "to", "action", ..., "answers": [...]}], "assistance": [...]}. On a. */
struct json *advocacy_json_demands(
    struct arena *a, const struct advocacy_demands *demands, const struct advocacy_helps *helps);

/* {"findings": [...], "provisions": [{"id", "label", "findings": [ids]}]}. On a. */
struct json *advocacy_json_law(struct arena *a, const struct advocacy_law *law);

#endif
