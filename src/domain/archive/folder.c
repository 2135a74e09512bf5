#include "domain/archive/folder.h"

#include <string.h>

#include "kit/seal/armor.h"

#define MARK_BYTES_MAX 4096

void
archive_folder_paths(struct arena *a, struct str dir, struct folder *out)
{
	*out = (struct folder){
	    .dir = arena_str(a, dir),
	    .log = file_join(a, dir, STR("log")),
	    .blobs = file_join(a, dir, STR("blobs")),
	    .mark = file_join(a, dir, STR("archive")),
	    .slots = file_join(a, dir, STR("keyslots")),
	    .keys = file_join(a, dir, STR("keys")),
	    .snapshot = file_join(a, dir, STR("snapshot")),
	    .lock = file_join(a, dir, STR("lock")),
	    .end = file_join(a, dir, STR("end")),
	    .name = STR(""),
	};
}

static struct str
id_text(struct arena *a, const uint8_t id[FRAME_ARCHIVE_BYTES])
{
	struct buf *b = buf_on(a);

	armor_base32(b, id, FRAME_ARCHIVE_BYTES);
	return buf_str(b);
}

static bool
mark_read(struct str text, int64_t *format, uint8_t id[FRAME_ARCHIVE_BYTES])
{
	struct str rest = text;
	size_t n;

	if (!str_eq(str_cut(&rest, '\n'), STR("guvoh archive")))
		return false;
	struct str line = str_cut(&rest, '\n');
	if (!str_starts(line, STR("format ")) || !str_to_int(str_sub(line, 7, line.n), format))
		return false;
	if (*format != FOLDER_FORMAT)
		return true;
	line = str_cut(&rest, '\n');
	return str_starts(line, STR("id ")) &&
	    armor_base32_read(str_sub(line, 3, line.n), id, FRAME_ARCHIVE_BYTES, &n) &&
	    n == FRAME_ARCHIVE_BYTES;
}

int
archive_folder_read(struct arena *a, struct str dir, struct folder *out, struct err *e)
{
	struct folder f;
	struct str text;
	int64_t format;

	archive_folder_paths(a, dir, &f);
	if (file_read_all(a, f.mark, MARK_BYTES_MAX, &text, e) != 0)
		return e->code == ERR_NOTFOUND || str_eq(str_of(e->key), STR("os.kind"))
		    ? err_fail(e, ERR_NOTFOUND, STR("archive.none"), dir)
		    : -1;
	if (!mark_read(text, &format, f.id))
		return err_fail(e, ERR_IO, STR("archive.mark"), f.mark);
	if (format != FOLDER_FORMAT)
		return err_fail(e, ERR_INPUT, STR("archive.format"), dir, STR_INT(format));
	f.name = id_text(a, f.id);
	*out = f;
	return 0;
}

int
archive_folder_mark(const struct folder *f, struct err *e)
{
	struct arena *a = arena_new();
	struct str text = arena_fmt(
	    a, "guvoh archive\nformat %d\nid %.*s\n", FOLDER_FORMAT, STR_ARG(id_text(a, f->id)));
	int r = file_write_atomic(f->mark, text.p, text.n, 0600, e);

	arena_free(a);
	return r;
}

int
archive_folder_lock(const struct folder *f, int milliseconds, struct file **lock, struct err *e)
{
	struct file *file;

	if (file_open_append(f->lock, &file, e) != 0)
		return archive_folder_failed(e);
	if (file_lock(file, milliseconds, e) != 0) {
		file_close(file);
		return -1;
	}
	*lock = file;
	return 0;
}

static void
tidy(struct arena *a, struct str folder)
{
	struct str *names;
	size_t n;
	struct err e;

	if (file_folder_list(a, folder, &names, &n, &e) != 0)
		return;
	for (size_t i = 0; i < n; i++)
		if (file_is_temporary(names[i]) &&
		    file_remove(file_join(a, folder, names[i]), &e) != 0)
			return;
}

void
archive_folder_tidy(const struct folder *f)
{
	struct arena *a = arena_new();

	tidy(a, f->dir);
	tidy(a, f->log);
	tidy(a, f->blobs);
	arena_free(a);
}

struct str
archive_segment_name(struct arena *a, uint32_t number)
{
	return arena_fmt(a, "log/%06u.seg", (unsigned)number);
}

struct str
archive_segment_path(struct arena *a, const struct folder *f, uint32_t number)
{
	return file_join(a, f->dir, archive_segment_name(a, number));
}

int
archive_folder_failed(struct err *e)
{
	if (str_eq(str_of(e->key), STR("os.full")))
		return err_fail(e, ERR_IO, STR("archive.full"));
	return -1;
}
