<?xml version="1.0" encoding="UTF-8"?>
<!--
  One page for who decides: the total and its level, the indicators as bars, what is strong,
  what is weak and which measures mend it.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns="urn:raingan:document" xmlns:in="urn:raingan:report" xmlns:run="urn:raingan:run"
	xmlns:th="urn:raingan:functions" exclude-result-prefixes="in run th">

<xsl:import href="front.xsl"/>
<xsl:import href="text.xsl"/>
<xsl:import href="scores.xsl"/>
<xsl:import href="charts.xsl"/>

<!-- The bars are of this year only: there is one page. -->
<xsl:variable name="previous" select="/.."/>
<xsl:variable name="measures" select="/in:measures-report/in:analysis//in:measure"/>

<xsl:template match="/in:measures-report">
	<document lang="th-TH" author="{$agency/in:name}">
		<xsl:copy-of select="@run:line"/>
		<xsl:call-template name="document-title">
			<xsl:with-param name="title">บทสรุปผู้บริหาร</xsl:with-param>
		</xsl:call-template>
		<xsl:call-template name="document-date"/>
		<xsl:apply-templates select="in:words"/>
		<xsl:call-template name="abbreviations"/>
		<page-sequence class="summary" numbered="no">
			<xsl:copy-of select="in:assessment/@run:line"/>
			<h1 class="summary-heading">บทสรุปผู้บริหาร</h1>
			<p class="summary-subject">
				<xsl:value-of select="concat($result/@scheme-title, ' ประจำปีงบประมาณ พ.ศ. ',
					th:date($result/@year))"/>
				<br/>
				<xsl:value-of select="$address"/>
			</p>
			<xsl:call-template name="figures"/>
			<xsl:for-each select="in:analysis">
				<xsl:call-template name="bars-chart">
					<xsl:with-param name="label"/>
				</xsl:call-template>
			</xsl:for-each>
			<xsl:call-template name="findings-summary"/>
		</page-sequence>
	</document>
</xsl:template>

<!-- The figures to remember, each with its name above it. -->
<xsl:template name="figures">
	<table class="summary-figures">
		<thead>
			<tr>
				<th class="summary-name">คะแนนรวม</th>
				<th class="summary-name">ระดับ</th>
				<xsl:if test="$result/@change">
					<th class="summary-name">
						<xsl:value-of select="concat('เทียบกับปี พ.ศ. ', th:date($result/@previous-year))"/>
					</th>
				</xsl:if>
				<xsl:if test="$result/@over-national-mean">
					<th class="summary-name">
						<xsl:value-of select="concat('เทียบกับค่าเฉลี่ยประเทศ (',
							th:digits($result/@national-mean), ')')"/>
					</th>
				</xsl:if>
			</tr>
		</thead>
		<tbody>
			<tr>
				<td class="summary-number"><xsl:value-of select="th:digits($result/@total)"/></td>
				<td class="summary-number"><xsl:value-of select="$result/@level"/></td>
				<xsl:apply-templates select="$result/@change" mode="difference"/>
				<xsl:apply-templates select="$result/@over-national-mean" mode="difference"/>
			</tr>
		</tbody>
	</table>
</xsl:template>

<xsl:template match="@*" mode="difference">
	<td class="summary-number">
		<xsl:choose>
			<xsl:when test="starts-with(., '-')">ลดลง <xsl:value-of select="th:digits(substring(., 2))"/></xsl:when>
			<xsl:when test="number(.) = 0">เท่าเดิม</xsl:when>
			<xsl:otherwise>เพิ่มขึ้น <xsl:value-of select="th:digits(.)"/></xsl:otherwise>
		</xsl:choose>
	</td>
</xsl:template>

<xsl:template match="@over-national-mean" mode="difference">
	<td class="summary-number">
		<xsl:choose>
			<xsl:when test="starts-with(., '-')">ต่ำกว่า <xsl:value-of select="th:digits(substring(., 2))"/></xsl:when>
			<xsl:when test="number(.) = 0">เท่ากัน</xsl:when>
			<xsl:otherwise>สูงกว่า <xsl:value-of select="th:digits(.)"/></xsl:otherwise>
		</xsl:choose>
	</td>
</xsl:template>

<!-- The three best by rank; the weak ones from the worst, each with its measures. -->
<xsl:template name="findings-summary">
	<table>
		<col width="38%"/>
		<col/>
		<thead>
			<tr>
				<th>จุดแข็งสามอันดับแรก</th>
				<th>จุดอ่อน และมาตรการที่แก้ไข</th>
			</tr>
		</thead>
		<tbody>
			<tr>
				<td>
					<ol>
						<xsl:for-each select="$result/run:indicator[not(@strength = 'no')]">
							<xsl:sort select="@rank" data-type="number"/>
							<xsl:if test="position() &lt; 4">
								<li class="summary-item"><xsl:call-template name="indicator-line"/></li>
							</xsl:if>
						</xsl:for-each>
						<xsl:if test="not($result/run:indicator[not(@strength = 'no')])">
							<li class="summary-item" label="-">ไม่มี</li>
						</xsl:if>
					</ol>
				</td>
				<td>
					<xsl:apply-templates select="$result/run:indicator[@strength = 'no']" mode="weak">
						<xsl:sort select="@rank" data-type="number" order="descending"/>
					</xsl:apply-templates>
					<xsl:if test="not($result/run:indicator[@strength = 'no'])">
						<p class="summary-weak">ไม่มี</p>
					</xsl:if>
				</td>
			</tr>
		</tbody>
	</table>
</xsl:template>

<xsl:template name="indicator-line">
	<xsl:value-of select="concat(@title, ' ', th:digits(@score), ' คะแนน')"/>
</xsl:template>

<xsl:template match="run:indicator" mode="weak">
	<xsl:variable name="mine" select="$measures[contains(concat(' ', normalize-space(@addresses), ' '),
		concat(' ', current()/@id, ' '))]"/>
	<p class="summary-weak"><xsl:call-template name="indicator-line"/></p>
	<ul>
		<xsl:for-each select="$mine">
			<li class="summary-item">
				<xsl:copy-of select="in:title/@run:line"/>
				<xsl:apply-templates select="in:title/node()"/>
			</li>
		</xsl:for-each>
		<xsl:if test="not($mine)">
			<li class="summary-item">ยังไม่มีมาตรการที่แก้ไขตัวชี้วัดนี้</li>
		</xsl:if>
	</ul>
</xsl:template>

</xsl:stylesheet>
