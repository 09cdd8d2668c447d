/*
 * jpeg_make KIND TURN WIDTH HEIGHT OUT.jpg [SCANS]: a file with four fields: red, green below it blue,
 * white.  KIND: grey, ycc, rgb (no mark says that it is), adobe-rgb, cmyk, progressive, arithmetic.
 * TURN: Exif's orientation, 1 to 8, or 0 for none; negative, noted with the least byte first.
 * SCANS: of a progressive file, up to 190.
 */
#include <stdio.h>
#include <stdlib.h>
#include <jpeglib.h>
#include <string.h>

struct kind {
	const char *name;
	int components;
	J_COLOR_SPACE given, coded;
	boolean adobe;
};

static const struct kind kinds[] = {
	{ "grey", 1, JCS_GRAYSCALE, JCS_GRAYSCALE, FALSE },
	{ "ycc", 3, JCS_RGB, JCS_YCbCr, FALSE },
	{ "rgb", 3, JCS_RGB, JCS_RGB, FALSE },
	{ "adobe-rgb", 3, JCS_RGB, JCS_RGB, TRUE },
	{ "cmyk", 4, JCS_CMYK, JCS_CMYK, TRUE },
	{ "progressive", 3, JCS_RGB, JCS_YCbCr, FALSE },
	{ "arithmetic", 3, JCS_RGB, JCS_YCbCr, FALSE },
};

static const struct kind *find_kind(const char *name)
{
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (!strcmp(kinds[i].name, name))
			return &kinds[i];
	fprintf(stderr, "no kind %s\n", name);
	exit(1);
}

/* One entry, the orientation (Exif 2.32, 4.6.2). */
static void write_exif(struct jpeg_compress_struct *jpeg, int turn)
{
	unsigned char big[] = "Exif\0\0MM\0*\0\0\0\10\0\1\1\22\0\3\0\0\0\1\0\0\0\0\0\0\0";
	unsigned char little[] = "Exif\0\0II*\0\10\0\0\0\1\0\22\1\3\0\1\0\0\0\0\0\0\0\0\0\0";
	unsigned n = sizeof big - 1;

	big[25] = (unsigned char)turn;
	little[24] = (unsigned char)-turn;
	if (turn)
		jpeg_write_marker(jpeg, JPEG_APP0 + 1, turn > 0 ? big : little, n);
}

static void write_rows(struct jpeg_compress_struct *jpeg, int components)
{
	static const unsigned char fields[2][2][4] = {
		{ { 255, 0, 0 }, { 0, 255, 0 } }, { { 0, 0, 255 }, { 255, 255, 255, 255 } },
	};
	int width = (int)jpeg->image_width, height = (int)jpeg->image_height;
	unsigned char *row = malloc((size_t)(width * components));

	for (int y = 0; y < height; y++) {
		for (int x = 0; x < width; x++)
			memcpy(row + x * components, fields[2 * y >= height][2 * x >= width],
				(size_t)components);
		jpeg_write_scanlines(jpeg, &row, 1);
	}
	free(row);
}

/* One for all components' first coefficients, then for one coefficient of one component each. */
static void set_scans(struct jpeg_compress_struct *jpeg, int n)
{
	static jpeg_scan_info scans[1 + 3 * (DCTSIZE2 - 1)];

	scans[0] = (jpeg_scan_info){ 3, { 0, 1, 2 }, 0, 0, 0, 0 };
	for (int i = 1; i < n; i++) {
		int coefficient = 1 + (i - 1) / 3;

		scans[i] = (jpeg_scan_info){ 1, { (i - 1) % 3 }, coefficient, coefficient, 0, 0 };
	}
	jpeg->scan_info = scans;
	jpeg->num_scans = n;
}

static void write_file(FILE *out, const struct kind *kind, int turn, char *const size[4])
{
	struct jpeg_compress_struct jpeg;
	struct jpeg_error_mgr errors;

	jpeg.err = jpeg_std_error(&errors);
	jpeg_create_compress(&jpeg);
	jpeg_stdio_dest(&jpeg, out);
	jpeg.image_width = (JDIMENSION)atoi(size[0]);
	jpeg.image_height = (JDIMENSION)atoi(size[1]);
	jpeg.input_components = kind->components;
	jpeg.in_color_space = kind->given;
	jpeg_set_defaults(&jpeg);
	jpeg_set_colorspace(&jpeg, kind->coded);
	jpeg_set_quality(&jpeg, 95, TRUE);
	jpeg.write_Adobe_marker = kind->adobe;
	if (!strcmp(kind->name, "progressive"))
		jpeg_simple_progression(&jpeg);
	if (size[3])
		set_scans(&jpeg, atoi(size[3]));
	jpeg.arith_code = !strcmp(kind->name, "arithmetic");
	jpeg_start_compress(&jpeg, TRUE);
	write_exif(&jpeg, turn);
	write_rows(&jpeg, kind->components);
	jpeg_finish_compress(&jpeg);
	jpeg_destroy_compress(&jpeg);
}

int main(int argc, char **argv)
{
	FILE *out = argc == 6 || argc == 7 ? fopen(argv[5], "wb") : NULL;

	if (!out) {
		perror("jpeg_make");
		return 1;
	}
	write_file(out, find_kind(argv[1]), atoi(argv[2]), argv + 3);
	return fclose(out) != 0;
}
