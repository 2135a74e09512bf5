#include "domain/source/source.h"

/* The name of its file, when there is one that can be named. */
static int
blob_of(struct arena *a, const struct source *source, struct archive_blob *room,
    const struct archive_blob **out, struct err *e)
{
	struct json *value;

	*out = NULL;
	if (source->blob.n == 0)
		return 0;
	if (json_read(a, source->blob, &value, e) < 0 || archive_blob_of(value, room, e) < 0)
		return -1;
	*out = room;
	return 0;
}

int
source_destroy_check(const struct source *source, struct str why, struct err *e)
{
	if (source->destroyed)
		return err_fail(e, ERR_CONFLICT, STR("source.destroyed"), source->id);
	return str_trim(why).n > 0 ? 0 : err_fail(e, ERR_INPUT, STR("source.why"));
}

int
source_destroy(struct archive *archive, const struct archive_stamp *stamp,
    const struct source *source, struct str why, struct err *e)
{
	const struct archive_blob *blob;
	struct archive_blob room;

	if (source_destroy_check(source, why, e) < 0)
		return -1;
	struct arena *a = arena_new();
	int r = blob_of(a, source, &room, &blob, e);
	if (r == 0)
		r = archive_key_destroy(archive, stamp, source->id, blob, str_trim(why), e);
	arena_free(a);
	return r;
}
