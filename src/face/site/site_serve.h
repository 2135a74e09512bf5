/*
 * site_serve: the public pages over HTTP, made when they are first asked for and kept
 * until the archive moves on. Sets no cookie; knows no desk.
 */
#ifndef GUVOH_FACE_SITE_SITE_SERVE_H
#define GUVOH_FACE_SITE_SITE_SERVE_H

#include "domain/archive/readers.h"
#include "domain/vocab/vocab.h"
#include "kit/http/http.h"

struct site_server;

/* url as in struct site, copied. readers outlive it. */
struct site_server *site_server_new(struct archive_readers *readers, struct str url);

/* After http_stop. NULL is fine. */
void site_server_free(struct site_server *s);

/* For http_start. */
struct http_handler site_server_handler(struct site_server *s);

/* What a reader keeps of one state of the archive, for the desk too. */
struct site_kept {
	struct vocab vocab;
	struct count_memo *memo;
};

/* Made when the archive has moved on, else as it was. Errors as vocab_load. */
MUST_CHECK int site_kept_of(
    struct archive_reader *reader, const struct site_kept **out, struct err *e);

#endif
