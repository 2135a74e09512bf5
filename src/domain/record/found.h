/*
 * found: what is said of records, handed to whoever looks for it (domain/find).
 */
#ifndef GUVOH_DOMAIN_RECORD_FOUND_H
#define GUVOH_DOMAIN_RECORD_FOUND_H

#include "base/json.h"
#include "domain/record/record_sql.h"

/* A record is found by the parts of its alias, by the team only: that of a person may be a name. */
MUST_CHECK int record_found(struct db *db, const struct sql_record_insert_in *row, struct err *e);

/* A statement is found by its words and whose they are; with: its qualifiers, NULL for none. */
MUST_CHECK int record_statement_found(struct db *db, const struct sql_statement_insert_in *row,
    const struct json *with, struct err *e);

/* The same of one that is kept already. */
MUST_CHECK int record_kept_found(struct db *db, struct str id, struct err *e);

#endif
