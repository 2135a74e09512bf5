/* libs: base os seal */
#include <assert.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "kit/seal/armor.h"
#include "kit/seal/chunks.h"
#include "kit/seal/seal.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const uint8_t key[AEAD_KEY_BYTES] = {1};

typedef void (*armor_writer)(struct buf *, const void *, size_t);
typedef bool (*armor_reader)(struct str, void *, size_t, size_t *);

/* Text that reads as bytes is the one text of those bytes, and all bytes have one. */
static void
check_armor(armor_writer write, armor_reader read, struct str text)
{
	struct buf bytes = BUF_INIT, back = BUF_INIT;
	size_t n;

	char *room = buf_room(&bytes, text.n);
	if (read(text, room, text.n, &n)) {
		write(&back, room, n);
		assert(str_eq(buf_str(&back), text));
		buf_cut(&back, 0);
	}
	write(&back, text.p, text.n);
	assert(read(buf_str(&back), room, text.n, &n) && n == text.n);
	buf_free(&bytes);
	buf_free(&back);
}

/* Foreign bytes never open as a stream; sealed ones do, and one flip is seen. */
static void
check_stream(struct str text)
{
	struct buf sealed = BUF_INIT, opened = BUF_INIT;
	struct err e;

	assert(chunks_open(key, STR("fuzz"), text, &opened, &e) == -1 && opened.n == 0);
	chunks_seal(key, STR("fuzz"), text, &sealed);
	assert(chunks_open(key, STR("fuzz"), buf_str(&sealed), &opened, &e) == 0);
	assert(str_eq(buf_str(&opened), text));
	buf_cut(&opened, 0);
	size_t at = (text.n > 0 ? (uint8_t)text.p[0] : 0) % sealed.n;
	sealed.p[at] = (char)(sealed.p[at] ^ 1);
	assert(chunks_open(key, STR("fuzz"), buf_str(&sealed), &opened, &e) == -1);
	assert(opened.n == 0);
	buf_free(&sealed);
	buf_free(&opened);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str text = {size == 0 ? "" : (const char *)data, size};
	struct err e;

	if (seal_start(&e) != 0)
		return 0;
	check_armor(armor_hex, armor_hex_read, text);
	check_armor(armor_base32, armor_base32_read, text);
	check_armor(armor_base64, armor_base64_read, text);
	check_stream(text);
	return 0;
}
