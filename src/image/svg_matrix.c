#include "image/svg_matrix.h"

#include <math.h>
#include <string.h>

#include "image/svg_number.h"

enum { NUMBERS_MOST = 6 };

static const double degree = 0.017453292519943295;	/* M_PI is not in C */

struct svg_point svg_matrix_apply(const struct svg_matrix *m, struct svg_point at)
{
	return (struct svg_point){ m->a * at.x + m->c * at.y + m->e,
		m->b * at.x + m->d * at.y + m->f };
}

static void multiply(struct svg_matrix *m, const struct svg_matrix *by)
{
	struct svg_matrix product = {
		m->a * by->a + m->c * by->b, m->b * by->a + m->d * by->b,
		m->a * by->c + m->c * by->d, m->b * by->c + m->d * by->d,
		m->a * by->e + m->c * by->f + m->e, m->b * by->e + m->d * by->f + m->f,
	};

	*m = product;
}

static struct svg_matrix make_matrix(const double *n)
{
	return (struct svg_matrix){ n[0], n[1], n[2], n[3], n[4], n[5] };
}

static struct svg_matrix make_translation(const double *n)
{
	return (struct svg_matrix){ 1, 0, 0, 1, n[0], n[1] };
}

static struct svg_matrix make_even_scale(const double *n)
{
	return (struct svg_matrix){ n[0], 0, 0, n[0], 0, 0 };
}

static struct svg_matrix make_scale(const double *n)
{
	return (struct svg_matrix){ n[0], 0, 0, n[1], 0, 0 };
}

/* About the point n[1], n[2], which is 0, 0 where it is not given. */
static struct svg_matrix make_rotation(const double *n)
{
	double sine = sin(n[0] * degree), cosine = cos(n[0] * degree);

	return (struct svg_matrix){ cosine, sine, -sine, cosine,
		n[1] - cosine * n[1] + sine * n[2], n[2] - sine * n[1] - cosine * n[2] };
}

static struct svg_matrix make_skew_x(const double *n)
{
	return (struct svg_matrix){ 1, 0, tan(n[0] * degree), 1, 0, 0 };
}

static struct svg_matrix make_skew_y(const double *n)
{
	return (struct svg_matrix){ 1, tan(n[0] * degree), 0, 1, 0, 0 };
}

/* By how many numbers stand in the parentheses. */
static const struct {
	const char *name;
	int numbers;
	struct svg_matrix (*make)(const double *);
} functions[] = {
	{ "matrix", 6, make_matrix },
	{ "translate", 2, make_translation }, { "translate", 1, make_translation },
	{ "scale", 2, make_scale }, { "scale", 1, make_even_scale },
	{ "rotate", 3, make_rotation }, { "rotate", 1, make_rotation },
	{ "skewX", 1, make_skew_x }, { "skewY", 1, make_skew_y },
};

static bool apply(struct svg_matrix *matrix, const char *name, size_t n_name,
	const double *numbers, int n)
{
	for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
		if (functions[i].numbers == n && strlen(functions[i].name) == n_name
				&& !strncmp(functions[i].name, name, n_name)) {
			struct svg_matrix made = functions[i].make(numbers);

			multiply(matrix, &made);
			return true;
		}
	return false;
}

/* One function of the list; *at moves past it. */
static bool take_function(struct svg_matrix *matrix, const char **at)
{
	const char *white = " \t\r\n\f", *name = *at;
	size_t n_name = strcspn(name, " \t\r\n\f(");
	double numbers[NUMBERS_MOST + 1] = { 0 };
	int n = 0;

	*at = name + n_name + strspn(name + n_name, white);
	if (*(*at)++ != '(')
		return false;
	while (n <= NUMBERS_MOST && svg_number_next(at, &numbers[n]))
		n++;
	*at += strspn(*at, white);
	if (*(*at)++ != ')')
		return false;
	*at += strspn(*at, " \t\r\n\f,");
	return apply(matrix, name, n_name, numbers, n);
}

bool svg_matrix_transform(struct svg_matrix *matrix, const char *transform)
{
	const char *at = transform + strspn(transform, " \t\r\n\f");

	while (*at)
		if (!take_function(matrix, &at))
			return false;
	return true;
}

double svg_matrix_scale(const struct svg_matrix *m)
{
	double x = hypot(m->a, m->b), y = hypot(m->c, m->d), slack = 1e-4 * (x + y);

	if (fabs(x - y) > slack || fabs(m->a * m->c + m->b * m->d) > slack * (x + y))
		return -1;
	return (x + y) / 2;
}
