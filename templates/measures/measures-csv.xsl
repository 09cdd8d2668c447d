<?xml version="1.0" encoding="UTF-8"?>
<!--
  The measures as data, a row each, with what became of them.  Several steps, owners or points of a
  result are lines of one cell.  docs/data-files.md tells what the columns mean; they never change
  their order.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:in="urn:raingan:report" xmlns:th="urn:raingan:functions"
	exclude-result-prefixes="in th">

<xsl:import href="text.xsl"/>
<xsl:import href="csv.xsl"/>

<xsl:variable name="assessment" select="/in:measures-report/in:assessment"/>
<xsl:variable name="year" select="th:arabic-digits(/in:measures-report/@year)"/>
<xsl:variable name="plan" select="concat($agency-cell, ',', $year, ',', $year - 543, ',')"/>

<xsl:template match="/in:measures-report">
	<xsl:value-of select="$mark"/>
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
	<xsl:value-of select="$end"/>
</xsl:template>

<!--
  The element is not written: it keeps the rows apart, for libxslt would copy the text of all of them
  whenever it goes on with it after a variable.
-->
<xsl:template match="in:measure" mode="row">
	<row>
	<xsl:variable name="title"><xsl:apply-templates select="in:title" mode="line"/></xsl:variable>
	<xsl:variable name="steps"><xsl:apply-templates select="in:step" mode="line"/></xsl:variable>
	<xsl:variable name="owners"><xsl:apply-templates select="in:owner" mode="line"/></xsl:variable>
	<xsl:value-of select="concat($plan, position(), ',')"/>
	<xsl:value-of select="th:csv(@id, $title, $steps, $owners)"/>
	<xsl:apply-templates select="in:period" mode="row"/>
	<xsl:variable name="follow-up">
		<xsl:apply-templates select="in:follow-up" mode="line"/>
	</xsl:variable>
	<xsl:value-of select="concat(',', th:csv($follow-up, normalize-space(@addresses)))"/>
	<xsl:apply-templates select="in:result" mode="row"/>
	<xsl:if test="not(in:result)">,,,,,,</xsl:if>
	<xsl:value-of select="$end"/>
	</row>
</xsl:template>

<xsl:template match="in:period" mode="row">
	<xsl:value-of select="concat(',', th:csv(th:arabic-digits(th:date(@from)), th:iso-date(@from),
		th:arabic-digits(th:date(@to)), th:iso-date(@to)))"/>
</xsl:template>

<xsl:template match="in:result" mode="row">
	<xsl:variable name="outcomes"><xsl:apply-templates select="in:outcome" mode="line"/></xsl:variable>
	<xsl:variable name="problems"><xsl:apply-templates select="in:problem" mode="line"/></xsl:variable>
	<xsl:variable name="suggestions">
		<xsl:apply-templates select="in:suggestion" mode="line"/>
	</xsl:variable>
	<xsl:variable name="evidence"><xsl:apply-templates select="in:evidence" mode="line"/></xsl:variable>
	<xsl:value-of select="concat(',', th:csv(@status), ',',
		translate(th:arabic-digits(@spent), ',', ''), ',')"/>
	<xsl:value-of select="th:csv($outcomes, $problems, $suggestions, $evidence)"/>
</xsl:template>

<!-- A line of a cell, and of its text what is in it. -->
<xsl:template match="*" mode="line"><line><xsl:apply-templates/></line></xsl:template>

<xsl:template match="in:owner" mode="line"><line><xsl:call-template name="owner"/></line></xsl:template>

<!-- The address, behind its text if it has one. -->
<xsl:template match="in:evidence" mode="line">
	<line><xsl:apply-templates/><xsl:value-of select="concat(' ', @href)"/></line>
</xsl:template>

<xsl:template match="in:br"><xsl:text> </xsl:text></xsl:template>

</xsl:stylesheet>
