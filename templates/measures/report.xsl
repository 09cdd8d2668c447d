<?xml version="1.0" encoding="UTF-8"?>
<!--
  The measures report as a document: cover, preface, contents, and the numbered
  pages.  Nothing is computed here: results come from the run:result that the
  program has put into the assessment.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns="urn:raingan:document" xmlns:in="urn:raingan:report" xmlns:run="urn:raingan:run"
	xmlns:th="urn:raingan:functions" exclude-result-prefixes="in run th">

<xsl:import href="front.xsl"/>
<xsl:import href="text.xsl"/>
<xsl:import href="sections.xsl"/>
<xsl:import href="scores.xsl"/>
<xsl:import href="charts.xsl"/>
<xsl:import href="measures.xsl"/>

<xsl:template match="/in:measures-report">
	<document lang="th-TH" author="{$agency/in:name}">
		<xsl:copy-of select="@run:line"/>
		<xsl:call-template name="document-title">
			<xsl:with-param name="title">
				<xsl:apply-templates select="in:cover/in:title/node()"/>
			</xsl:with-param>
		</xsl:call-template>
		<xsl:call-template name="document-date"/>
		<xsl:apply-templates select="in:words"/>
		<xsl:call-template name="abbreviations"/>
		<xsl:call-template name="check-charts"/>
		<xsl:apply-templates select="in:cover"/>
		<xsl:apply-templates select="in:preface"/>
		<xsl:call-template name="contents"/>
		<xsl:apply-templates select="in:analysis"/>
	</document>
</xsl:template>

<xsl:template match="in:cover">
	<page-sequence numbered="no">
		<xsl:copy-of select="@run:line"/>
		<xsl:call-template name="cover-seal"/>
		<p class="cover-title">
			<xsl:copy-of select="in:title/@run:line"/>
			<xsl:apply-templates select="in:title/node()"/>
		</p>
		<xsl:call-template name="cover-agency"/>
		<xsl:call-template name="cover-foot"/>
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
