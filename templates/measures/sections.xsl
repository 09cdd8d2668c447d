<?xml version="1.0" encoding="UTF-8"?>
<!-- Sections, clauses, paragraphs, lists, and the numbers of all these. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns="urn:raingan:document" xmlns:in="urn:raingan:report" xmlns:run="urn:raingan:run"
	xmlns:th="urn:raingan:functions" exclude-result-prefixes="in run th">

<xsl:template match="in:section">
	<section>
		<xsl:copy-of select="@id | @run:line"/>
		<xsl:element name="h{count(ancestor-or-self::in:section)}">
			<xsl:copy-of select="in:title/@run:line"/>
			<xsl:call-template name="label"/>
			<xsl:apply-templates select="in:contents-title"/>
			<xsl:apply-templates select="in:title/node()"/>
		</xsl:element>
		<xsl:apply-templates select="*[not(self::in:title or self::in:contents-title)]"/>
	</section>
</xsl:template>

<!-- ๓. for a section at the top, ๓.๑ and ๓.๑.๒ below it. -->
<xsl:template name="label">
	<xsl:variable name="number">
		<xsl:number level="multiple" count="in:section | in:clause" format="1.1"/>
	</xsl:variable>
	<xsl:attribute name="label">
		<xsl:value-of select="th:digits($number)"/>
		<xsl:if test="not(ancestor::in:section)">.</xsl:if>
	</xsl:attribute>
</xsl:template>

<xsl:template match="in:contents-title">
	<xsl:variable name="text"><xsl:apply-templates/></xsl:variable>
	<xsl:attribute name="toc"><xsl:value-of select="normalize-space($text)"/></xsl:attribute>
</xsl:template>

<xsl:template match="in:clause">
	<section>
		<xsl:copy-of select="@id | @run:line"/>
		<xsl:apply-templates select="*"/>
	</section>
</xsl:template>

<xsl:template match="in:clause/in:p[1]">
	<p class="clause">
		<xsl:copy-of select="@run:line"/>
		<xsl:for-each select="..">
			<xsl:call-template name="label"/>
		</xsl:for-each>
		<xsl:apply-templates/>
	</p>
</xsl:template>

<xsl:template match="in:p">
	<p>
		<xsl:copy-of select="@run:line"/>
		<xsl:apply-templates/>
	</p>
</xsl:template>

<!-- ภาพที่ ๑, counted through the report. -->
<xsl:template match="in:figure">
	<xsl:variable name="number"><xsl:number level="any" from="in:analysis"/></xsl:variable>
	<figure>
		<xsl:copy-of select="@id | @run:line"/>
		<img>
			<xsl:copy-of select="@src | @alt | @width | @height | @run:line"/>
		</img>
		<caption label="{concat('ภาพที่ ', th:digits($number))}">
			<xsl:copy-of select="in:caption/@run:line"/>
			<xsl:apply-templates select="in:caption/node()"/>
		</caption>
	</figure>
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

</xsl:stylesheet>
