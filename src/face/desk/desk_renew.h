/*
 * desk_renew: the organisation's own site, written anew and uploaded after something was hidden or
 * taken down, in a thread of its own: neither editors nor readers wait for it.
 */
#ifndef GUVOH_FACE_DESK_DESK_RENEW_H
#define GUVOH_FACE_DESK_DESK_RENEW_H

#include "domain/archive/readers.h"
#include "kit/lang/lang.h"

enum desk_renewal {
	DESK_RENEW_IDLE, /* nothing was to do yet */
	DESK_RENEW_BUSY,
	DESK_RENEW_NONE,    /* no folder is set */
	DESK_RENEW_WRITTEN, /* and nothing uploads it */
	DESK_RENEW_UPLOADED,
	DESK_RENEW_FAILED,
};

struct desk_renewed {
	enum desk_renewal state;
	int64_t pages;
	struct str why; /* FAILED: a sentence */
};

struct desk_renew;

/* readers outlive it; lang is that of its sentences. */
struct desk_renew *desk_renew_new(struct archive_readers *readers, enum lang lang);

/* Ends the thread when what it does now is done. NULL is fine. */
void desk_renew_free(struct desk_renew *r);

/* Any thread: once more when it is busy with an earlier state. */
void desk_renew_ask(struct desk_renew *r);

/* How the last one went, on a. Any thread. */
struct desk_renewed desk_renew_state(struct desk_renew *r, struct arena *a);

#endif
