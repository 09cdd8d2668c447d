<?xml version="1.0" encoding="UTF-8"?>
<!-- Running text: marks, links, notes, references, abbreviations. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:doc="urn:raingan:document" xmlns:run="urn:raingan:run"
	xmlns:th="urn:raingan:functions" exclude-result-prefixes="doc run th">

<xsl:key name="id" match="*[@id]" use="@id"/>

<xsl:variable name="abbreviations" select="$document/doc:abbreviation"/>

<xsl:template match="doc:b | doc:i | doc:u | doc:sup | doc:sub">
	<xsl:element name="{local-name()}"><xsl:apply-templates/></xsl:element>
</xsl:template>

<xsl:template match="doc:span">
	<span>
		<xsl:copy-of select="@lang"/>
		<xsl:call-template name="class"/>
		<xsl:apply-templates/>
	</span>
</xsl:template>

<xsl:template match="doc:br"><br/></xsl:template>

<xsl:template match="doc:tab"><span class="tab"><xsl:text> </xsl:text></span></xsl:template>

<xsl:template match="doc:leader"><span class="leader"><xsl:text> </xsl:text></span></xsl:template>

<!-- Nothing but the web, mail and telephones: an address could also be a program (javascript:). -->
<xsl:template match="doc:a">
	<xsl:variable name="scheme" select="translate(substring-before(@href, ':'),
		'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')"/>
	<xsl:choose>
		<xsl:when test="starts-with(@href, '#')">
			<a href="#id-{substring(@href, 2)}"><xsl:apply-templates/></a>
		</xsl:when>
		<xsl:when test="$scheme = 'http' or $scheme = 'https' or $scheme = 'mailto' or $scheme = 'tel'">
			<a href="{@href}"><xsl:apply-templates/></a>
		</xsl:when>
		<xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- The label as src/doc/ids.c finds it: of the thing itself, or of its heading or caption. -->
<xsl:template match="doc:ref">
	<xsl:variable name="target" select="key('id', substring(@to, 2))"/>
	<xsl:variable name="label" select="$target/@label | $target/@run:label"/>
	<a href="#id-{substring(@to, 2)}">
		<xsl:value-of select="$label"/>
		<xsl:if test="not($label)">
			<xsl:value-of select="($target/doc:h1 | $target/doc:h2 | $target/doc:h3 |
				$target/doc:h4 | $target/doc:caption)[@label][1]/@label"/>
		</xsl:if>
	</a>
</xsl:template>

<!-- A web page has no pages: a link instead of their number. -->
<xsl:template match="doc:page-ref">
	<a class="page-ref" href="#id-{substring(@to, 2)}">(ลิงก์)</a>
</xsl:template>
<xsl:template match="doc:page-number | doc:page-count"/>

<xsl:template match="doc:note">
	<xsl:variable name="anchor"><xsl:call-template name="anchor"/></xsl:variable>
	<sup class="note">
		<a id="{$anchor}-place" href="#{$anchor}">
			<span class="unseen">เชิงอรรถ </span>
			<xsl:value-of select="@run:label"/>
		</a>
	</sup>
</xsl:template>

<!-- Text -->

<xsl:template match="doc:document//text()">
	<xsl:call-template name="abbreviate"><xsl:with-param name="text" select="string()"/></xsl:call-template>
</xsl:template>

<xsl:variable name="letters"
	select="'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'"/>

<!-- The first of each abbreviation in a piece of text; those from number i on. -->
<xsl:template name="abbreviate">
	<xsl:param name="text"/>
	<xsl:param name="i" select="1"/>
	<xsl:variable name="short" select="normalize-space($abbreviations[$i])"/>
	<xsl:variable name="before" select="substring-before($text, $short)"/>
	<xsl:variable name="after" select="substring-after($text, $short)"/>
	<xsl:variable name="around" select="concat(substring($before, string-length($before)),
		substring($after, 1, 1))"/>
	<xsl:choose>
		<xsl:when test="not($abbreviations[$i])"><xsl:value-of select="$text"/></xsl:when>
		<xsl:when test="not(contains($text, $short)) or
				translate($around, $letters, '') != $around">
			<xsl:call-template name="abbreviate">
				<xsl:with-param name="text" select="$text"/>
				<xsl:with-param name="i" select="$i + 1"/>
			</xsl:call-template>
		</xsl:when>
		<xsl:otherwise>
			<xsl:call-template name="abbreviate">
				<xsl:with-param name="text" select="$before"/>
				<xsl:with-param name="i" select="$i + 1"/>
			</xsl:call-template>
			<abbr title="{$abbreviations[$i]/@title}"><xsl:value-of select="$short"/></abbr>
			<xsl:call-template name="abbreviate">
				<xsl:with-param name="text" select="$after"/>
				<xsl:with-param name="i" select="$i + 1"/>
			</xsl:call-template>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- Without marks, for lists of headings and the like. -->
<xsl:template match="doc:note" mode="plain"/>
<xsl:template match="doc:br | doc:tab | doc:leader" mode="plain"><xsl:text> </xsl:text></xsl:template>

</xsl:stylesheet>
