/*
 * stocked: a new archive that has the shipped vocabulary, for tests of what is kept in its words.
 */
#ifndef GUVOH_TESTS_VOCAB_STOCKED_H
#define GUVOH_TESTS_VOCAB_STOCKED_H

#include "domain/vocab/vocab.h"
#include "fixture.h"

/* Makes f, which fixture_remove ends, and opens it with all of the program's projectors; *vocab
 * lies on a. */
struct archive *stocked_open(struct fixture *f, struct arena *a, struct vocab *vocab);

#endif
