<?xml version="1.0" encoding="UTF-8"?>
<!--
  The measures as data, a row each, with what became of them.  Several steps, owners or points of a
  result are lines of one cell.  docs/data-files.md tells what the columns mean; they never change
  their order.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:in="urn:raingan:report" xmlns:th="urn:raingan:functions">

<xsl:import href="front.xsl"/>
<xsl:import href="text.xsl"/>
<xsl:import href="measures.xsl"/>
<xsl:import href="csv.xsl"/>

<xsl:template match="/in:measures-report">
	<xsl:call-template name="mark"/>
	<xsl:call-template name="head"/>
	<xsl:apply-templates select="in:analysis//in:measures" mode="row"/>
</xsl:template>

<xsl:template match="in:measures" mode="row">
	<xsl:apply-templates select="in:measure" mode="row"/>
</xsl:template>

<xsl:template name="head">
	<xsl:text>"หน่วยงาน agency"</xsl:text>
	<xsl:text>,"ปีงบประมาณ (พ.ศ.) fiscal_year_be","ปีงบประมาณ (ค.ศ.) fiscal_year_ce"</xsl:text>
	<xsl:text>,"ลำดับ number","รหัส id","มาตรการ title","ขั้นตอน steps"</xsl:text>
	<xsl:text>,"หน่วยงานผู้รับผิดชอบ owners"</xsl:text>
	<xsl:text>,"เริ่ม (พ.ศ.) from_be","เริ่ม (ค.ศ.) from_iso"</xsl:text>
	<xsl:text>,"สิ้นสุด (พ.ศ.) to_be","สิ้นสุด (ค.ศ.) to_iso"</xsl:text>
	<xsl:text>,"การติดตามผล follow_up","ตัวชี้วัดที่มุ่งยกระดับ addresses"</xsl:text>
	<xsl:text>,"สถานะ status","งบประมาณที่ใช้ (บาท) spent_baht"</xsl:text>
	<xsl:text>,"ผลการดำเนินการ outcomes","ปัญหา/อุปสรรค problems"</xsl:text>
	<xsl:text>,"ข้อเสนอแนะ suggestions","หลักฐาน evidence"</xsl:text>
	<xsl:call-template name="end"/>
</xsl:template>

<!--
  The element is not written: it keeps the rows apart, for libxslt would copy the text of all of them
  whenever it goes on with it after a variable.
-->
<xsl:template match="in:measure" mode="row">
	<row>
	<xsl:variable name="title"><xsl:apply-templates select="in:title/node()"/></xsl:variable>
	<xsl:variable name="year" select="th:arabic-digits(/in:measures-report/@year)"/>
	<xsl:call-template name="first">
		<xsl:with-param name="of" select="normalize-space($agency/in:name)"/>
	</xsl:call-template>
	<xsl:call-template name="number"><xsl:with-param name="of" select="$year"/></xsl:call-template>
	<xsl:call-template name="number">
		<xsl:with-param name="of" select="$year - 543"/>
	</xsl:call-template>
	<xsl:call-template name="number"><xsl:with-param name="of" select="position()"/></xsl:call-template>
	<xsl:call-template name="text"><xsl:with-param name="of" select="@id"/></xsl:call-template>
	<xsl:call-template name="text">
		<xsl:with-param name="of" select="normalize-space($title)"/>
	</xsl:call-template>
	<xsl:call-template name="lines">
		<xsl:with-param name="of" select="in:step"/>
	</xsl:call-template>
	<xsl:call-template name="lines"><xsl:with-param name="of" select="in:owner"/></xsl:call-template>
	<xsl:apply-templates select="in:period/@from | in:period/@to" mode="row"/>
	<xsl:call-template name="lines"><xsl:with-param name="of" select="in:follow-up"/></xsl:call-template>
	<xsl:call-template name="text">
		<xsl:with-param name="of" select="normalize-space(@addresses)"/>
	</xsl:call-template>
	<xsl:call-template name="result"/>
	<xsl:call-template name="end"/>
	</row>
</xsl:template>

<xsl:template match="@from | @to" mode="row">
	<xsl:variable name="iso">
		<xsl:call-template name="iso-date"><xsl:with-param name="of" select="."/></xsl:call-template>
	</xsl:variable>
	<xsl:call-template name="text">
		<xsl:with-param name="of" select="th:arabic-digits(th:date(.))"/>
	</xsl:call-template>
	<xsl:call-template name="text"><xsl:with-param name="of" select="$iso"/></xsl:call-template>
</xsl:template>

<xsl:template name="result">
	<xsl:call-template name="text">
		<xsl:with-param name="of" select="in:result/@status"/>
	</xsl:call-template>
	<xsl:call-template name="number">
		<xsl:with-param name="of" select="translate(th:arabic-digits(in:result/@spent), ',', '')"/>
	</xsl:call-template>
	<xsl:call-template name="lines">
		<xsl:with-param name="of" select="in:result/in:outcome"/>
	</xsl:call-template>
	<xsl:call-template name="lines">
		<xsl:with-param name="of" select="in:result/in:problem"/>
	</xsl:call-template>
	<xsl:call-template name="lines">
		<xsl:with-param name="of" select="in:result/in:suggestion"/>
	</xsl:call-template>
	<xsl:call-template name="lines">
		<xsl:with-param name="of" select="in:result/in:evidence"/>
	</xsl:call-template>
</xsl:template>

<!-- One cell with a line for each. -->
<xsl:template name="lines">
	<xsl:param name="of"/>
	<xsl:variable name="lines">
		<xsl:for-each select="$of">
			<xsl:variable name="line"><xsl:apply-templates select="." mode="line"/></xsl:variable>
			<xsl:if test="position() > 1"><xsl:text>&#10;</xsl:text></xsl:if>
			<xsl:value-of select="normalize-space($line)"/>
		</xsl:for-each>
	</xsl:variable>
	<xsl:call-template name="text"><xsl:with-param name="of" select="$lines"/></xsl:call-template>
</xsl:template>

<xsl:template match="*" mode="line"><xsl:apply-templates/></xsl:template>

<xsl:template match="in:owner" mode="line"><xsl:call-template name="owner"/></xsl:template>

<!-- The address, behind its text if it has one. -->
<xsl:template match="in:evidence" mode="line">
	<xsl:apply-templates/>
	<xsl:value-of select="concat(' ', @href)"/>
</xsl:template>

<xsl:template match="in:br"><xsl:text> </xsl:text></xsl:template>

</xsl:stylesheet>
