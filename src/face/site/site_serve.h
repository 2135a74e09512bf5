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

/*
 * The vocabulary, read once for each reader and again when the archive has moved on: what a
 * reader keeps for its users, the desk too. Errors as vocab_load.
 */
MUST_CHECK int site_vocab(struct archive_reader *reader, const struct vocab **out, struct err *e);

#endif
