/*
 * desk: the team's pages, on a listener of their own that only this machine reaches.
 * Whoever comes in has shown a code that the terminal printed; what a page asks is
 * asked by the viewer "team". routes.def has every page and what it needs.
 */
#ifndef GUVOH_FACE_DESK_DESK_H
#define GUVOH_FACE_DESK_DESK_H

#include "domain/archive/readers.h"
#include "face/desk/desk_session.h"
#include "kit/http/http.h"
#include "kit/lang/lang.h"

#define DESK_BODY_BYTES 65536 /* of a form */

struct desk;

struct desk_settings {
	enum lang lang;  /* of its pages */
	struct str by;   /* who decides, in entries */
	struct str site; /* address of the public pages, without "/" at its end */
};

/* readers and what settings name outlive it. */
struct desk *desk_new(struct archive_readers *readers, const struct desk_settings *settings);

/* After http_stop. NULL is fine. */
void desk_free(struct desk *d);

/* For http_start; the listener has own_names and body_limit DESK_BODY_BYTES. */
struct http_handler desk_handler(struct desk *d);

/* A new code to come in with. */
void desk_code(struct desk *d, char room[DESK_CODE_BYTES + 1]);

#endif
