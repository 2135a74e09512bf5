/*
 * board_json: a count board as JSON, the same for the command line and for pages.
 */
#ifndef GUVOH_FACE_SAY_BOARD_JSON_H
#define GUVOH_FACE_SAY_BOARD_JSON_H

#include "base/json.h"
#include "domain/count/board.h"
#include "kit/lang/lang.h"

/*
 * {"scopes","clashes","clashes_capped","flags"} as docs say, clashes_capped being
 * true when there may be more of them; assumes holds ids of assumptions and
 * "days:ID" for a claim whose days were inferred. Texts are in lang. On a.
 */
struct json *board_json(struct arena *a, const struct count_board *board, enum lang lang);

#endif
