<?xml version="1.0" encoding="UTF-8"?>
<!--
  The scores as data: of each assessment a row for the total, for each instrument and for each
  indicator.  docs/data-files.md tells what the columns mean; they never change their order.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:in="urn:raingan:report" xmlns:run="urn:raingan:run">

<xsl:import href="front.xsl"/>
<xsl:import href="csv.xsl"/>

<xsl:template match="/in:measures-report">
	<xsl:call-template name="mark"/>
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
	<xsl:call-template name="end"/>
</xsl:template>

<!-- What a row begins with. -->
<xsl:template name="subject">
	<xsl:param name="year" select="ancestor-or-self::run:result/@year"/>
	<xsl:param name="type" select="local-name()"/>
	<xsl:param name="id" select="@id"/>
	<xsl:call-template name="first">
		<xsl:with-param name="of" select="normalize-space($agency/in:name)"/>
	</xsl:call-template>
	<xsl:call-template name="number"><xsl:with-param name="of" select="$year"/></xsl:call-template>
	<xsl:call-template name="number">
		<xsl:with-param name="of" select="$year - 543"/>
	</xsl:call-template>
	<xsl:call-template name="text"><xsl:with-param name="of" select="$type"/></xsl:call-template>
	<xsl:call-template name="text"><xsl:with-param name="of" select="$id"/></xsl:call-template>
	<xsl:call-template name="number"><xsl:with-param name="of" select="@number"/></xsl:call-template>
	<xsl:call-template name="text">
		<xsl:with-param name="of" select="normalize-space(@title | @scheme-title)"/>
	</xsl:call-template>
	<xsl:call-template name="text"><xsl:with-param name="of" select="@instrument"/></xsl:call-template>
	<xsl:call-template name="number"><xsl:with-param name="of" select="@weight"/></xsl:call-template>
</xsl:template>

<!-- And ends with: what the row's element has. -->
<xsl:template name="figures">
	<xsl:call-template name="number">
		<xsl:with-param name="of" select="@total | @mean | @score"/>
	</xsl:call-template>
	<xsl:call-template name="number"><xsl:with-param name="of" select="@weighted"/></xsl:call-template>
	<xsl:call-template name="text"><xsl:with-param name="of" select="@level"/></xsl:call-template>
	<xsl:call-template name="number"><xsl:with-param name="of" select="@rank"/></xsl:call-template>
	<xsl:call-template name="text"><xsl:with-param name="of" select="@strength"/></xsl:call-template>
	<xsl:call-template name="number"><xsl:with-param name="of" select="@change"/></xsl:call-template>
	<xsl:call-template name="end"/>
</xsl:template>

<xsl:template match="run:result">
	<xsl:call-template name="subject">
		<xsl:with-param name="type">total</xsl:with-param>
		<xsl:with-param name="id">total</xsl:with-param>
	</xsl:call-template>
	<xsl:call-template name="figures"/>
	<xsl:apply-templates select="run:instrument | run:indicator"/>
</xsl:template>

<xsl:template match="run:instrument | run:indicator">
	<xsl:call-template name="subject"/>
	<xsl:call-template name="figures"/>
</xsl:template>

</xsl:stylesheet>
