#include "domain/vocab/vocab.h"
#include "domain/vocab/vocab_data.h"
#include "domain/vocab/vocab_sql.h"
#include "kit/os/file.h"

#define FILE_MAX (16 << 20) /* bytes of one vocabulary file */

const struct vocab_file *
vocab_shipped(struct arena *a, size_t *count)
{
	struct vocab_file *files = ARENA_ARRAY(a, struct vocab_file, VOCAB_DATA_COUNT);

	for (size_t i = 0; i < VOCAB_DATA_COUNT; i++)
		files[i] = (struct vocab_file){vocab_data[i].name, vocab_data[i].bytes, 0};
	*count = VOCAB_DATA_COUNT;
	return files;
}

int
vocab_folder(
    struct arena *a, struct str folder, const struct vocab_file **out, size_t *count, struct err *e)
{
	struct vocab_file *files = ARENA_ARRAY(a, struct vocab_file, VOCAB_DATA_COUNT);

	for (size_t i = 0; i < VOCAB_DATA_COUNT; i++) {
		files[i].name = vocab_data[i].name;
		struct str path = file_join(a, folder, files[i].name);
		if (file_read_all(a, path, FILE_MAX, &files[i].text, e) < 0)
			return -1;
	}
	*out = files;
	*count = VOCAB_DATA_COUNT;
	return 0;
}

int
vocab_stored(
    struct db *db, struct arena *a, const struct vocab_file **out, size_t *count, struct err *e)
{
	struct sql_vocab_file_list_rows rows;

	if (sql_vocab_file_list_all(db, a, &rows, e) < 0)
		return -1;
	struct vocab_file *files = ARENA_ARRAY(a, struct vocab_file, rows.count);
	for (size_t i = 0; i < rows.count; i++)
		files[i] =
		    (struct vocab_file){rows.at[i].name, rows.at[i].text, rows.at[i].revision};
	*out = files;
	*count = rows.count;
	return 0;
}

int
vocab_load(struct db *db, struct arena *a, struct vocab *out, struct err *e)
{
	const struct vocab_file *files;
	size_t count;

	if (vocab_stored(db, a, &files, &count, e) < 0)
		return -1;
	return vocab_read(a, files, count, out, e);
}

/* The archive's file of that name; one never stored is empty and of revision 0. */
static struct vocab_file
stored_as(const struct vocab_file *stored, size_t count, struct str name)
{
	for (size_t i = 0; i < count; i++)
		if (str_eq(stored[i].name, name))
			return stored[i];
	return (struct vocab_file){name, STR(""), 0};
}

int
vocab_store(struct archive *archive, const struct archive_stamp *stamp,
    const struct vocab_file *files, size_t count, size_t *changed, struct err *e)
{
	struct arena *a = arena_new();
	struct archive_part *parts = ARENA_ARRAY(a, struct archive_part, count);
	const struct vocab_file *stored;
	struct vocab vocab;
	size_t n_stored, n = 0;

	int r = vocab_read(a, files, count, &vocab, e) < 0 || archive_hold(archive, e) < 0 ||
		vocab_stored(archive_db(archive), a, &stored, &n_stored, e) < 0
	    ? -1
	    : 0;
	for (size_t i = 0; r == 0 && i < count; i++) {
		struct vocab_file old = stored_as(stored, n_stored, files[i].name);
		if (str_eq(old.text, files[i].text))
			continue;
		struct json *body = json_object(a);
		json_set_str(body, STR("name"), files[i].name);
		json_set_str(body, STR("text"), files[i].text);
		json_set_int(body, STR("revision"), old.revision + 1);
		parts[n++] =
		    (struct archive_part){.op = STR("vocab.file"), .version = 1, .body = body};
	}
	if (r == 0 && n > 0)
		r = archive_append(archive, stamp, parts, n, NULL, e);
	archive_release(archive);
	if (r == 0)
		*changed = n;
	arena_free(a);
	return r;
}

int
vocab_project_file(struct db *db, const struct archive_op *op, struct err *e)
{
	struct sql_vocab_file_set_in row = {.at = op->at, .entry = op->entry};

	if (json_need_str(op->body, STR("name"), &row.name, e) < 0 ||
	    json_need_str(op->body, STR("text"), &row.text, e) < 0 ||
	    json_need_int(op->body, STR("revision"), &row.revision, e) < 0)
		return -1;
	return sql_vocab_file_set(db, &row, e);
}
