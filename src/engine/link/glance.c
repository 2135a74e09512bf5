#include "engine/link/glance.h"

#include <string.h>

#include "engine/link/hash.h"

#define NEAR_JARO 0.73  /* with the longest beginning in common this is just below GLANCE_NEAR */
#define INITIAL_BYTES 2 /* most sounds of an initial, which may begin the other's name */

/* A bit for each letter and digit; other bytes share the rest. */
static uint64_t
signs_of(struct str text)
{
	uint64_t signs = 0;

	for (size_t i = 0; i < text.n; i++) {
		unsigned char c = (unsigned char)text.p[i];
		unsigned bit = 36 + c % 28;
		if (c >= 'a' && c <= 'z')
			bit = (unsigned)c - 'a';
		else if (c >= '0' && c <= '9')
			bit = 26 + (unsigned)c - '0';
		signs |= UINT64_C(1) << bit;
	}
	return signs;
}

struct glance
glance_of(struct str text, const struct fields *f, const struct field_value *v)
{
	struct glance g = {.signs = signs_of(text), .bytes = (uint32_t)text.n};
	size_t whole = 0;

	for (size_t i = 0; i < v->n_words; i++) {
		if (intern_str(f->words, v->words[i]).n < GLANCE_WORD)
			continue;
		g.words |= UINT64_C(1) << hash_mix(v->words[i]) % GLANCE_BITS;
		whole++;
	}
	g.whole = whole == v->n_words && whole > 0;
	g.first = text.n > 0 ? (uint8_t)text.p[0] : 0;
	return g;
}

/* Can words of these lengths be near with that many letters in common? A bound of Jaro-Winkler. */
static bool
may_be_near(uint32_t x, uint32_t y, uint32_t most)
{
	double nx = x, ny = y, common = most;

	return most > 0 && (common / nx + common / ny + 1) / 3 >= NEAR_JARO;
}

void
glance_bounds_init(struct glance_bounds *b)
{
	memset(b, 0, sizeof(*b));
	for (uint32_t x = 0; x < GLANCE_LENGTHS; x++) {
		for (uint32_t y = 0; y < GLANCE_LENGTHS; y++) {
			while (x > 0 && y > 0 && !may_be_near(x, y, b->alike[x][y]))
				b->alike[x][y]++;
		}
	}
}

static unsigned
bits_of(uint64_t n)
{
	n -= n >> 1 & UINT64_C(0x5555555555555555);
	n = (n & UINT64_C(0x3333333333333333)) + (n >> 2 & UINT64_C(0x3333333333333333));
	n = (n + (n >> 4)) & UINT64_C(0x0f0f0f0f0f0f0f0f);
	return (unsigned)(n * UINT64_C(0x0101010101010101) >> 56);
}

/* Letters of x that have no like in y, at least. */
static unsigned
without_like(const struct glance *x, const struct glance *y)
{
	return bits_of(x->signs & ~y->signs);
}

/* Without a branch that hangs on the values, for it is asked of many. */
static inline bool
words_apart(const struct glance_bounds *b, const struct glance *x, const struct glance *y)
{
	bool close = (x->words & y->words) != 0, brief = x->bytes <= INITIAL_BYTES;
	uint32_t of_x = x->bytes - without_like(x, y), of_y = y->bytes - without_like(y, x);
	uint32_t most = of_x < of_y ? of_x : of_y;

	brief |= y->bytes <= INITIAL_BYTES;
	if (__builtin_expect(x->bytes >= GLANCE_LENGTHS || y->bytes >= GLANCE_LENGTHS, false))
		return !close && !brief && !may_be_near(x->bytes, y->bytes, most);
	return !close & !brief & (most < b->alike[x->bytes][y->bytes]);
}

bool
glance_words_apart(const struct glance_bounds *b, const struct glance *x, const struct glance *y)
{
	return words_apart(b, x, y);
}

void
glance_words_lot(const struct glance_bounds *b, const struct glance *x, const struct glance *others,
    size_t n, bool *apart)
{
	for (size_t i = 0; i < n; i++)
		apart[i] = words_apart(b, x, &others[i]);
}

bool
glance_codes_apart(const struct glance *x, const struct glance *y)
{
	unsigned most =
	    without_like(x, y) > without_like(y, x) ? without_like(x, y) : without_like(y, x);

	return most > 1 && most * 4 > (x->bytes < y->bytes ? x->bytes : y->bytes) &&
	    x->first != y->first;
}
