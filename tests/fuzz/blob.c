/* libs: archive_fixture */
#include <assert.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fixture.h"
#include "kit/os/file.h"
#include "kit/seal/armor.h"

#define CONTENT_BYTES 150000 /* three chunks */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct fixture f;
static struct archive *archive;
static struct arena *lasting;
static struct archive_blob blob;
static struct str content, path, whole; /* plain; the file and its bytes */

static void
end(void)
{
	archive_close(archive);
	arena_free(lasting);
	fixture_remove(&f);
}

static void
begin(void)
{
	char *bytes;
	struct err e;

	fixture_make(&f, "");
	archive = fixture_open(&f);
	lasting = arena_new();
	bytes = arena_alloc(lasting, CONTENT_BYTES);
	for (size_t i = 0; i < CONTENT_BYTES; i++)
		bytes[i] = (char)(i * 7 / 3);
	content = (struct str){bytes, CONTENT_BYTES};
	fixture_must(archive_blob_put(archive, content, STR("s1"), &blob, &e), &e);
	struct buf *name = buf_on(lasting);
	armor_hex(name, blob.name, sizeof(blob.name));
	path = arena_fmt(lasting, "%s/blobs/%s", f.dir, name->p);
	fixture_must(file_read_all(lasting, path, SIZE_MAX / 2, &whole, &e), &e);
	atexit(end);
}

/* The file with changes: each is 3 bytes of place and a byte to change it by; the last 3 cut it. */
static struct str
changed(struct arena *a, const uint8_t *data, size_t size)
{
	char *bytes = arena_alloc(a, whole.n);
	size_t n = whole.n;

	memcpy(bytes, whole.p, whole.n);
	for (; size >= 4; data += 4, size -= 4) {
		size_t at = ((size_t)data[0] << 16 | (size_t)data[1] << 8 | data[2]) % whole.n;

		bytes[at] = (char)(bytes[at] ^ data[3]);
	}
	if (size == 3)
		n = ((size_t)data[0] << 16 | (size_t)data[1] << 8 | data[2]) % whole.n;
	return (struct str){bytes, n};
}

/* What comes out is the content from its beginning on, whatever stands in the file. */
static int
follow(void *arg, struct str chunk, struct err *e)
{
	size_t *at = arg;

	(void)e;
	assert(chunk.n <= content.n - *at && memcmp(content.p + *at, chunk.p, chunk.n) == 0);
	*at += chunk.n;
	return 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	size_t at = 0;
	struct err e;

	if (archive == NULL)
		begin();
	struct arena *a = arena_new();
	/* The first byte says whether the rest is all of the file, or changes of a whole one. */
	struct str file = size > 0 && data[0] % 2 == 0
	    ? (struct str){(const char *)data + 1, size - 1}
	    : changed(a, data + (size > 0), size - (size > 0));
	FILE *to = fopen(path.p, "wb");
	assert(to != NULL);
	size_t wrote = fwrite(file.p, 1, file.n, to);
	int closed = fclose(to);
	assert(wrote == file.n && closed == 0);
	int r = archive_blob_read(archive, &blob, follow, &at, &e);
	assert((r == 0) == str_eq(file, whole));
	assert(r != 0 || at == content.n);
	arena_free(a);
	return 0;
}
