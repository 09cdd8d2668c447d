<?xml version="1.0" encoding="UTF-8"?>
<!-- Running text: marks, links, and references to scores, names, units and measures. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns="urn:raingan:document" xmlns:in="urn:raingan:report" xmlns:run="urn:raingan:run"
	xmlns:th="urn:raingan:functions" exclude-result-prefixes="in run th">

<xsl:key name="unit" match="in:unit" use="@id"/>

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

<!-- A measure's owner by its unit's name, or as it is written. -->
<xsl:template name="owner">
	<xsl:if test="@unit and normalize-space()">
		<xsl:message terminate="yes">
			<xsl:value-of select="th:phrase('an owner of the measure {1} has both a unit and a name; delete one of them',
				../@id)"/>
		</xsl:message>
	</xsl:if>
	<xsl:value-of select="key('unit', string(@unit))"/>
	<xsl:if test="not(@unit)"><xsl:value-of select="normalize-space()"/></xsl:if>
</xsl:template>

</xsl:stylesheet>
