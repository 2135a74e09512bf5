#include "kit/lp/lp.h"

#include <assert.h>
#include <lpsolve/lp_lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define NEAR 1e-3 /* of 1/q: a multiple this close is taken for the value meant */
#define FAR 1e-9  /* of the value itself, where it is large */

static bool
objective(lprec *m, const struct lp *p, double *values, int *columns)
{
	for (size_t v = 0; v < p->vars; v++) {
		values[v] = p->cost[v];
		columns[v] = (int)v + 1;
	}
	return set_obj_fnex(m, (int)p->vars, values, columns);
}

static bool
constraints(lprec *m, const struct lp *p, double *values, int *columns)
{
	for (size_t r = 0; r < p->row_count; r++) {
		const struct lp_row *row = &p->rows[r];
		for (size_t i = 0; i < row->count; i++) {
			values[i] = row->coefs[i];
			columns[i] = row->vars[i] + 1;
		}
		int sense = row->sense == LP_AT_LEAST ? GE : LE;
		if (!add_constraintex(m, (int)row->count, values, columns, sense, (double)row->rhs))
			return false;
	}
	return true;
}

static bool
fill(lprec *m, const struct lp *p)
{
	double *values = calloc(p->vars + 1, sizeof(*values));
	int *columns = calloc(p->vars + 1, sizeof(*columns));
	bool ok = values != NULL && columns != NULL;

	ok = ok && set_add_rowmode(m, TRUE);
	ok = ok && objective(m, p, values, columns) && constraints(m, p, values, columns);
	ok = ok && set_add_rowmode(m, FALSE);
	free(values);
	free(columns);
	return ok;
}

static void
configure(lprec *m, enum lp_way way)
{
	set_verbose(m, NEUTRAL);
	set_presolve(m, PRESOLVE_DUALS, get_presolveloops(m));
	if (way == LP_PRIMAL) {
		set_scaling(m, SCALE_NONE);
		set_simplextype(m, SIMPLEX_PRIMAL_PRIMAL);
		set_pivoting(m, PRICER_DANTZIG | PRICE_ADAPTIVE);
	}
}

static bool
answer(lprec *m, const struct lp *p, double *x, double *y)
{
	if (x != NULL && !get_variables(m, x))
		return false;
	if (y == NULL)
		return true;
	double *duals;
	if (!get_ptr_sensitivity_rhs(m, &duals, NULL, NULL))
		return false;
	memcpy(y, duals, p->row_count * sizeof(*y));
	return true;
}

enum lp_status
lp_least(const struct lp *p, enum lp_way way, double *x, double *y)
{
	assert(p->vars < INT32_MAX - 1 && p->row_count < INT32_MAX - 1);
	lprec *m = make_lp(0, (int)p->vars);
	if (m == NULL)
		return LP_FAILED;
	configure(m, way);

	enum lp_status status = LP_FAILED;
	if (fill(m, p)) {
		switch (solve(m)) {
		case OPTIMAL:
		case PRESOLVED:
			status = answer(m, p, x, y) ? LP_SOLVED : LP_FAILED;
			break;
		case INFEASIBLE:
			status = LP_INFEASIBLE;
			break;
		case UNBOUNDED:
			status = LP_UNBOUNDED;
			break;
		default:
			break;
		}
	}
	delete_lp(m);
	return status;
}

bool
lp_snap(const double *values, size_t n, int64_t q, int64_t *out)
{
	for (size_t i = 0; i < n; i++) {
		double scaled = values[i] * (double)q, near = nearbyint(scaled);
		if (!(fabs(near) < 0x1p53) || !(fabs(scaled - near) <= NEAR + FAR * fabs(scaled)))
			return false;
		out[i] = (int64_t)near;
	}
	return true;
}
