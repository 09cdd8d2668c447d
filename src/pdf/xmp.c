#include "pdf/xmp.h"

#include <libxml/xmlwriter.h>

/* libxml2 escapes what is written; its allocators end the program, so nothing here fails. */

static void begin(xmlTextWriter *packet, const char *name)
{
	xmlTextWriterStartElement(packet, BAD_CAST name);
}

static void end(xmlTextWriter *packet)
{
	xmlTextWriterEndElement(packet);
}

static void put_attribute(xmlTextWriter *packet, const char *name, const char *value)
{
	xmlTextWriterWriteAttribute(packet, BAD_CAST name, BAD_CAST value);
}

static void put(xmlTextWriter *packet, const char *name, const char *value)
{
	if (value && *value)
		xmlTextWriterWriteElement(packet, BAD_CAST name, BAD_CAST value);
}

/* One value in an array of its kind; Alt: text of the default language. */
static void put_array(xmlTextWriter *packet, const char *name, const char *kind,
	const char *value)
{
	if (!value || !*value)
		return;
	begin(packet, name);
	begin(packet, kind);
	begin(packet, "rdf:li");
	if (!xmlStrcmp(BAD_CAST kind, BAD_CAST "rdf:Alt"))
		put_attribute(packet, "xml:lang", "x-default");
	xmlTextWriterWriteString(packet, BAD_CAST value);
	end(packet);
	end(packet);
	end(packet);
}

static void put_namespaces(xmlTextWriter *packet)
{
	static const struct { const char *name, *uri; } namespaces[] = {
		{ "xmlns:dc", "http://purl.org/dc/elements/1.1/" },
		{ "xmlns:xmp", "http://ns.adobe.com/xap/1.0/" },
		{ "xmlns:pdf", "http://ns.adobe.com/pdf/1.3/" },
		{ "xmlns:pdfaid", "http://www.aiim.org/pdfa/ns/id/" },
		{ "xmlns:pdfuaid", "http://www.aiim.org/pdfua/ns/id/" },
		{ "xmlns:pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/" },
		{ "xmlns:pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#" },
		{ "xmlns:pdfaProperty", "http://www.aiim.org/pdfa/ns/property#" },
	};

	for (size_t i = 0; i < sizeof namespaces / sizeof *namespaces; i++)
		put_attribute(packet, namespaces[i].name, namespaces[i].uri);
}

static void open_resource(xmlTextWriter *packet, const char *name, const char *kind)
{
	begin(packet, name);
	begin(packet, kind);
	begin(packet, "rdf:li");
	put_attribute(packet, "rdf:parseType", "Resource");
}

static void close_resource(xmlTextWriter *packet)
{
	end(packet);
	end(packet);
	end(packet);
}

/* PDF/A knows no pdfuaid: the file describes it (ISO 19005-3, 6.6.2.3). */
static void put_extension(xmlTextWriter *packet)
{
	open_resource(packet, "pdfaExtension:schemas", "rdf:Bag");
	put(packet, "pdfaSchema:schema", "PDF/UA Universal Accessibility Schema");
	put(packet, "pdfaSchema:namespaceURI", "http://www.aiim.org/pdfua/ns/id/");
	put(packet, "pdfaSchema:prefix", "pdfuaid");
	open_resource(packet, "pdfaSchema:property", "rdf:Seq");
	put(packet, "pdfaProperty:name", "part");
	put(packet, "pdfaProperty:valueType", "Integer");
	put(packet, "pdfaProperty:category", "internal");
	put(packet, "pdfaProperty:description",
		"Indicates, which part of ISO 14289 standard is followed");
	close_resource(packet);
	close_resource(packet);
}

static void put_claims(xmlTextWriter *packet, const struct xmp *xmp)
{
	char part[] = { (char)('0' + xmp->part), '\0' };

	if (xmp->part) {
		put(packet, "pdfaid:part", part);
		put(packet, "pdfaid:conformance", xmp->conformance);
	}
	if (xmp->universal)
		put(packet, "pdfuaid:part", "1");
	if (xmp->part && xmp->universal)
		put_extension(packet);
}

static void put_description(xmlTextWriter *packet, const struct xmp *xmp)
{
	begin(packet, "rdf:Description");
	put_attribute(packet, "rdf:about", "");
	put_namespaces(packet);
	put(packet, "dc:format", "application/pdf");
	put_array(packet, "dc:title", "rdf:Alt", xmp->title);
	put_array(packet, "dc:creator", "rdf:Seq", xmp->author);
	put_array(packet, "dc:description", "rdf:Alt", xmp->subject);
	put_array(packet, "dc:language", "rdf:Bag", xmp->language);
	put(packet, "xmp:CreateDate", xmp->date);
	put(packet, "xmp:ModifyDate", xmp->date);
	put(packet, "pdf:Producer", "raingan");
	put_claims(packet, xmp);
	end(packet);
}

static void put_packet(xmlTextWriter *packet, const struct xmp *xmp)
{
	xmlTextWriterWritePI(packet, BAD_CAST "xpacket",
		BAD_CAST "begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"");
	begin(packet, "x:xmpmeta");
	put_attribute(packet, "xmlns:x", "adobe:ns:meta/");
	begin(packet, "rdf:RDF");
	put_attribute(packet, "xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
	put_description(packet, xmp);
	end(packet);
	end(packet);
	xmlTextWriterWritePI(packet, BAD_CAST "xpacket", BAD_CAST "end=\"r\"");
	xmlTextWriterEndDocument(packet);
}

void xmp_write(const struct xmp *xmp, struct bytes *out)
{
	xmlBuffer *buffer = arena_must(xmlBufferCreate());
	xmlTextWriter *packet = arena_must(xmlNewTextWriterMemory(buffer, 0));

	xmlTextWriterSetIndent(packet, 1);
	put_packet(packet, xmp);
	xmlFreeTextWriter(packet);
	bytes_add(out, xmlBufferContent(buffer), (size_t)xmlBufferLength(buffer));
	xmlBufferFree(buffer);
}
