/*
 * link_audit: pairs of linked rows for people to look at, and what their answers say of the
 * linkage.
 */
#ifndef GUVOH_FACE_CLI_LINK_AUDIT_H
#define GUVOH_FACE_CLI_LINK_AUDIT_H

#include "engine/link/link.h"
#include "face/cli/cli.h"
#include "face/cli/link_lists.h"

/* Says at most n pairs, with what their rows say and an empty column for the answer. */
int link_audit_draw(
    struct cli *c, const struct link_lists *lists, const struct link_result *result, size_t n);

/*
 * Reads the answers in --audited and says precision and recall. Errors as table_file_read;
 * ERR_INPUT cli.audit.column (a column is missing), cli.audit.answer (line, what stands there),
 * cli.audit.none (nothing was answered); ERR_NOTFOUND cli.link.row.
 */
MUST_CHECK int link_audit_judge(
    struct cli *c, const struct link_lists *lists, const struct link_result *result, struct err *e);

#endif
