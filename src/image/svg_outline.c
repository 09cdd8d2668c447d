#include "image/svg_outline.h"

#include <math.h>
#include <string.h>

#include "image/svg_number.h"

/* What takes control points from a quarter's ends, in radii: within 0.03 % of a circle. */
static const double kappa = 0.5522847498307936;

static const double half_turn = 3.141592653589793;

static struct segment *add(struct svg_outline *outline, enum path_step step)
{
	struct segment *segment = list_add(outline->arena, &outline->segments);

	segment->step = step;
	return segment;
}

static length to_length(struct svg_outline *outline, double value)
{
	if (value >= -LENGTH_MAX && value <= LENGTH_MAX)
		return (length)lround(value);
	outline->is_far = true;
	return 0;
}

static struct point to_point(struct svg_outline *outline, struct svg_point at)
{
	struct svg_point moved = svg_matrix_apply(&outline->matrix, at);

	return (struct point){ to_length(outline, moved.x), to_length(outline, moved.y) };
}

void svg_outline_move(struct svg_outline *outline, struct svg_point to)
{
	add(outline, STEP_MOVE)->at[0] = to_point(outline, to);
}

void svg_outline_line(struct svg_outline *outline, struct svg_point to)
{
	add(outline, STEP_LINE)->at[0] = to_point(outline, to);
}

static void add_curve(struct svg_outline *outline, const struct svg_point at[3])
{
	struct segment *segment = add(outline, STEP_CURVE);

	for (int i = 0; i < 3; i++)
		segment->at[i] = to_point(outline, at[i]);
}

void svg_outline_close(struct svg_outline *outline)
{
	add(outline, STEP_CLOSE);
}

/* From the last point to one quarter of an ellipse further; the corner lies outside it. */
static void add_quarter(struct svg_outline *outline, struct svg_point from, struct svg_point corner,
	struct svg_point to)
{
	add_curve(outline, (struct svg_point[]){
		{ from.x + kappa * (corner.x - from.x), from.y + kappa * (corner.y - from.y) },
		{ to.x + kappa * (corner.x - to.x), to.y + kappa * (corner.y - to.y) }, to });
}

static void add_corners(struct svg_outline *outline, struct svg_point at, struct svg_point size,
	struct svg_point r)
{
	double right = at.x + size.x, foot = at.y + size.y;
	/* on the way round: where a corner begins, itself, where it ends */
	const struct svg_point corners[4][3] = {
		{ { right - r.x, at.y }, { right, at.y }, { right, at.y + r.y } },
		{ { right, foot - r.y }, { right, foot }, { right - r.x, foot } },
		{ { at.x + r.x, foot }, { at.x, foot }, { at.x, foot - r.y } },
		{ { at.x, at.y + r.y }, at, { at.x + r.x, at.y } },
	};

	for (int i = 0; i < 4; i++) {
		bool lies = i % 2 == 0, is_round = r.x > 0;

		/* the last side of sharp corners is what closes the outline */
		if ((lies ? size.x - 2 * r.x : size.y - 2 * r.y) > 0 && (i < 3 || is_round))
			svg_outline_line(outline, corners[i][0]);
		if (is_round)
			add_quarter(outline, corners[i][0], corners[i][1], corners[i][2]);
	}
}

void svg_outline_rect(struct svg_outline *outline, struct svg_point at, struct svg_point size,
	struct svg_point radius)
{
	struct svg_point r = { fmin(radius.x, size.x / 2), fmin(radius.y, size.y / 2) };

	if (r.x <= 0 || r.y <= 0)
		r = (struct svg_point){ 0, 0 };
	svg_outline_move(outline, (struct svg_point){ at.x + r.x, at.y });
	add_corners(outline, at, size, r);
	svg_outline_close(outline);
}

void svg_outline_ellipse(struct svg_outline *outline, struct svg_point middle,
	struct svg_point radius)
{
	svg_outline_rect(outline, (struct svg_point){ middle.x - radius.x, middle.y - radius.y },
		(struct svg_point){ 2 * radius.x, 2 * radius.y }, radius);
}

/* Where a path's data have come to. */
struct pen {
	struct svg_outline *outline;
	struct svg_point at, start;	/* start: of the subpath */
	struct svg_point control;	/* the last curve's second, or at */
	char curve;			/* the last command, where control is one's: C or Q */
	bool relative;
};

/* The i-th pair of numbers as a point. */
static struct svg_point point_of(const struct pen *pen, const double *n, int i)
{
	struct svg_point from = pen->relative ? pen->at : (struct svg_point){ 0, 0 };

	return (struct svg_point){ from.x + n[2 * i], from.y + n[2 * i + 1] };
}

static void move(struct pen *pen, const double *n)
{
	pen->at = pen->start = point_of(pen, n, 0);
	svg_outline_move(pen->outline, pen->at);
}

static void draw_line(struct pen *pen, const double *n)
{
	pen->at = point_of(pen, n, 0);
	svg_outline_line(pen->outline, pen->at);
}

static void draw_across(struct pen *pen, const double *n)
{
	pen->at.x = n[0] + (pen->relative ? pen->at.x : 0);
	svg_outline_line(pen->outline, pen->at);
}

static void draw_down(struct pen *pen, const double *n)
{
	pen->at.y = n[0] + (pen->relative ? pen->at.y : 0);
	svg_outline_line(pen->outline, pen->at);
}

static void draw_curve(struct pen *pen, const struct svg_point at[3])
{
	add_curve(pen->outline, at);
	pen->control = at[1];
	pen->at = at[2];
	pen->curve = 'C';
}

/* The last curve's control point on the other side, if it was of the kind. */
static struct svg_point mirrored(const struct pen *pen, char curve)
{
	if (pen->curve != curve)
		return pen->at;
	return (struct svg_point){ 2 * pen->at.x - pen->control.x,
		2 * pen->at.y - pen->control.y };
}

static void draw_cubic(struct pen *pen, const double *n)
{
	draw_curve(pen, (struct svg_point[]){ point_of(pen, n, 0), point_of(pen, n, 1),
		point_of(pen, n, 2) });
}

static void draw_smooth_cubic(struct pen *pen, const double *n)
{
	draw_curve(pen, (struct svg_point[]){ mirrored(pen, 'C'), point_of(pen, n, 0),
		point_of(pen, n, 1) });
}

/* A quadratic curve is a cubic one with control points at two thirds. */
static void draw_bent(struct pen *pen, struct svg_point control, struct svg_point to)
{
	struct svg_point from = pen->at;

	add_curve(pen->outline, (struct svg_point[]){
		{ (from.x + 2 * control.x) / 3, (from.y + 2 * control.y) / 3 },
		{ (to.x + 2 * control.x) / 3, (to.y + 2 * control.y) / 3 }, to });
	pen->control = control;
	pen->at = to;
	pen->curve = 'Q';
}

static void draw_quadratic(struct pen *pen, const double *n)
{
	draw_bent(pen, point_of(pen, n, 0), point_of(pen, n, 1));
}

static void draw_smooth_quadratic(struct pen *pen, const double *n)
{
	draw_bent(pen, mirrored(pen, 'Q'), point_of(pen, n, 0));
}

/* An ellipse of which an arc is a part. */
struct ellipse {
	struct svg_point middle, radius;
	double sine, cosine;		/* of how far it is turned */
};

static struct svg_point ellipse_at(const struct ellipse *ellipse, double x, double y)
{
	x *= ellipse->radius.x;
	y *= ellipse->radius.y;
	return (struct svg_point){ ellipse->middle.x + ellipse->cosine * x - ellipse->sine * y,
		ellipse->middle.y + ellipse->sine * x + ellipse->cosine * y };
}

/* In pieces of at most a quarter. */
static void add_arc(struct svg_outline *outline, const struct ellipse *ellipse, double from,
	double sweep)
{
	int n = (int)ceil(fabs(sweep) / (half_turn / 2) - 1e-9);
	double step = sweep / n, reach = 4. / 3 * tan(step / 4);

	for (int i = 0; i < n; i++) {
		double a = from + i * step, b = a + step;

		add_curve(outline, (struct svg_point[]){
			ellipse_at(ellipse, cos(a) - reach * sin(a), sin(a) + reach * cos(a)),
			ellipse_at(ellipse, cos(b) + reach * sin(b), sin(b) - reach * cos(b)),
			ellipse_at(ellipse, cos(b), sin(b)) });
	}
}

/* SVG 1.1, F.6.5: half of the way between the ends as the turned unit circle has it. */
static struct svg_point half_way(const struct ellipse *ellipse, struct svg_point from,
	struct svg_point to)
{
	double x = (from.x - to.x) / 2, y = (from.y - to.y) / 2;

	return (struct svg_point){ (ellipse->cosine * x + ellipse->sine * y) / ellipse->radius.x,
		(ellipse->cosine * y - ellipse->sine * x) / ellipse->radius.y };
}

/* F.6.5 and F.6.6: an ellipse that is too small for its ends grows until it reaches them. */
static void draw_ellipse(struct pen *pen, struct ellipse *ellipse, struct svg_point to,
	const double flags[2])
{
	struct svg_point half = half_way(ellipse, pen->at, to), middle;
	double far = hypot(half.x, half.y), reach, from, sweep;

	if (far > 1) {
		ellipse->radius.x *= far;
		ellipse->radius.y *= far;
		half.x /= far;
		half.y /= far;
		far = 1;
	}
	reach = sqrt(fmax(0, 1 - far * far)) / far;
	reach *= flags[0] == flags[1] ? -1 : 1;
	middle = (struct svg_point){ reach * half.y, -reach * half.x };
	from = atan2(half.y - middle.y, half.x - middle.x);
	sweep = atan2(-half.y - middle.y, -half.x - middle.x) - from;
	if (flags[1] > 0 && sweep < 0)
		sweep += 2 * half_turn;
	if (flags[1] < 1 && sweep > 0)
		sweep -= 2 * half_turn;
	ellipse->middle = (struct svg_point){ (pen->at.x + to.x) / 2, (pen->at.y + to.y) / 2 };
	ellipse->middle = ellipse_at(ellipse, middle.x, middle.y);
	add_arc(pen->outline, ellipse, from, sweep);
}

static void draw_arc(struct pen *pen, const double *n)
{
	double turn = n[2] * half_turn / 180;
	struct ellipse ellipse = { .radius = { fabs(n[0]), fabs(n[1]) }, .sine = sin(turn),
		.cosine = cos(turn) };
	struct svg_point to = point_of(pen, n + 5, 0);

	if (to.x == pen->at.x && to.y == pen->at.y)
		return;
	if (ellipse.radius.x > 0 && ellipse.radius.y > 0)
		draw_ellipse(pen, &ellipse, to, n + 3);
	else
		svg_outline_line(pen->outline, to);
	pen->at = to;
}

static void close_path(struct pen *pen, const double *n)
{
	(void)n;
	pen->at = pen->start;
	svg_outline_close(pen->outline);
}

enum { NUMBERS_MOST = 7 };

/* SVG 1.1, 8.3; small letters are relative. */
static const struct command {
	char name;
	int numbers;
	void (*draw)(struct pen *, const double *);
} commands[] = {
	{ 'M', 2, move }, { 'L', 2, draw_line }, { 'H', 1, draw_across }, { 'V', 1, draw_down },
	{ 'C', 6, draw_cubic }, { 'S', 4, draw_smooth_cubic }, { 'Q', 4, draw_quadratic },
	{ 'T', 2, draw_smooth_quadratic }, { 'A', 7, draw_arc }, { 'Z', 0, close_path },
};

/* NULL if the letter is none of a command. */
static const struct command *find_command(char letter)
{
	char capital = letter;

	if (letter >= 'a')
		capital = (char)(letter - 'a' + 'A');
	for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
		if (commands[i].name == capital)
			return &commands[i];
	return NULL;
}

/* The numbers of one command; *at moves past them. */
static bool take_numbers(const struct command *command, const char **at, double *numbers)
{
	for (int i = 0; i < command->numbers; i++) {
		bool is_flag = command->name == 'A' && (i == 3 || i == 4);

		if (!(is_flag ? svg_number_flag : svg_number_next)(at, &numbers[i]))
			return false;
	}
	return true;
}

static void draw(struct pen *pen, const struct command *command, const double *numbers)
{
	bool is_curve = strchr("CSQT", command->name);

	command->draw(pen, numbers);
	if (!is_curve)
		pen->curve = '\0';
}

/* Numbers without a letter before them repeat the command; after a move they are lines. */
static bool draw_command(struct pen *pen, char letter, const char **at)
{
	const struct command *command = find_command(letter);
	double numbers[NUMBERS_MOST];
	const char *before;

	if (!command || !take_numbers(command, at, numbers))
		return false;
	pen->relative = letter >= 'a';
	draw(pen, command, numbers);
	if (command->name == 'M')
		command = find_command('L');
	for (before = *at; command->numbers && take_numbers(command, at, numbers); before = *at)
		draw(pen, command, numbers);
	*at = before;
	return true;
}

const char *svg_outline_path(struct svg_outline *outline, const char *d)
{
	struct pen pen = { .outline = outline };
	const char *white = " \t\r\n\f";

	d += strspn(d, white);
	if (*d && *d != 'M' && *d != 'm')
		return d;
	while (*d) {
		const char *before = d++;

		if (!draw_command(&pen, *before, &d))
			return before;
		d += strspn(d, white);
	}
	return NULL;
}
