#include "face/say/story.h"

#define LINES 24 /* what headline, axis and groups of the short form may take */
#define HEAD_LINES 2
#define WEIGHT_MOST 5

struct telling {
	struct arena *a;
	const struct count_board *board;
	bool all;
	struct str chief; /* whose belief the logic rows are by */
	bool *told;       /* claims whose words, or whose origin's own sum, a chosen group shows */
};

bool
story_clashes(const struct count_board *board, int32_t claim)
{
	for (size_t i = 0; i < board->clashes.real_count; i++) {
		const struct clash *clash = &board->clashes.real[i];
		for (size_t j = 0; j < clash->claim_count; j++) {
			if (clash->claims[j] == claim)
				return true;
		}
	}
	return false;
}

/* Figures that another one replaces, repeats or adds up are left to the long form. */
static bool
speaks(const struct telling *t, int32_t claim)
{
	enum standing_status status = standing_of(t->board->standing, claim)->status;

	return t->all ||
	    (status != STANDING_SUPERSEDED && status != STANDING_DERIVED &&
		status != STANDING_VARIANT);
}

static struct story_row *
row_add(struct story_group *g, struct story_row *rows, struct story_row row)
{
	rows[g->n_rows++] = row;
	g->rows = rows;
	return rows;
}

/* Does a row so far rest on the very same claims and say no less? */
static bool
is_shown(const struct story_group *g, const struct floor *f)
{
	for (size_t i = 0; i < g->n_rows; i++) {
		const struct story_row *row = &g->rows[i];
		bool same = row->n_claims == f->basis_count && row->low >= f->low;
		for (size_t j = 0; same && j < row->n_claims; j++)
			same = row->claims[j] == f->basis[j];
		if (same)
			return true;
	}
	return false;
}

/* One of the group's figures is of this origin: it needs no row for its own range. */
static bool
origin_shown(const struct telling *t, const struct story_group *g, int32_t origin)
{
	for (size_t i = 0; i < g->n_rows; i++) {
		if (t->board->world.claims[g->rows[i].claims[0]].origin == origin)
			return true;
	}
	return false;
}

/* Is the floor's one claim a figure for this very scope? */
static bool
of_the_group(const struct count_scope *scope, const struct floor *f)
{
	for (size_t i = 0; f->basis_count == 1 && i < scope->n_claims; i++) {
		if (scope->claims[i] == f->basis[0])
			return true;
	}
	return false;
}

static void
figures_add(const struct telling *t, struct story_group *g, struct story_row *rows)
{
	const struct count_scope *scope = g->scope;

	for (size_t i = 0; i < scope->n_claims; i++) {
		int32_t claim = scope->claims[i];
		int64_t low = t->board->claims.at[claim].reading.said.low;
		if (speaks(t, claim))
			row_add(g, rows,
			    (struct story_row){STORY_CLAIM, &scope->claims[i], 1, low, 0, NULL});
	}
	for (size_t i = 0; i < scope->n_own; i++) {
		const struct own *own = &scope->own[i];
		if (own->claim_count > 0 && !origin_shown(t, g, own->origin))
			row_add(g, rows,
			    (struct story_row){STORY_OWN, own->claims, own->claim_count,
				own->range.low, own->range.high, NULL});
	}
}

static void
floor_add(struct story_group *g, struct story_row *rows, const struct count_floor *f,
    enum story_kind kind)
{
	row_add(g, rows,
	    (struct story_row){kind, f->floor.basis, f->floor.basis_count, f->floor.low, 0, f});
}

/*
 * The long form has every belief. The short one has a side's floor where it rests
 * on figures that are not in the group, and logic where it says more than a row does.
 */
static void
floors_add(const struct telling *t, struct story_group *g, struct story_row *rows)
{
	bool full = t->all || g->scope->asked;

	for (size_t i = 0; i < g->scope->n_floors; i++) {
		const struct count_floor *f = &g->scope->floors[i];
		bool chief = str_eq(f->believe, t->chief);
		if (full)
			floor_add(g, rows, f, STORY_LOGIC);
		else if (!chief && f->floor.assumes == 0 && !is_shown(g, &f->floor) &&
		    !of_the_group(g->scope, &f->floor))
			floor_add(g, rows, f, STORY_FLOOR);
	}
	for (size_t i = 0; !full && i < g->scope->n_floors; i++) {
		const struct count_floor *f = &g->scope->floors[i];
		bool more = f->floor.assumes != 0 || !is_shown(g, &f->floor);
		if (str_eq(f->believe, t->chief) && more)
			floor_add(g, rows, f, STORY_LOGIC);
	}
}

static struct story_group
group_of(const struct telling *t, const struct count_scope *scope)
{
	struct story_group g = {.scope = scope};
	size_t most = scope->n_claims + scope->n_own + scope->n_floors;
	struct story_row *rows = ARENA_ARRAY(t->a, struct story_row, most + 1);

	figures_add(t, &g, rows);
	floors_add(t, &g, rows);
	return g;
}

static size_t
lines_of(const struct story_group *g)
{
	return 1 + (g->n_rows > 0 ? g->n_rows : 1);
}

/* Everybody, counted as the measure adds up, by a measure that bounds others: the main road. */
static bool
on_main_road(const struct telling *t, const struct count_scope *scope)
{
	const struct vocab *v = t->board->vocab;
	const struct vocab_measure *measure = &v->measures[scope->scope.measure];
	bool persons_too =
	    scope->scope.unit == WORLD_PERSONS && str_eq(measure->additive, STR("detentions"));

	return v->whos[scope->scope.who].parent == VOCAB_NONE && measure->bounds && !persons_too;
}

static bool
raised_by_assumption(const struct count_scope *scope)
{
	for (size_t i = 0; i < scope->n_floors; i++) {
		if (scope->floors[i].floor.assumes != 0)
			return true;
	}
	return false;
}

/* Rows of different sides or origins, one that is not known being one more. */
static size_t
voices(const struct telling *t, const struct story_group *g)
{
	size_t n = 0;

	for (size_t i = 0; i < g->n_rows; i++) {
		bool fresh = g->rows[i].kind != STORY_LOGIC;
		int32_t origin = t->board->world.claims[g->rows[i].claims[0]].origin;
		for (size_t j = 0; fresh && j < i; j++)
			fresh = origin == WORLD_NONE ||
			    t->board->world.claims[g->rows[j].claims[0]].origin != origin;
		n += fresh;
	}
	return n;
}

static bool
group_clashes(const struct telling *t, const struct story_group *g)
{
	for (size_t i = 0; i < g->n_rows; i++) {
		const struct story_row *row = &g->rows[i];
		for (size_t j = 0; j < row->n_claims; j++) {
			if (row->kind <= STORY_OWN && story_clashes(t->board, row->claims[j]))
				return true;
		}
	}
	return false;
}

/* Does it hold the people whom lists name? */
static bool
documents(const struct telling *t, const struct count_scope *scope)
{
	for (size_t i = 0; i < scope->n_claims; i++)
		if (t->board->claims.at[scope->claims[i]].documented != NULL)
			return true;
	return false;
}

static int
weight(const struct telling *t, const struct story_group *g, const struct count_scope *widest)
{
	if (g->scope->asked)
		return WEIGHT_MOST;
	if (g->scope == widest)
		return 4;
	if (documents(t, g->scope))
		return 3;
	if (!on_main_road(t, g->scope))
		return 0;
	if (group_clashes(t, g))
		return 3;
	if (raised_by_assumption(g->scope))
		return 2;
	return voices(t, g) > 1 ? 1 : 0;
}

/* Does the group show a figure's words, or an origin's own sum, that no chosen group shows yet? */
static bool
tells(const struct telling *t, const struct story_group *g, bool mark)
{
	bool news = false;

	for (size_t i = 0; i < g->n_rows; i++) {
		const struct story_row *row = &g->rows[i];
		bool words = row->kind <= STORY_OWN || row->n_claims == 1;
		for (size_t j = 0; words && j < row->n_claims; j++) {
			news = news || !t->told[row->claims[j]];
			t->told[row->claims[j]] = t->told[row->claims[j]] || mark;
		}
	}
	return news;
}

/* Everybody's when it was asked for, else the first one asked for. */
static struct str
chief_of(const struct count_board *board)
{
	struct str first = STR("all");

	for (size_t i = board->n_scopes; i-- > 0;)
		for (size_t j = board->scopes[i].n_floors; j-- > 0;) {
			first = board->scopes[i].floors[j].believe;
			if (str_eq(first, STR("all")))
				return first;
		}
	return first;
}

static const struct count_scope *
widest_of(const struct telling *t)
{
	const struct count_scope *widest = NULL;

	for (size_t i = 0; i < t->board->n_scopes; i++) {
		const struct count_scope *scope = &t->board->scopes[i];
		if (scope->n_claims > 0 && on_main_road(t, scope))
			widest = scope;
	}
	return widest != NULL ? widest : &t->board->scopes[t->board->n_scopes - 1];
}

/* Marks the groups of the short form: heaviest first, of those the widest first. */
static void
choose(const struct telling *t, const struct story_group *groups, const struct count_scope *widest,
    bool *chosen)
{
	size_t lines = HEAD_LINES, raised = 0;

	for (int want = WEIGHT_MOST; want > 0; want--) {
		for (size_t i = t->board->n_scopes; i-- > 0;) {
			const struct story_group *g = &groups[i];
			if (weight(t, g, widest) != want)
				continue;
			bool fits = lines + lines_of(g) <= LINES || want >= 4;
			bool news = want >= 4 || tells(t, g, false) || (want == 2 && raised == 0);
			if (!fits || !news)
				continue;
			tells(t, g, true);
			raised += want == 2;
			lines += lines_of(g);
			chosen[i] = true;
		}
	}
}

struct story
story_of(struct arena *a, const struct count_board *board, bool all)
{
	struct telling t = {
	    a, board, all, chief_of(board), ARENA_ARRAY(a, bool, board->claims.count)};
	struct story_group *groups = ARENA_ARRAY(a, struct story_group, board->n_scopes);
	bool *chosen = ARENA_ARRAY(a, bool, board->n_scopes);
	struct story story = {.groups = groups, .widest = widest_of(&t)};

	for (size_t i = 0; i < board->n_scopes; i++) {
		groups[i] = group_of(&t, &board->scopes[i]);
		chosen[i] = all;
	}
	if (!all)
		choose(&t, groups, story.widest, chosen);
	for (size_t i = 0; i < board->n_scopes; i++) {
		if (chosen[i])
			groups[story.n_groups++] = groups[i];
	}
	return story;
}
