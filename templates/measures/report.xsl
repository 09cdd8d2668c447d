<?xml version="1.0" encoding="UTF-8"?>
<!--
  The measures report as a document: cover, preface, contents, and the numbered
  pages.  Nothing is computed here: results come from the run:result that the
  program has put into the assessment.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns="urn:raingan:document" xmlns:in="urn:raingan:report" xmlns:run="urn:raingan:run"
	xmlns:th="urn:raingan:functions" exclude-result-prefixes="in run th">

<xsl:import href="text.xsl"/>
<xsl:import href="sections.xsl"/>
<xsl:import href="scores.xsl"/>
<xsl:import href="measures.xsl"/>

<xsl:variable name="agency" select="/in:measures-report/in:agency"/>
<xsl:variable name="assessment" select="/in:measures-report/in:assessment"/>
<xsl:variable name="result" select="$assessment/run:result"/>

<xsl:variable name="address" select="normalize-space(concat($agency/in:name, ' ',
	$agency/in:district, ' ', $agency/in:province))"/>

<xsl:template match="/in:measures-report">
	<document lang="th" author="{$agency/in:name}">
		<xsl:copy-of select="@run:line"/>
		<xsl:call-template name="document-title"/>
		<xsl:call-template name="document-date"/>
		<xsl:apply-templates select="in:words"/>
		<xsl:apply-templates select="in:cover"/>
		<xsl:apply-templates select="in:preface"/>
		<xsl:call-template name="contents"/>
		<xsl:apply-templates select="in:analysis"/>
	</document>
</xsl:template>

<xsl:template match="in:words">
	<words>
		<xsl:copy-of select="@run:line"/>
		<xsl:value-of select="."/>
	</words>
</xsl:template>

<xsl:template name="document-title">
	<xsl:variable name="title">
		<xsl:apply-templates select="in:cover/in:title/node()"/>
		<xsl:text> </xsl:text>
		<xsl:value-of select="$agency/in:name"/>
		<xsl:text> ประจำปีงบประมาณ </xsl:text>
		<xsl:value-of select="th:date(@year)"/>
	</xsl:variable>
	<xsl:attribute name="title"><xsl:value-of select="normalize-space($title)"/></xsl:attribute>
</xsl:template>

<!-- A document's date is of the common era.  th:date is asked because it reports what is no date. -->
<xsl:template name="document-date">
	<xsl:variable name="date" select="translate(@date, '๐๑๒๓๔๕๖๗๘๙', '0123456789')"/>
	<xsl:if test="@date and th:date(@date)">
		<xsl:attribute name="date">
			<xsl:value-of select="concat(substring($date, 1, 4) - 543, substring($date, 5))"/>
		</xsl:attribute>
	</xsl:if>
</xsl:template>

<xsl:template match="in:cover">
	<page-sequence class="cover" numbered="no">
		<xsl:copy-of select="@run:line"/>
		<p class="cover-title">
			<xsl:copy-of select="in:title/@run:line"/>
			<xsl:apply-templates select="in:title/node()"/>
		</p>
		<p class="cover-title">
			<xsl:copy-of select="$agency/in:name/@run:line"/>
			<xsl:value-of select="$agency/in:name"/>
		</p>
		<p class="cover-title">
			<xsl:text>ประจำปีงบประมาณ </xsl:text>
			<xsl:value-of select="th:date(../@year)"/>
		</p>
		<p class="cover-agency">
			<xsl:copy-of select="$agency/@run:line"/>
			<xsl:apply-templates select="in:foot/node()"/>
			<xsl:if test="not(in:foot)"><xsl:value-of select="$address"/></xsl:if>
		</p>
	</page-sequence>
</xsl:template>

<xsl:template match="in:preface">
	<page-sequence class="front" numbered="no">
		<xsl:copy-of select="@run:line"/>
		<h1 class="front-heading" toc="">คำนำ</h1>
		<xsl:apply-templates select="in:p"/>
		<xsl:apply-templates select="in:signature"/>
	</page-sequence>
</xsl:template>

<xsl:template match="in:signature">
	<p class="signature">
		<xsl:copy-of select="@run:line"/>
		<xsl:apply-templates/>
	</p>
</xsl:template>

<xsl:template name="contents">
	<page-sequence class="front" numbered="no">
		<h1 class="front-heading" toc="">สารบัญ</h1>
		<p class="contents-head">เรื่อง<tab/>หน้า</p>
		<toc depth="1"/>
	</page-sequence>
</xsl:template>

<xsl:template match="in:analysis">
	<page-sequence class="body" number-from="1">
		<xsl:copy-of select="@run:line"/>
		<header pages="later">
			<p class="page-number">- <page-number/> -</p>
		</header>
		<h1 class="report-heading">
			<xsl:copy-of select="in:title/@run:line"/>
			<xsl:apply-templates select="in:contents-title"/>
			<xsl:apply-templates select="in:title/node()"/>
			<br/>
			<xsl:value-of select="$address"/>
			<br/>
			<xsl:text>ประจำปีงบประมาณ พ.ศ.</xsl:text>
			<xsl:value-of select="th:date($assessment/@year)"/>
		</h1>
		<xsl:apply-templates select="in:introduction/*"/>
		<xsl:apply-templates select="in:section"/>
	</page-sequence>
</xsl:template>

</xsl:stylesheet>
