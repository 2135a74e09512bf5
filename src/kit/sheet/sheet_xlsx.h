/*
 * sheet_xlsx: one sheet of an XLSX file as a table.
 * For this room only: sheet.h has the contract.
 */
#ifndef GUVOH_KIT_SHEET_SHEET_XLSX_H
#define GUVOH_KIT_SHEET_SHEET_XLSX_H

#include "kit/sheet/sheet.h"

/* name: the wished sheet, or empty. Returns 0; or -1, *out untouched, with failures of sheet_read.
 */
MUST_CHECK int sheet_xlsx_read(
    struct arena *a, struct str bytes, struct str name, struct sheet *out, struct err *e);

#endif
