/*
 * link_archive: guvoh link without files: the lists of the archive, whose persons are kept.
 */
#ifndef GUVOH_FACE_CLI_LINK_ARCHIVE_H
#define GUVOH_FACE_CLI_LINK_ARCHIVE_H

#include "face/cli/cli.h"

/* Links the lists of --event, or all. ERR_INPUT cli.link.only_files (an option of files), or as
 * person_link. */
MUST_CHECK int link_archive(struct cli *c, struct err *e);

#endif
