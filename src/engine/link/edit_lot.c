#include "engine/link/edit_lot.h"

#include <assert.h>
#include <string.h>

#include "engine/link/edit.h"

/* What Jaro-Winkler is made of, of each text: partners, those in another order, beginning. */
struct matched {
	_Alignas(64) uint8_t count[EDIT_LOT];
	_Alignas(64) uint8_t moved[EDIT_LOT];
	_Alignas(64) uint8_t prefix[EDIT_LOT];
};

#define LANES 8
#define NAME(what) what##_128
#define TARGET
#include "engine/link/edit_lanes.def"
#undef LANES
#undef NAME
#undef TARGET

/* The one place outside kit/os that asks what machine this is: instructions are no system call. */
#if defined(__x86_64__)
#define LANES 16
#define NAME(what) what##_256
#define TARGET __attribute__((target("avx2")))
#include "engine/link/edit_lanes.def"
#undef LANES
#undef NAME
#undef TARGET

#define LANES 32
#define NAME(what) what##_512
#define TARGET __attribute__((target("avx512bw,avx512vl")))
#include "engine/link/edit_lanes.def"
#undef LANES
#undef NAME
#undef TARGET

enum edit_lanes
edit_lanes_here(void)
{
	if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl"))
		return EDIT_LANES_512;
	return __builtin_cpu_supports("avx2") ? EDIT_LANES_256 : EDIT_LANES_128;
}
#else
#define osa_256 osa_128
#define osa_512 osa_128
#define match_256 match_128
#define match_512 match_128

enum edit_lanes
edit_lanes_here(void)
{
	return EDIT_LANES_128;
}
#endif

typedef void osa_way(
    const struct edit_lot *lot, const struct edit_short *x, size_t first, uint8_t *out);
typedef void match_way(
    const struct edit_lot *lot, const struct edit_short *x, size_t first, struct matched *out);

static const struct way {
	size_t texts; /* at a time */
	osa_way *osa;
	match_way *match;
} ways[EDIT_LANES_COUNT] = {
    [EDIT_LANES_128] = {16, osa_128, match_128},
    [EDIT_LANES_256] = {32, osa_256, match_256},
    [EDIT_LANES_512] = {64, osa_512, match_512},
};

void
edit_lot_init(struct edit_lot *lot, enum edit_lanes lanes)
{
	assert(lanes <= edit_lanes_here());
	memset(lot, 0, sizeof(*lot));
	lot->lanes = lanes;
	for (int i = 0; i <= EDIT_SHORT; i++)
		for (int k = 1; k <= EDIT_SHORT; k++)
			lot->share[i][k] = (double)i / (double)k;
}

bool
edit_short_of(struct str text, struct edit_short *out)
{
	if (text.n > EDIT_SHORT)
		return false;
	memset(out, 0, sizeof(*out));
	memcpy(out->at, text.p, text.n);
	out->n = (uint32_t)text.n;
	return true;
}

typedef uint8_t sixteen __attribute__((vector_size(16)));

/* 16 texts of 16 bytes as 16 times the bytes of one place: four times, the halves of the rows are
 * laced into each other. */
static void
turn(sixteen rows[16])
{
	sixteen laced[16];

	for (int round = 0; round < 4; round++) {
		for (size_t i = 0; i < 8; i++) {
			laced[2 * i] = __builtin_shufflevector(rows[i], rows[i + 8], 0, 16, 1, 17,
			    2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
			laced[2 * i + 1] = __builtin_shufflevector(rows[i], rows[i + 8], 8, 24, 9,
			    25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
		}
		memcpy(rows, laced, sizeof(laced));
	}
}

void
edit_lot_fill(struct edit_lot *lot, const struct edit_short *texts, size_t count)
{
	assert(count <= EDIT_LOT);
	lot->count = count;
	lot->longest = 0;
	memset(lot->n, 0, sizeof(lot->n));
	for (size_t first = 0; first < count; first += 16) {
		sixteen rows[16] = {{0}};
		for (size_t i = 0; i < 16 && first + i < count; i++) {
			const struct edit_short *text = &texts[first + i];
			memcpy(&rows[i], text->at, sizeof(rows[i]));
			lot->n[first + i] = (uint8_t)text->n;
			lot->longest = text->n > lot->longest ? text->n : lot->longest;
		}
		turn(rows);
		for (size_t k = 0; k < EDIT_SHORT; k++)
			memcpy(lot->at[k] + first, &rows[k], sizeof(rows[k]));
	}
}

void
edit_lot_jaro_winkler(const struct edit_lot *lot, const struct edit_short *x, double *out)
{
	const struct way *way = &ways[lot->lanes];
	struct matched m;

	for (size_t first = 0; first < lot->count && x->n > 0; first += way->texts)
		way->match(lot, x, first, &m);
	for (size_t i = 0; i < lot->count; i++) {
		if (x->n == 0 || lot->n[i] == 0) {
			out[i] = x->n == lot->n[i] ? 1 : 0;
			continue;
		}
		if (m.count[i] == 0) {
			out[i] = 0;
			continue;
		}
		int count = m.count[i], moved = m.moved[i] / 2;
		double jaro = (lot->share[count][x->n] + lot->share[count][lot->n[i]] +
				  lot->share[count - moved][count]) /
		    3;
		out[i] = edit_winkler(jaro, m.prefix[i]);
	}
}

void
edit_lot_osa(const struct edit_lot *lot, const struct edit_short *x, uint8_t *out)
{
	const struct way *way = &ways[lot->lanes];
	_Alignas(64) uint8_t distance[EDIT_LOT];

	if (x->n == 0) {
		memcpy(out, lot->n, lot->count);
		return;
	}
	for (size_t first = 0; first < lot->count; first += way->texts)
		way->osa(lot, x, first, distance);
	memcpy(out, distance, lot->count);
}
