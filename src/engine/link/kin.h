/*
 * kin: units that clusters take for one person, and what they say beside each other.
 * The pairs of a large cluster are looked at by a share of them, and a cluster counts once.
 */
#ifndef GUVOH_ENGINE_LINK_KIN_H
#define GUVOH_ENGINE_LINK_KIN_H

#include "engine/link/level.h"

struct kin {
	const uint32_t *cluster; /* of each unit */
	size_t clusters;
	uint32_t *units;       /* cluster by cluster */
	size_t *first;         /* unit of each cluster, and where the last ends */
	size_t pairs;          /* of units within clusters */
	uint64_t *patterns;    /* of pairs within clusters; from kin_look on */
	struct block_pair *at; /* these pairs */
	double *weights;       /* of each of them; those of a cluster are 1 together */
	size_t looked_at;
};

/* The units of clusters, which are numbered from 0; on a. */
struct kin kin_group(
    struct arena *a, const struct fields *f, const uint32_t *cluster, size_t clusters);

/* Looks at what pairs within clusters say. */
void kin_look(struct arena *a, struct kin *k, const struct levels *l, const struct fields *f);

#endif
