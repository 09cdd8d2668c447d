<?xml version="1.0" encoding="UTF-8"?>
<!--
  The follow-up report: what became of each measure.  Cover, introduction with a summary, and on
  paper that lies on its side the table of results with the signatures below it.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns="urn:raingan:document" xmlns:in="urn:raingan:report" xmlns:run="urn:raingan:run"
	xmlns:th="urn:raingan:functions" exclude-result-prefixes="in run th">

<xsl:import href="front.xsl"/>
<xsl:import href="text.xsl"/>
<xsl:import href="sections.xsl"/>
<xsl:import href="measures.xsl"/>
<xsl:import href="results.xsl"/>

<xsl:variable name="follow-up" select="/in:measures-report/in:follow-up-report"/>
<xsl:variable name="measures" select="/in:measures-report/in:analysis//in:measure"/>

<xsl:template match="/in:measures-report">
	<document lang="th-TH" author="{$agency/in:name}">
		<xsl:copy-of select="@run:line"/>
		<xsl:call-template name="document-title">
			<xsl:with-param name="title"><xsl:call-template name="title"/></xsl:with-param>
		</xsl:call-template>
		<xsl:call-template name="document-date">
			<xsl:with-param name="of" select="$follow-up/@date"/>
		</xsl:call-template>
		<xsl:apply-templates select="in:words"/>
		<xsl:call-template name="abbreviations"/>
		<xsl:call-template name="cover"/>
		<xsl:call-template name="introduction"/>
		<xsl:call-template name="results"/>
	</document>
</xsl:template>

<xsl:template name="title">
	<xsl:apply-templates select="$follow-up/in:title/node()"/>
	<xsl:if test="not($follow-up/in:title)">
		<xsl:text>รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน</xsl:text>
	</xsl:if>
</xsl:template>

<xsl:template name="as-of">
	<xsl:text>ข้อมูล ณ </xsl:text>
	<!-- A day has two hyphens, a month one. -->
	<xsl:choose>
		<xsl:when test="contains(substring-after($follow-up/@as-of, '-'), '-')">วันที่ </xsl:when>
		<xsl:when test="contains($follow-up/@as-of, '-')">เดือน</xsl:when>
	</xsl:choose>
	<xsl:value-of select="th:date($follow-up/@as-of)"/>
</xsl:template>

<xsl:template name="cover">
	<page-sequence numbered="no">
		<xsl:copy-of select="$follow-up/@run:line"/>
		<xsl:call-template name="cover-seal"/>
		<p class="cover-title">
			<xsl:copy-of select="$follow-up/in:title/@run:line"/>
			<xsl:call-template name="title"/>
		</p>
		<xsl:call-template name="cover-agency"/>
		<xsl:call-template name="cover-foot"/>
	</page-sequence>
</xsl:template>

<xsl:template name="introduction">
	<page-sequence class="body" number-from="1">
		<header pages="later">
			<p class="page-number">- <page-number/> -</p>
		</header>
		<h1 class="report-heading">
			<xsl:call-template name="title"/>
			<br/>
			<xsl:value-of select="$address"/>
			<br/>
			<xsl:text>ประจำปีงบประมาณ พ.ศ. </xsl:text>
			<xsl:value-of select="th:date(@year)"/>
			<xsl:if test="$follow-up/@as-of"><br/><xsl:call-template name="as-of"/></xsl:if>
		</h1>
		<xsl:apply-templates select="$follow-up/in:introduction/*"/>
		<xsl:if test="not($follow-up/in:introduction)">
			<xsl:call-template name="usual-introduction"/>
		</xsl:if>
		<xsl:call-template name="summary"/>
	</page-sequence>
</xsl:template>

<xsl:template name="usual-introduction">
	<p>
		<xsl:value-of select="concat('ตามที่', $agency/in:name,
			'ได้กำหนดมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. ',
			th:date(@year), ' จำนวน ', th:digits(count($measures)), ' มาตรการ ',
			'จากการวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ ',
			'ประจำปีงบประมาณ พ.ศ. ', th:date($assessment/@year), ' นั้น')"/>
	</p>
	<p>
		<xsl:value-of select="concat('บัดนี้ ', $agency/in:name,
			'ได้กำกับติดตามการดำเนินการตามมาตรการดังกล่าวแล้ว จึงขอรายงานผลการดำเนินการ ',
			'งบประมาณที่ใช้ ปัญหาและอุปสรรค และข้อเสนอแนะของแต่ละมาตรการ ',
			'รายละเอียดปรากฏตามตารางแนบท้าย')"/>
	</p>
</xsl:template>

<xsl:template name="results">
	<page-sequence class="wide">
		<header>
			<p class="page-number">- <page-number/> -</p>
		</header>
		<h1 class="report-heading">
			<xsl:text>ตารางแสดงผลการดำเนินการตามมาตรการ ประจำปีงบประมาณ พ.ศ. </xsl:text>
			<xsl:value-of select="th:date(@year)"/>
		</h1>
		<xsl:apply-templates select="in:analysis//in:measures" mode="results"/>
		<xsl:call-template name="signers"/>
	</page-sequence>
</xsl:template>

<xsl:template name="signers">
	<keep>
		<table class="signers">
			<xsl:copy-of select="$follow-up/in:signer[1]/@run:line"/>
			<col width="33%"/>
			<col/>
			<col width="33%"/>
			<tbody>
				<tr class="whole">
					<!-- Fewer than three sign on the right. -->
					<xsl:if test="$follow-up/in:signer and not($follow-up/in:signer[3])"><td/></xsl:if>
					<xsl:if test="$follow-up/in:signer and not($follow-up/in:signer[2])"><td/></xsl:if>
					<xsl:apply-templates select="$follow-up/in:signer"/>
					<xsl:if test="not($follow-up/in:signer)">
						<xsl:call-template name="signer">
							<xsl:with-param name="role">ผู้จัดทำ</xsl:with-param>
						</xsl:call-template>
						<xsl:call-template name="signer">
							<xsl:with-param name="role">ผู้ตรวจ</xsl:with-param>
						</xsl:call-template>
						<xsl:call-template name="signer">
							<xsl:with-param name="role">ผู้อนุมัติ</xsl:with-param>
						</xsl:call-template>
					</xsl:if>
				</tr>
			</tbody>
		</table>
	</keep>
</xsl:template>

<xsl:template match="in:signer">
	<xsl:call-template name="signer">
		<xsl:with-param name="role" select="@role"/>
		<xsl:with-param name="name" select="@name"/>
		<xsl:with-param name="position" select="@position"/>
	</xsl:call-template>
</xsl:template>

<xsl:template name="signer">
	<xsl:param name="role"/>
	<xsl:param name="name"/>
	<xsl:param name="position"/>
	<td class="signer">
		<p class="signer-line">(ลงชื่อ) <leader/> <xsl:value-of select="$role"/></p>
		<p class="signer">
			<xsl:value-of select="concat('(', $name)"/>
			<xsl:if test="not($name)">................................................</xsl:if>
			<xsl:text>)</xsl:text>
		</p>
		<p class="signer">
			<xsl:text>ตำแหน่ง </xsl:text>
			<xsl:value-of select="$position"/>
			<xsl:if test="not($position)">....................................</xsl:if>
		</p>
	</td>
</xsl:template>

</xsl:stylesheet>
