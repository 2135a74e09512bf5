/*
 * desk_first: the first page: what the archive holds.
 */
#ifndef GUVOH_FACE_DESK_DESK_FIRST_H
#define GUVOH_FACE_DESK_DESK_FIRST_H

#include "domain/count/claim.h"

struct desk_first {
	struct count_events events;
	size_t sources, open_sources; /* open: the public may see them */
	int64_t entries;              /* of the log */
};

#endif
