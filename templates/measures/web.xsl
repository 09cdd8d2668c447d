<?xml version="1.0" encoding="UTF-8"?>
<!--
  The web page of a measures report: what the masthead shows of the result, and the page as a
  schema.org Dataset for search engines and catalogues of data.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:in="urn:raingan:report" xmlns:run="urn:raingan:run" xmlns:doc="urn:raingan:document"
	xmlns:th="urn:raingan:functions" exclude-result-prefixes="in run doc th">

<xsl:import href="front.xsl"/>
<xsl:import href="../web/page.xsl"/>
<xsl:import href="dataset.xsl"/>

<!-- The cover's seal and lines: title, agency, year. -->
<xsl:template name="masthead">
	<xsl:if test="$cover/doc:img">
		<p class="seal"><xsl:apply-templates select="$cover/doc:img"/></p>
	</xsl:if>
	<p class="agency"><xsl:value-of select="$address"/></p>
	<h1>
		<xsl:apply-templates select="$cover/doc:p[1]/node()"/>
		<xsl:text> </xsl:text>
		<span class="year"><xsl:apply-templates select="$cover/doc:p[3]/node()"/></span>
	</h1>
</xsl:template>

<xsl:template name="facts">
	<section class="facts" aria-labelledby="facts">
		<h2 id="facts">
			<xsl:text>ผลการประเมิน </xsl:text>
			<xsl:call-template name="scheme"/>
			<xsl:value-of select="concat(' ปีงบประมาณ พ.ศ.&#160;', th:digits($result/@year))"/>
		</h2>
		<dl>
			<div class="main">
				<dt>คะแนนรวม <span class="title">จากคะแนนเต็ม ๑๐๐</span></dt>
				<dd><xsl:value-of select="th:digits($result/@total)"/></dd>
			</div>
			<div class="main">
				<dt>ระดับ</dt>
				<dd><xsl:value-of select="th:digits($result/@level)"/></dd>
			</div>
			<xsl:apply-templates select="$result/run:instrument" mode="fact"/>
		</dl>
	</section>
</xsl:template>

<!-- ITA, where the scheme has a short name. -->
<xsl:template name="scheme">
	<xsl:if test="$result/@scheme-abbreviation">
		<abbr title="{$result/@scheme-title}">
			<xsl:value-of select="$result/@scheme-abbreviation"/>
		</abbr>
	</xsl:if>
</xsl:template>

<xsl:template match="run:instrument" mode="fact">
	<div>
		<dt>
			<abbr title="{@title}"><xsl:value-of select="@abbreviation"/></abbr>
			<span class="title"><xsl:value-of select="@title"/></span>
		</dt>
		<dd><xsl:value-of select="th:digits(@mean)"/></dd>
	</div>
</xsl:template>

<xsl:template name="description">
	<xsl:value-of select="concat(normalize-space($cover/doc:p[1]), ' ของ', $address,
		' ประจำปีงบประมาณ พ.ศ. ', th:date(/in:measures-report/@year),
		' พร้อมผล', $result/@scheme-title, ' ประจำปีงบประมาณ พ.ศ. ', th:digits($result/@year),
		' คะแนนรวม ', th:digits($result/@total), ' คะแนน ระดับ ', th:digits($result/@level))"/>
</xsl:template>

</xsl:stylesheet>
