#include "domain/ledger.h"

#include "domain/archive/archive_sql.h"
#include "domain/count/claim.h"
#include "domain/count/count_sql.h"
#include "domain/count/documented.h"
#include "domain/errata/errata.h"
#include "domain/errata/errata_sql.h"
#include "domain/export/export.h"
#include "domain/export/export_sql.h"
#include "domain/find/find.h"
#include "domain/find/find_sql.h"
#include "domain/intake/intake.h"
#include "domain/intake/intake_sql.h"
#include "domain/person/person.h"
#include "domain/person/person_sql.h"
#include "domain/panel/panel.h"
#include "domain/panel/panel_sql.h"
#include "domain/publication/publication.h"
#include "domain/publication/publication_sql.h"
#include "domain/record/consent.h"
#include "domain/record/record.h"
#include "domain/record/record_sql.h"
#include "domain/setting/setting.h"
#include "domain/setting/setting_sql.h"
#include "domain/source/source.h"
#include "domain/source/source_sql.h"
#include "domain/vocab/vocab.h"
#include "domain/vocab/vocab_sql.h"

#define REVISION 8 /* raise when a projector writes other rows for the same op */

static const struct projector projectors[] = {
#define OP(name, version, projector, clear, sealed) {STR_INIT(name), version, projector},
#include "domain/ops.def"
#undef OP
};

static const struct db_room *const rooms[] = {&archive_sql, &vocab_sql, &find_sql, &source_sql,
    &record_sql, &person_sql, &intake_sql, &count_sql, &panel_sql, &publication_sql, &setting_sql,
    &errata_sql, &export_sql};

static const struct archive_index ledger = {
    projectors, LENGTH(projectors), rooms, LENGTH(rooms), REVISION, find_finish};

const struct archive_index *
ledger_index(void)
{
	return &ledger;
}
