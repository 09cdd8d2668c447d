<?xml version="1.0" encoding="UTF-8"?>
<!-- Paragraphs, lists, running text and its references. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns="urn:raingan:document" xmlns:in="urn:raingan:risk-plan" xmlns:run="urn:raingan:run"
	xmlns:th="urn:raingan:functions" exclude-result-prefixes="in run th">

<!-- Both vocabularies have these, under the same names. -->
<xsl:template match="in:p | in:b | in:br | in:span">
	<xsl:element name="{local-name()}">
		<xsl:copy-of select="@lang | @run:line"/>
		<xsl:apply-templates/>
	</xsl:element>
</xsl:template>

<xsl:template match="in:list">
	<ol>
		<xsl:copy-of select="@run:line"/>
		<xsl:attribute name="format">
			<xsl:value-of select="@marker"/>
			<xsl:if test="not(@marker)">๑)</xsl:if>
		</xsl:attribute>
		<xsl:apply-templates select="in:item"/>
	</ol>
</xsl:template>

<xsl:template match="in:list[@marker = '-']">
	<ul>
		<xsl:copy-of select="@run:line"/>
		<xsl:apply-templates select="in:item"/>
	</ul>
</xsl:template>

<xsl:template match="in:item">
	<li>
		<xsl:copy-of select="@run:line"/>
		<xsl:apply-templates/>
	</li>
</xsl:template>

<xsl:template match="in:year"><xsl:value-of select="th:date($plan/@year)"/></xsl:template>

<xsl:template match="in:agency-name"><xsl:value-of select="$agency/in:name"/></xsl:template>

<xsl:template match="in:risk-title">
	<xsl:apply-templates select="key('risk', @of)/in:title/node()"/>
</xsl:template>

<xsl:template match="in:risk-number">
	<xsl:apply-templates select="key('risk', @of)" mode="number"/>
</xsl:template>

<xsl:template match="in:risk-score">
	<xsl:value-of select="th:digits(key('risk', @of)/@likelihood * key('risk', @of)/@impact)"/>
</xsl:template>

<xsl:template match="in:risk-level">
	<xsl:apply-templates select="key('risk', @of)" mode="level"/>
</xsl:template>

<xsl:template match="in:risk-count">
	<xsl:value-of select="th:digits(count($plan/in:risks/in:risk))"/>
</xsl:template>

<!-- A level's risks have its least score and not that of the next. -->
<xsl:template match="in:risk-count[@level]">
	<xsl:variable name="level" select="$levels[@title = current()/@level]"/>
	<xsl:variable name="next" select="$level/following-sibling::in:level[1]/@from"/>
	<xsl:if test="not($level)">
		<xsl:message terminate="yes">no level is called <xsl:value-of select="@level"/></xsl:message>
	</xsl:if>
	<xsl:value-of select="th:digits(count($plan/in:risks/in:risk[@likelihood * @impact >= $level/@from
		and (not($next) or @likelihood * @impact &lt; $next)]))"/>
</xsl:template>

</xsl:stylesheet>
