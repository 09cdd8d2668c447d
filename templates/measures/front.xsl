<?xml version="1.0" encoding="UTF-8"?>
<!-- What both the report and the follow-up report begin with. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns="urn:raingan:document" xmlns:in="urn:raingan:report" xmlns:run="urn:raingan:run"
	xmlns:th="urn:raingan:functions" exclude-result-prefixes="in run th">

<xsl:variable name="agency" select="/in:measures-report/in:agency"/>
<xsl:variable name="assessment" select="/in:measures-report/in:assessment"/>
<xsl:variable name="result" select="$assessment/run:result"/>

<xsl:variable name="address" select="normalize-space(concat($agency/in:name, ' ',
	$agency/in:district, ' ', $agency/in:province))"/>

<xsl:template match="in:words">
	<words>
		<xsl:copy-of select="@run:line"/>
		<xsl:value-of select="."/>
	</words>
</xsl:template>

<!-- What the scheme abbreviates, for those who hear the report. -->
<xsl:template name="abbreviations">
	<xsl:for-each select="$result[@scheme-abbreviation]">
		<abbreviation title="{@scheme-title}"><xsl:value-of select="@scheme-abbreviation"/></abbreviation>
	</xsl:for-each>
	<xsl:for-each select="$result/run:instrument">
		<abbreviation title="{@title}"><xsl:value-of select="@abbreviation"/></abbreviation>
	</xsl:for-each>
</xsl:template>

<!-- For readers' windows; title is the cover's. -->
<xsl:template name="document-title">
	<xsl:param name="title"/>
	<xsl:attribute name="title">
		<xsl:value-of select="normalize-space(concat($title, ' ', $agency/in:name,
			' ประจำปีงบประมาณ ', th:date(/in:measures-report/@year)))"/>
	</xsl:attribute>
</xsl:template>

<xsl:template name="document-date">
	<xsl:param name="of" select="@date"/>
	<xsl:if test="$of">
		<xsl:attribute name="date"><xsl:value-of select="th:iso-date($of)"/></xsl:attribute>
	</xsl:if>
</xsl:template>

<!-- The cover's page style, and what stands above its title: the title's place is the same without. -->
<xsl:template name="cover-seal">
	<xsl:attribute name="class">
		<xsl:text>cover</xsl:text>
		<xsl:if test="$agency/in:seal">-sealed</xsl:if>
	</xsl:attribute>
	<xsl:for-each select="$agency/in:seal">
		<img class="seal" width="8cm" height="3.3cm">
			<xsl:copy-of select="@src | @alt | @run:line"/>
		</img>
	</xsl:for-each>
</xsl:template>

<!-- Below the cover's title. -->
<xsl:template name="cover-agency">
	<p class="cover-title">
		<xsl:copy-of select="$agency/in:name/@run:line"/>
		<xsl:value-of select="$agency/in:name"/>
	</p>
	<p class="cover-title">
		<xsl:text>ประจำปีงบประมาณ </xsl:text>
		<xsl:value-of select="th:date(/in:measures-report/@year)"/>
	</p>
</xsl:template>

<xsl:template name="cover-foot">
	<p class="cover-agency">
		<xsl:copy-of select="$agency/@run:line"/>
		<xsl:apply-templates select="/in:measures-report/in:cover/in:foot/node()"/>
		<xsl:if test="not(/in:measures-report/in:cover/in:foot)">
			<xsl:value-of select="$address"/>
		</xsl:if>
	</p>
</xsl:template>

</xsl:stylesheet>
