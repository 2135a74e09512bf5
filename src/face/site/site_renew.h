/*
 * site_renew: the folder that an organisation publishes from, written anew and uploaded: for
 * what must not be read any more, now.
 */
#ifndef GUVOH_FACE_SITE_SITE_RENEW_H
#define GUVOH_FACE_SITE_SITE_RENEW_H

#include "face/site/site_publish.h"

struct site_renewed {
	struct str folder; /* empty: none is set, nothing was done */
	size_t pages;
	struct str upload; /* the command that is run then; empty: none */
	bool uploaded;     /* there is one, and it ended well */
};

/*
 * Writes the folder of the setting site_folder with the addresses of site_url and report_to, then
 * runs the command of upload with the folder as its last argument, 10 minutes at most. What s says
 * of addresses is overwritten.
 *
 * Returns 0 and fills *out; or -1: what site_publish or program_run says; out->folder is set, and
 * pages when they were written.
 */
MUST_CHECK int site_renew(struct site *s, struct site_renewed *out, struct err *e);

/* The same in two steps, for whoever cannot hold the index so long. */
MUST_CHECK int site_renew_write(struct site *s, struct site_renewed *out, struct err *e);
MUST_CHECK int site_renew_upload(struct site_renewed *done, struct err *e);

#endif
