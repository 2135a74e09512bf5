/*
 * site_bell: tells whoever is on call of reports that speak of danger, in a thread of its own:
 * neither readers nor the one who reported wait for it. It is given codes only.
 */
#ifndef GUVOH_FACE_SITE_SITE_BELL_H
#define GUVOH_FACE_SITE_SITE_BELL_H

#include "domain/archive/readers.h"

struct site_bell;

/* readers outlive it. */
struct site_bell *site_bell_new(struct archive_readers *readers);

/* Ends the thread when what it does now is done. NULL is fine. */
void site_bell_free(struct site_bell *bell);

/* Any thread. When very many wait already it is not rung: whoever comes then sees all of them. */
void site_bell_ring(struct site_bell *bell, struct str code);

#endif
