/*
 * internal: what the files of domain/errata share and no other room sees.
 */
#ifndef GUVOH_DOMAIN_ERRATA_INTERNAL_H
#define GUVOH_DOMAIN_ERRATA_INTERNAL_H

#include "domain/errata/errata.h"

MUST_CHECK int errata_publication(const struct count_reader *reader, struct str slug,
    struct publication *out, struct publication_revisions *revisions, struct err *e);

/* NULL: there is none. */
const struct publication_revision *errata_revision(
    const struct publication_revisions *all, struct str lang, int64_t number);

/* Follows bytes of one file into another; false: the same words cannot be found there again. */
bool errata_carry(struct str before, struct str after, size_t *from, size_t *to);

/* errata_look among revisions that were read. */
MUST_CHECK int errata_look_in(const struct publication_revisions *all,
    const struct errata_report *report, struct errata_look *out, struct err *e);

#endif
