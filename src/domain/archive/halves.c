#include "base/utf8.h"
#include "domain/archive/archive.h"
#include "kit/os/entropy.h"
#include "kit/seal/armor.h"

static struct str
armored(struct arena *a, const uint8_t *bytes, size_t n)
{
	struct buf *text = buf_on(a);

	armor_base64(text, bytes, n);
	return buf_str(text);
}

void
archive_split(struct arena *a, struct str text, struct str *one, struct str *other)
{
	uint8_t *pad = arena_alloc(a, text.n), *under = arena_alloc(a, text.n);

	entropy_fill(pad, text.n);
	for (size_t i = 0; i < text.n; i++)
		under[i] = pad[i] ^ (uint8_t)text.p[i];
	*one = armored(a, pad, text.n);
	*other = armored(a, under, text.n);
}

int
archive_join(struct arena *a, struct str one, struct str other, struct str *text, struct err *e)
{
	uint8_t *pad = arena_alloc(a, one.n), *under = arena_alloc(a, other.n);
	size_t n_pad, n_under;

	if (!armor_base64_read(one, pad, one.n, &n_pad) ||
	    !armor_base64_read(other, under, other.n, &n_under) || n_pad != n_under)
		return err_fail(e, ERR_INPUT, STR("archive.halves"));
	for (size_t i = 0; i < n_pad; i++)
		under[i] ^= pad[i];
	struct str joined = {(const char *)under, n_under};
	if (!utf8_valid(joined))
		return err_fail(e, ERR_INPUT, STR("archive.halves"));
	*text = joined;
	return 0;
}
