<?xml version="1.0" encoding="UTF-8"?>
<!-- The announcement as a document: one page sequence that is meant to have one page. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns="urn:raingan:document" xmlns:in="urn:raingan:announcement" xmlns:run="urn:raingan:run"
	xmlns:th="urn:raingan:functions" exclude-result-prefixes="in run th">

<xsl:template match="/in:announcement">
	<document lang="th-TH" author="{in:agency}">
		<xsl:copy-of select="@run:line"/>
		<xsl:attribute name="title">
			<xsl:value-of select="normalize-space(concat('ประกาศ', in:agency, ' เรื่อง ', in:subject))"/>
		</xsl:attribute>
		<xsl:apply-templates select="@date | in:words"/>
		<page-sequence class="body" numbered="no" most-pages="1">
			<xsl:copy-of select="@run:line"/>
			<xsl:apply-templates select="in:emblem"/>
			<h1>
				<xsl:copy-of select="in:agency/@run:line"/>
				<xsl:value-of select="concat('ประกาศ', in:agency)"/>
				<br/>
				<xsl:text>เรื่อง </xsl:text>
				<xsl:apply-templates select="in:subject/node()"/>
			</h1>
			<xsl:apply-templates select="in:p | in:list"/>
			<p>จึงประกาศให้ทราบโดยทั่วกัน</p>
			<p class="date">ประกาศ ณ วันที่ <xsl:call-template name="day"/></p>
			<xsl:apply-templates select="in:signer"/>
		</page-sequence>
	</document>
</xsl:template>

<!-- Of the common era; th:date is asked because it reports what is no date. -->
<xsl:template match="@date">
	<xsl:variable name="date" select="th:arabic-digits(.)"/>
	<xsl:if test="th:date(.)">
		<xsl:attribute name="date">
			<xsl:value-of select="concat(substring($date, 1, 4) - 543, substring($date, 5))"/>
		</xsl:attribute>
	</xsl:if>
</xsl:template>

<!-- ๓ ตุลาคม พ.ศ. ๒๕๖๕: the era stands before the year. -->
<xsl:template name="day">
	<xsl:variable name="year" select="th:digits(substring(@date, 1, 4))"/>
	<xsl:value-of select="concat(substring-before(th:date(@date), $year), 'พ.ศ. ', $year)"/>
</xsl:template>

<xsl:template match="in:words">
	<words>
		<xsl:copy-of select="@run:line"/>
		<xsl:value-of select="."/>
	</words>
</xsl:template>

<xsl:template match="in:emblem">
	<img class="emblem" width="8cm" height="3cm">
		<xsl:copy-of select="@src | @alt | @run:line"/>
	</img>
</xsl:template>

<!-- Both vocabularies have these, under the same names. -->
<xsl:template match="in:p | in:b | in:br | in:span">
	<xsl:element name="{local-name()}">
		<xsl:copy-of select="@lang | @run:line"/>
		<xsl:apply-templates/>
	</xsl:element>
</xsl:template>

<xsl:template match="in:list">
	<ol format="๑.">
		<xsl:copy-of select="@run:line"/>
		<xsl:for-each select="in:item">
			<li>
				<xsl:copy-of select="@run:line"/>
				<xsl:apply-templates/>
			</li>
		</xsl:for-each>
	</ol>
</xsl:template>

<!-- Room to sign in above the name. -->
<xsl:template match="in:signer">
	<p class="signer">
		<xsl:copy-of select="@run:line"/>
		<xsl:value-of select="concat('(', @name, ')')"/>
		<br/>
		<xsl:value-of select="@office"/>
	</p>
</xsl:template>

</xsl:stylesheet>
