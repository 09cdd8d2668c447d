<?xml version="1.0" encoding="UTF-8"?>
<!--
  Comma-separated values by RFC 4180: lines end with CR LF, texts stand in quotation marks, numbers
  do not, what is not known is empty.  A byte order mark tells Excel that it is UTF-8.

  A spreadsheet takes a text that begins with = + - or @ (or the wide forms, a tab, a line end) for
  a formula and runs it.  Such a text gets an apostrophe in front; so does one that begins with an
  apostrophe, so that taking one away gives every text back.  Numbers are left alone: they are
  the program's own.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:output method="text" encoding="UTF-8"/>

<xsl:variable name="begins-formula">=+-@＝＋－＠'&#9;&#10;&#13;</xsl:variable>

<xsl:template name="mark">&#xFEFF;</xsl:template>

<xsl:template name="end"><xsl:text>&#13;&#10;</xsl:text></xsl:template>

<!-- A text; the first of its line is not parted from one before. -->
<xsl:template name="first">
	<xsl:param name="of"/>
	<xsl:if test="string($of)">
		<xsl:text>"</xsl:text>
		<xsl:if test="contains($begins-formula, substring($of, 1, 1))">'</xsl:if>
		<xsl:choose>
			<xsl:when test="contains($of, '&quot;')">
				<xsl:call-template name="doubled">
					<xsl:with-param name="text" select="string($of)"/>
				</xsl:call-template>
			</xsl:when>
			<xsl:otherwise><xsl:value-of select="$of"/></xsl:otherwise>
		</xsl:choose>
		<xsl:text>"</xsl:text>
	</xsl:if>
</xsl:template>

<xsl:template name="text">
	<xsl:param name="of"/>
	<xsl:text>,</xsl:text>
	<xsl:call-template name="first">
		<xsl:with-param name="of" select="$of"/>
	</xsl:call-template>
</xsl:template>

<xsl:template name="number">
	<xsl:param name="of"/>
	<xsl:text>,</xsl:text>
	<xsl:value-of select="$of"/>
</xsl:template>

<!-- By halves: calls may nest 1,000 deep, and a text may have more quotation marks. -->
<xsl:template name="doubled">
	<xsl:param name="text"/>
	<xsl:variable name="half" select="floor(string-length($text) div 2)"/>
	<xsl:choose>
		<xsl:when test="not(contains($text, '&quot;'))"><xsl:value-of select="$text"/></xsl:when>
		<xsl:when test="$half = 0">""</xsl:when>
		<xsl:otherwise>
			<xsl:call-template name="doubled">
				<xsl:with-param name="text" select="substring($text, 1, $half)"/>
			</xsl:call-template>
			<xsl:call-template name="doubled">
				<xsl:with-param name="text" select="substring($text, $half + 1)"/>
			</xsl:call-template>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>

</xsl:stylesheet>
