#include "pdf/xobject.h"

#include "pdf/content.h"

/* Rows as image/squeeze.c filters them. */
static struct object *make_parameters(struct file *file, const struct raster *raster)
{
	struct object *parameters = object_dict(file);

	dict_int(parameters, "Predictor", 15);
	dict_int(parameters, "Colors", raster->components);
	dict_int(parameters, "BitsPerComponent", 8);
	dict_int(parameters, "Columns", raster->width);
	return parameters;
}

/* Without Adobe's mark, readers take three components for YCbCr (7.4.8). */
static struct object *make_jpeg_parameters(struct file *file)
{
	struct object *parameters = object_dict(file);

	dict_int(parameters, "ColorTransform", 0);
	return parameters;
}

static struct object *make_raster(struct file *file, const struct raster *raster)
{
	struct object *stream = object_coded_stream(file, raster->at, raster->n,
		raster->is_jpeg ? "DCTDecode" : "FlateDecode");

	dict_name(stream, "Type", "XObject");
	dict_name(stream, "Subtype", "Image");
	dict_int(stream, "Width", raster->width);
	dict_int(stream, "Height", raster->height);
	dict_name(stream, "ColorSpace", raster->components == 1 ? "DeviceGray" : "DeviceRGB");
	dict_int(stream, "BitsPerComponent", 8);
	if (!raster->is_jpeg)
		dict_put(stream, "DecodeParms", make_parameters(file, raster));
	else if (raster->plain_rgb)
		dict_put(stream, "DecodeParms", make_jpeg_parameters(file));
	if (raster->mask)
		dict_put(stream, "SMask", make_raster(file, raster->mask));
	return stream;
}

/* A form: what reaches out of the picture is cut off at its edges. */
static struct object *make_form(struct arena *arena, struct file *file, const struct image *image)
{
	struct bytes content = { .arena = arena };
	struct object *stream, *box = object_array(file);

	content_write_paths(image, &content);
	stream = object_stream(file, content.at, content.n);
	dict_name(stream, "Type", "XObject");
	dict_name(stream, "Subtype", "Form");
	array_int(box, 0);
	array_int(box, 0);
	array_real(box, image->space.x);
	array_real(box, image->space.y);
	dict_put(stream, "BBox", box);
	dict_put(stream, "Resources", object_dict(file));
	return stream;
}

static void write_xobject(struct arena *arena, struct file *file, struct xobjects *xobjects,
	const struct image *image)
{
	struct xobject *xobject;

	while (xobjects->n <= image->number)
		list_add(arena, xobjects)->page = -1;
	xobject = &xobjects->at[image->number];
	if (xobject->name)
		return;
	xobject->name = arena_printf(arena, "I%d", image->number + 1);
	xobject->object = image->kind == IMAGE_SVG ? make_form(arena, file, image)
		: make_raster(file, image->raster);
}

struct xobjects *xobjects_write(struct arena *arena, struct file *file, const struct pages *pages)
{
	struct xobjects *xobjects = arena_new(arena, struct xobjects);

	for (int i = 0; i < pages->list.n; i++)
		for (int k = 0; k < pages->list.at[i].marks.n; k++)
			if (pages->list.at[i].marks.at[k].kind == MARK_IMAGE)
				write_xobject(arena, file, xobjects,
					pages->list.at[i].marks.at[k].image);
	return xobjects;
}
