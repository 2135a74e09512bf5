/*
 * alias: values that are each other's other word, learned from persons: Bill and William, a town
 * and its district. Two values of a field are aliases when they stand together in several clusters
 * and much more often than chance would have it.
 */
#ifndef GUVOH_ENGINE_LINK_ALIAS_H
#define GUVOH_ENGINE_LINK_ALIAS_H

#include "engine/link/kin.h"
#include "engine/link/nearby.h"

/* Finds the aliases in clusters of units and tells them to l; their keys lie on a. */
struct nearby_keys alias_learn(
    struct arena *a, struct levels *l, const struct fields *f, const struct kin *k);

#endif
