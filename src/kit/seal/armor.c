#include "kit/seal/armor.h"

#include <assert.h>
#include <string.h>

static const char hex_alphabet[] = "0123456789abcdef";
static const char base32_alphabet[] = "abcdefghijklmnopqrstuvwxyz234567";
static const char base64_alphabet[] =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/* Three bytes in base64: half of a log is written in it. */
static void
four_digits(const uint8_t p[3], const char *alphabet, char to[4])
{
	uint32_t three = (uint32_t)p[0] << 16 | (uint32_t)p[1] << 8 | p[2];

	to[0] = alphabet[three >> 18];
	to[1] = alphabet[three >> 12 & 63];
	to[2] = alphabet[three >> 6 & 63];
	to[3] = alphabet[three & 63];
}

/* Digits of bits bits each, most significant first; the last is filled up with zero bits. */
static void
write_digits(struct buf *out, const uint8_t *p, size_t n, const char *alphabet, unsigned bits)
{
	size_t digits = n / bits * 8 + (n % bits * 8 + bits - 1) / bits;
	char *to = buf_room(out, digits);
	uint32_t window = 0;
	unsigned held = 0;
	size_t i = 0;

	for (; bits == 6 && i + 3 <= n; i += 3, to += 4)
		four_digits(p + i, alphabet, to);
	for (; i < n; i++) {
		window = (window << 8 | p[i]) & 0xFFFF;
		held += 8;
		while (held >= bits) {
			held -= bits;
			*to++ = alphabet[(window >> held) & ((1u << bits) - 1)];
		}
	}
	if (held > 0)
		*to = alphabet[(window << (bits - held)) & ((1u << bits) - 1)];
	buf_added(out, digits);
}

#define NO_DIGIT 0xFF

/* The same back: the digits before the first that is none, four at a time. */
static size_t
read_fours(struct str text, const uint8_t *values, uint8_t *room)
{
	size_t i = 0;

	for (; i + 4 <= text.n; i += 4, room += 3) {
		const uint8_t *p = (const uint8_t *)text.p + i;
		uint8_t a = values[p[0]], b = values[p[1]], c = values[p[2]], d = values[p[3]];
		if (((a | b | c | d) & 0x80) != 0)
			break;
		room[0] = (uint8_t)(a << 2 | b >> 4);
		room[1] = (uint8_t)(b << 4 | c >> 2);
		room[2] = (uint8_t)(c << 6 | d);
	}
	return i;
}

/* Refuses spare bits that are not zero and digits that carry no whole byte. */
static bool
read_digits(struct str text, const char *alphabet, unsigned bits, uint8_t *room, size_t *n)
{
	uint8_t values[256];
	uint32_t window = 0;
	unsigned held = 0;
	size_t done = 0, i = 0;

	memset(values, NO_DIGIT, sizeof values);
	for (unsigned v = 0; v < 1u << bits; v++)
		values[(unsigned char)alphabet[v]] = (uint8_t)v;
	if (bits == 6) {
		i = read_fours(text, values, room);
		done = i / 4 * 3;
	}
	for (; i < text.n; i++) {
		uint8_t value = values[(unsigned char)text.p[i]];
		if (value == NO_DIGIT)
			return false;
		window = (window << bits | value) & 0xFFFF;
		held += bits;
		if (held >= 8) {
			held -= 8;
			room[done++] = (uint8_t)(window >> held);
		}
	}
	if (held >= bits || (window & ((1u << held) - 1)) != 0)
		return false;
	*n = done;
	return true;
}

void
armor_hex(struct buf *out, const void *bytes, size_t n)
{
	write_digits(out, bytes, n, hex_alphabet, 4);
}

void
armor_base32(struct buf *out, const void *bytes, size_t n)
{
	write_digits(out, bytes, n, base32_alphabet, 5);
}

void
armor_base64(struct buf *out, const void *bytes, size_t n)
{
	static const struct str padding[3] = {STR_INIT(""), STR_INIT("=="), STR_INIT("=")};

	write_digits(out, bytes, n, base64_alphabet, 6);
	buf_put(out, padding[n % 3]);
}

static bool
fits(size_t digits, unsigned bits, size_t size)
{
	return digits <= SIZE_MAX / 8 && digits * bits / 8 <= size;
}

bool
armor_hex_read(struct str text, void *room, size_t size, size_t *n)
{
	return fits(text.n, 4, size) && read_digits(text, hex_alphabet, 4, room, n);
}

bool
armor_base32_read(struct str text, void *room, size_t size, size_t *n)
{
	return fits(text.n, 5, size) && read_digits(text, base32_alphabet, 5, room, n);
}

bool
armor_base64_read(struct str text, void *room, size_t size, size_t *n)
{
	if (text.n % 4 != 0)
		return false;
	for (int i = 0; i < 2 && str_ends(text, STR("=")); i++)
		text.n--;
	return fits(text.n, 6, size) && read_digits(text, base64_alphabet, 6, room, n);
}
