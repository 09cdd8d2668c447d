<?xml version="1.0" encoding="UTF-8"?>
<!--
  The scores as data: of each assessment a row for the total, for each instrument and for each
  indicator.  docs/data-files.md tells what the columns mean; they never change their order.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:in="urn:raingan:report" xmlns:run="urn:raingan:run" xmlns:th="urn:raingan:functions">

<xsl:import href="front.xsl"/>
<xsl:import href="csv.xsl"/>

<xsl:template match="/in:measures-report">
	<xsl:value-of select="$mark"/>
	<xsl:call-template name="head"/>
	<xsl:apply-templates select="(in:previous | in:assessment)/run:result">
		<xsl:sort select="@year" data-type="number"/>
	</xsl:apply-templates>
</xsl:template>

<xsl:template name="head">
	<xsl:text>"หน่วยงาน agency"</xsl:text>
	<xsl:text>,"ปีงบประมาณ (พ.ศ.) fiscal_year_be","ปีงบประมาณ (ค.ศ.) fiscal_year_ce"</xsl:text>
	<xsl:text>,"ประเภท row_type","รหัส id","ลำดับ number","ชื่อ title"</xsl:text>
	<xsl:text>,"เครื่องมือ instrument","น้ำหนัก (ร้อยละ) weight_percent"</xsl:text>
	<xsl:text>,"คะแนน score","คะแนนถ่วงน้ำหนัก weighted_score","ระดับ level"</xsl:text>
	<xsl:text>,"อันดับ rank","จุดแข็ง strength","เปลี่ยนแปลงจากปีก่อน change"</xsl:text>
	<xsl:value-of select="$end"/>
</xsl:template>

<xsl:template match="run:result">
	<xsl:call-template name="row">
		<xsl:with-param name="type">total</xsl:with-param>
		<xsl:with-param name="id">total</xsl:with-param>
	</xsl:call-template>
	<xsl:apply-templates select="run:instrument | run:indicator"/>
</xsl:template>

<xsl:template match="run:instrument | run:indicator">
	<xsl:call-template name="row"/>
</xsl:template>

<xsl:template name="row">
	<xsl:param name="type" select="local-name()"/>
	<xsl:param name="id" select="@id"/>
	<xsl:param name="year" select="ancestor-or-self::run:result/@year"/>
	<xsl:value-of select="th:csv(normalize-space($agency/in:name))"/>
	<xsl:value-of select="concat(',', $year, ',', $year - 543, ',')"/>
	<xsl:value-of select="th:csv(string($type), string($id))"/>
	<xsl:value-of select="concat(',', @number, ',')"/>
	<xsl:value-of select="th:csv(normalize-space(@title | @scheme-title), string(@instrument))"/>
	<xsl:value-of select="concat(',', @weight, ',', @total | @mean | @score, ',', @weighted, ',')"/>
	<xsl:value-of select="th:csv(string(@level))"/>
	<xsl:value-of select="concat(',', @rank, ',')"/>
	<xsl:value-of select="th:csv(string(@strength))"/>
	<xsl:value-of select="concat(',', @change, $end)"/>
</xsl:template>

</xsl:stylesheet>
