<?xml version="1.0" encoding="UTF-8"?>
<!-- Running text: marks, links, and references to scores, names and measures. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns="urn:raingan:document" xmlns:in="urn:raingan:report" xmlns:run="urn:raingan:run"
	xmlns:th="urn:raingan:functions" exclude-result-prefixes="in run th">

<!-- Both vocabularies have these, under the same names. -->
<xsl:template match="in:b | in:i | in:u | in:sup | in:sub | in:br | in:span | in:a">
	<xsl:element name="{local-name()}">
		<xsl:copy-of select="@lang | @href | @run:line"/>
		<xsl:apply-templates/>
	</xsl:element>
</xsl:template>

<xsl:template match="in:sic">
	<xsl:apply-templates/>
</xsl:template>

<xsl:template match="in:score | in:mean | in:total | in:level | in:threshold | in:count |
		in:indicator-title | in:agency-name | in:unit-name | in:measure-number |
		in:measure-title">
	<xsl:value-of select="th:digits(@run:value)"/>
</xsl:template>

<xsl:template match="in:year[@of = 'plan']">
	<xsl:value-of select="th:date(/in:measures-report/@year)"/>
</xsl:template>

<xsl:template match="in:year[@of = 'assessment']">
	<xsl:value-of select="th:date($assessment/@year)"/>
</xsl:template>

</xsl:stylesheet>
