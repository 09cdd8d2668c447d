<?xml version="1.0" encoding="UTF-8"?>
<!-- The risk plan as a document: cover, preface, contents, chapters with articles, appendices. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns="urn:raingan:document" xmlns:in="urn:raingan:risk-plan" xmlns:run="urn:raingan:run"
	xmlns:th="urn:raingan:functions" exclude-result-prefixes="in run th">

<xsl:import href="text.xsl"/>
<xsl:import href="risks.xsl"/>

<xsl:variable name="plan" select="/in:risk-plan"/>
<xsl:variable name="agency" select="$plan/in:agency"/>

<xsl:template match="/in:risk-plan">
	<xsl:variable name="title">
		<xsl:apply-templates select="in:cover/in:title/node()"/>
	</xsl:variable>
	<document lang="th-TH" author="{$agency/in:name}"
			title="{normalize-space(concat($title, ' ', $agency/in:name, ' ประจำปีงบประมาณ ', th:date(@year)))}">
		<xsl:copy-of select="@run:line"/>
		<xsl:apply-templates select="@date"/>
		<xsl:apply-templates select="in:words"/>
		<xsl:apply-templates select="in:cover | in:preface"/>
		<page-sequence class="front" numbered="no">
			<h1 class="front-heading" toc="">สารบัญ</h1>
			<p class="contents-head">เรื่อง<tab/>หน้า</p>
			<toc depth="2" labels="yes"/>
		</page-sequence>
		<page-sequence class="body" number-from="1">
			<header pages="later">
				<p class="header">- <page-number/> -</p>
			</header>
			<xsl:apply-templates select="in:chapter | in:appendix"/>
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

<xsl:template match="in:words">
	<words>
		<xsl:copy-of select="@run:line"/>
		<xsl:value-of select="."/>
	</words>
</xsl:template>

<xsl:template match="in:cover">
	<page-sequence class="cover" numbered="no">
		<xsl:copy-of select="@run:line"/>
		<xsl:for-each select="$agency/in:seal">
			<img class="seal" width="8cm" height="4cm">
				<xsl:copy-of select="@src | @alt | @run:line"/>
			</img>
		</xsl:for-each>
		<p class="cover-title">
			<xsl:copy-of select="in:title/@run:line"/>
			<xsl:apply-templates select="in:title/node()"/>
		</p>
		<p class="cover-year">ประจำปีงบประมาณ พ.ศ. <xsl:value-of select="th:date($plan/@year)"/></p>
		<p class="cover-agency">
			<xsl:copy-of select="$agency/in:name/@run:line"/>
			<xsl:value-of select="$agency/in:name"/>
			<br/>
			<xsl:value-of select="concat($agency/in:district, ' ', $agency/in:province)"/>
		</p>
	</page-sequence>
</xsl:template>

<xsl:template match="in:preface">
	<page-sequence class="front" numbered="no">
		<xsl:copy-of select="@run:line"/>
		<h1 class="front-heading" toc="">คำนำ</h1>
		<xsl:apply-templates select="in:p"/>
		<p class="signature"><xsl:value-of select="$agency/in:name"/></p>
	</page-sequence>
</xsl:template>

<xsl:template match="in:chapter">
	<xsl:variable name="number"><xsl:number/></xsl:variable>
	<section>
		<xsl:copy-of select="@run:line"/>
		<h1 label="{concat('บทที่ ', th:digits($number))}">
			<xsl:if test="position() = 1"><xsl:attribute name="class">first-chapter</xsl:attribute></xsl:if>
			<xsl:copy-of select="in:title/@run:line"/>
			<xsl:apply-templates select="in:title/node()"/>
		</h1>
		<xsl:apply-templates select="*[not(self::in:title)]"/>
	</section>
</xsl:template>

<xsl:template match="in:appendix">
	<xsl:variable name="number"><xsl:number/></xsl:variable>
	<section>
		<xsl:copy-of select="@run:line"/>
		<h1 label="{concat('ภาคผนวก ', th:letter($number))}">
			<xsl:copy-of select="in:title/@run:line"/>
			<xsl:apply-templates select="in:title/node()"/>
		</h1>
		<xsl:apply-templates select="*[not(self::in:title)]"/>
	</section>
</xsl:template>

<!-- ๑.๒ and, in an article, ๑.๒.๓ -->
<xsl:template match="in:article">
	<xsl:variable name="number">
		<xsl:number level="multiple" count="in:chapter | in:article" format="1.1"/>
	</xsl:variable>
	<section>
		<xsl:copy-of select="@run:line"/>
		<xsl:element name="h{1 + count(ancestor-or-self::in:article)}">
			<xsl:attribute name="label"><xsl:value-of select="th:digits($number)"/></xsl:attribute>
			<xsl:copy-of select="in:title/@run:line"/>
			<xsl:apply-templates select="in:title/node()"/>
		</xsl:element>
		<xsl:apply-templates select="*[not(self::in:title)]"/>
	</section>
</xsl:template>

</xsl:stylesheet>
