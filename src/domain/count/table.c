#include "domain/count/claim.h"
#include "domain/count/internal.h"

static const size_t needed[] = {
    COUNT_ID, COUNT_WORDS, COUNT_LANG, COUNT_MEASURE, COUNT_PLACE, COUNT_DAYS};

static int
check_header(const struct csv *csv, struct err *e)
{
	for (size_t i = 0; i < LENGTH(needed); i++)
		if (csv_column(csv, count_column_name(needed[i])) < 0)
			return err_fail(
			    e, ERR_INPUT, STR("claim.column"), count_column_name(needed[i]));
	for (size_t i = 0; i < csv->width; i++)
		if (count_column_of(csv->names[i]) == COUNT_NONE)
			return err_fail(e, ERR_INPUT, STR("claim.column_unknown"), csv->names[i]);
	return 0;
}

static int
read_row(struct arena *a, const struct vocab *vocab, const struct csv *csv, size_t row,
    struct count_claim *claim, struct err *e)
{
	*claim = (struct count_claim){

	    .key = STR(""),
	    .source_id = STR(""),
	    .event = STR(""),
	    .why = STR(""),
	    .added_at = STR("")};
	claim->line = csv->rows[row].line;
	for (size_t c = 0; c < COUNT_COLUMNS; c++)
		claim->text[c] = csv_field(csv, row, csv_column(csv, count_column_name(c)));
	if (str_trim(claim->text[COUNT_ID]).n == 0)
		return err_fail(e, ERR_INPUT, STR("claim.needs"), STR("id"));
	return count_claim_check(a, vocab, claim, e);
}

int
count_table_read(struct arena *a, const struct vocab *vocab, const struct csv *csv,
    struct count_table *out, struct err *e)
{
	if (check_header(csv, e) < 0)
		return -1;
	struct count_row *rows = ARENA_ARRAY(a, struct count_row, csv->count);
	struct count_claim *claims = ARENA_ARRAY(a, struct count_claim, csv->count);
	struct count_table table = {{claims, 0}, rows, 0, 0, 0};
	for (size_t i = 0; i < csv->count; i++) {
		if (csv_row_is_empty(csv, i))
			continue;
		struct count_row *row = &rows[table.n_rows++];
		row->id = str_trim(csv_field(csv, i, csv_column(csv, STR("id"))));
		row->line = csv->rows[i].line;
		if (read_row(a, vocab, csv, i, &claims[table.claims.count], &row->err) < 0) {
			row->verdict = COUNT_REFUSED;
			table.refused++;
		} else {
			row->verdict = COUNT_NEW;
			table.claims.count++;
		}
	}
	*out = table;
	return 0;
}
