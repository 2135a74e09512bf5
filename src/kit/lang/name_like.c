#include "kit/lang/name_like.h"

#include <string.h>

#define SOUNDS 48
#define OTHER_SOUND 100 /* cost of a different letter */
#define OTHER_VOWEL 60
#define OTHER_FIRST 60 /* more when it is the first letter and no drift */
#define PAIRED 0.6     /* below this two parts differ */
#define JOINED 0.9     /* from here on two parts are one that the other name writes together */

static const unsigned char drift[26][26] = {
#define NAME_DRIFT(x, y, cost, example)                                                            \
	[(x) - 'a'][(y) - 'a'] = (cost), [(y) - 'a'][(x) - 'a'] = (cost),
#define NAME_DROP(x, cost, example)
#include "kit/lang/name_drift.def"
#undef NAME_DRIFT
#undef NAME_DROP
};

static const unsigned char drop[26] = {
#define NAME_DRIFT(x, y, cost, example)
#define NAME_DROP(x, cost, example) [(x) - 'a'] = (cost),
#include "kit/lang/name_drift.def"
#undef NAME_DRIFT
#undef NAME_DROP
};

static const double role_weight[NAME_ROLE_COUNT] = {
    [NAME_GIVEN] = 1, [NAME_FAMILY] = 1, [NAME_PATRONYMIC] = 0.6, [NAME_OTHER] = 0.8};

/* What a part that only one name has takes away. */
static const double missing_weight[NAME_ROLE_COUNT] = {
    [NAME_GIVEN] = 0.25, [NAME_FAMILY] = 0.25, [NAME_PATRONYMIC] = 0.05, [NAME_OTHER] = 0.15};

struct pairing {
	struct arena *a;
	const struct name_part *x, *y;
	size_t nx, ny;
	double like[NAME_PARTS][NAME_PARTS];
	enum name_like_way way[NAME_PARTS][NAME_PARTS];
	int partner[NAME_PARTS]; /* of each part of x, -1: none */
};

struct str
name_like_word(enum name_like_way way)
{
	static const struct str words[] = {
#define X(name, word) STR_INIT(word),
	    NAME_LIKE_WAYS(X)
#undef X
	};
	return words[way];
}

static bool
is_sound(char c)
{
	return c >= 'a' && c <= 'z';
}

static bool
is_vowel(char c)
{
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

static int
cost_of_change(char x, char y)
{
	if (x == y)
		return 0;
	if (!is_sound(x) || !is_sound(y))
		return OTHER_SOUND;
	if (drift[x - 'a'][y - 'a'] > 0)
		return drift[x - 'a'][y - 'a'];
	return is_vowel(x) && is_vowel(y) ? OTHER_VOWEL : OTHER_SOUND;
}

static int
cost_of_drop(char c)
{
	return is_sound(c) && drop[c - 'a'] > 0 ? drop[c - 'a'] : OTHER_SOUND;
}

static int
least(int x, int y)
{
	return x < y ? x : y;
}

/* Weighted edit distance, neighbours that changed places as one drop. */
static int
cost_of_way(struct str x, struct str y)
{
	int rows[3][SOUNDS + 1];

	rows[0][0] = 0;
	for (size_t j = 0; j < y.n; j++)
		rows[0][j + 1] = rows[0][j] + cost_of_drop(y.p[j]);
	for (size_t i = 0; i < x.n; i++) {
		const int *above = rows[i % 3], *before = rows[(i + 2) % 3];
		int *row = rows[(i + 1) % 3];
		row[0] = above[0] + cost_of_drop(x.p[i]);
		for (size_t j = 0; j < y.n; j++) {
			int change = cost_of_change(x.p[i], y.p[j]);
			int first = i == 0 && j == 0 && change >= OTHER_VOWEL ? OTHER_FIRST : 0;
			row[j + 1] = least(above[j] + change + first,
			    least(above[j + 1] + cost_of_drop(x.p[i]),
				row[j] + cost_of_drop(y.p[j])));
			if (i > 0 && j > 0 && x.p[i] == y.p[j - 1] && x.p[i - 1] == y.p[j])
				row[j + 1] = least(row[j + 1], before[j - 1] + OTHER_SOUND);
		}
	}
	return rows[x.n % 3][y.n];
}

double
name_like_sounds(struct str x, struct str y)
{
	x = str_sub(x, 0, SOUNDS);
	y = str_sub(y, 0, SOUNDS);
	size_t longer = x.n > y.n ? x.n : y.n;
	if (longer == 0)
		return 0;
	double like = 1 - (double)cost_of_way(x, y) / (OTHER_SOUND * (double)longer);
	return like > 0 ? like : 0;
}

/* May stems stand for these parts: both say a family or a father? */
static bool
stems_count(const struct name_part *x, const struct name_part *y)
{
	return x->role != NAME_GIVEN && y->role != NAME_GIVEN && x->stem.n > 2 && y->stem.n > 2;
}

static double
likeness(const struct name_part *x, const struct name_part *y, enum name_like_way *way)
{
	if (x->initial || y->initial) {
		bool same = (x->initial && name_may_begin(x->sound, y->sound)) ||
		    (y->initial && name_may_begin(y->sound, x->sound));
		*way = same ? NAME_LIKE_INITIAL : NAME_LIKE_DIFFERENT;
		return same ? 0.9 : 0;
	}
	*way = str_eq(x->text, y->text) ? NAME_LIKE_SAME : NAME_LIKE_SOUND;
	double like = name_like_sounds(x->sound, y->sound);
	if (like < 1 && stems_count(x, y)) {
		double stems = name_like_sounds(x->stem, y->stem);
		if (stems >= 1)
			*way = NAME_LIKE_STEM;
		like = stems > like ? stems : like;
	}
	if (like < 1)
		*way = like < PAIRED ? NAME_LIKE_DIFFERENT : NAME_LIKE_CLOSE;
	return like;
}

/* Parts that the other name writes as one ("Касым Жомарт", "Касымжомарт") become one. */
static size_t
parts_join(struct arena *a, struct name_part *parts, size_t count, const struct name *other)
{
	for (size_t i = 0; i + 1 < count; i++) {
		if (parts[i].initial || parts[i + 1].initial)
			continue;
		struct str both =
		    arena_fmt(a, "%.*s%.*s", STR_ARG(parts[i].sound), STR_ARG(parts[i + 1].sound));
		for (size_t k = 0; k < other->count; k++) {
			if (name_like_sounds(both, other->parts[k].sound) < JOINED)
				continue;
			parts[i].said.n =
			    (size_t)(parts[i + 1].said.p + parts[i + 1].said.n - parts[i].said.p);
			parts[i].sound = both;
			parts[i].stem = both;
			memmove(&parts[i + 1], &parts[i + 2], (count - i - 2) * sizeof(*parts));
			return count - 1;
		}
	}
	return count;
}

/* What a pair adds: likeness by weight, a little less where the roles differ. */
static double
pair_value(const struct pairing *p, size_t i, size_t k)
{
	double value = p->like[i][k] < PAIRED ? p->like[i][k] / 4 : p->like[i][k];

	return p->x[i].role == p->y[k].role ? value + 0.1 : value;
}

/* The best assignment of parts from i on to those of y that are not in taken; NAME_PARTS is small.
 */
static double
assign(struct pairing *p, size_t i, unsigned taken, double *best, int *partner)
{
	if (i == p->nx)
		return 0;
	size_t slot = (i << NAME_PARTS) | taken;
	if (best[slot] >= 0)
		return best[slot];
	best[slot] = assign(p, i + 1, taken, best, partner);
	partner[slot] = -1;
	for (size_t k = 0; k < p->ny; k++) {
		if ((taken >> k & 1) != 0)
			continue;
		double value =
		    pair_value(p, i, k) + assign(p, i + 1, taken | 1u << k, best, partner);
		if (value > best[slot]) {
			best[slot] = value;
			partner[slot] = (int)k;
		}
	}
	return best[slot];
}

static void
partners_find(struct pairing *p)
{
	size_t slots = p->nx << NAME_PARTS;
	double *best = ARENA_ARRAY(p->a, double, slots);
	int *partner = ARENA_ARRAY(p->a, int, slots);
	unsigned taken = 0;

	for (size_t i = 0; i < slots; i++)
		best[i] = -1;
	for (size_t i = 0; i < p->nx; i++)
		for (size_t k = 0; k < p->ny; k++)
			p->like[i][k] = likeness(&p->x[i], &p->y[k], &p->way[i][k]);
	assign(p, 0, 0, best, partner);
	for (size_t i = 0; i < p->nx; i++) {
		p->partner[i] = partner[(i << NAME_PARTS) | taken];
		if (p->partner[i] >= 0)
			taken |= 1u << p->partner[i];
	}
}

static double
pair_weight(const struct name_part *x, const struct name_part *y)
{
	double wx = role_weight[x->role], wy = role_weight[y->role];

	if (x->initial || y->initial)
		return 0.4;
	return wx < wy ? wx : wy;
}

static struct name_like
verdict(const struct pairing *p)
{
	struct name_like_reason *reasons =
	    ARENA_ARRAY(p->a, struct name_like_reason, p->nx + p->ny + 1);
	struct name_like out = {0, p->nx > 0 && p->ny > 0, reasons, 0};
	double sum = 0, weights = 0;
	unsigned taken = 0;

	for (size_t i = 0; i < p->nx; i++) {
		int k = p->partner[i];
		struct name_like_reason *why = &reasons[out.count++];
		*why = (struct name_like_reason){
		    NAME_LIKE_MISSING, p->x[i].role, p->x[i].said, STR(""), 0};
		if (k < 0) {
			weights += missing_weight[p->x[i].role];
			continue;
		}
		taken |= 1u << k;
		why->second = p->y[k].said;
		why->way = p->way[i][k];
		why->likeness = p->like[i][k];
		double weight = pair_weight(&p->x[i], &p->y[k]);
		weights += weight;
		sum += why->way == NAME_LIKE_DIFFERENT ? 0 : weight * why->likeness;
		out.compatible = out.compatible && why->way != NAME_LIKE_DIFFERENT;
	}
	for (size_t k = 0; k < p->ny; k++) {
		if ((taken >> k & 1) != 0)
			continue;
		weights += missing_weight[p->y[k].role];
		reasons[out.count++] = (struct name_like_reason){
		    NAME_LIKE_MISSING, p->y[k].role, STR(""), p->y[k].said, 0};
	}
	out.score = weights > 0 ? sum / weights : 0;
	out.compatible = out.compatible && out.score >= NAME_LIKE_COMPATIBLE;
	return out;
}

struct name_like
name_like(struct arena *a, const struct name *x, const struct name *y)
{
	struct name_part *xs = ARENA_ARRAY(a, struct name_part, NAME_PARTS);
	struct name_part *ys = ARENA_ARRAY(a, struct name_part, NAME_PARTS);

	memcpy(xs, x->parts, x->count * sizeof(*xs));
	memcpy(ys, y->parts, y->count * sizeof(*ys));
	struct pairing p = {.a = a, .x = xs, .y = ys, .nx = x->count, .ny = y->count};
	p.nx = parts_join(a, xs, p.nx, y);
	p.ny = parts_join(a, ys, p.ny, x);
	partners_find(&p);
	return verdict(&p);
}
