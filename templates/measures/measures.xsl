<?xml version="1.0" encoding="UTF-8"?>
<!-- The table of measures. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns="urn:raingan:document" xmlns:in="urn:raingan:report" xmlns:run="urn:raingan:run"
	xmlns:th="urn:raingan:functions" exclude-result-prefixes="in run th">

<xsl:template match="in:measures">
	<table>
		<!-- For "only measures"; a report may have called something else so. -->
		<xsl:if test="not(preceding::in:measures or //*/@id[. = 'measures'])">
			<xsl:attribute name="id">measures</xsl:attribute>
		</xsl:if>
		<xsl:copy-of select="@run:line"/>
		<col width="23%"/>
		<col width="43%"/>
		<col width="34%"/>
		<thead>
			<tr>
				<th>มาตรการ/แนวทาง</th>
				<th>ขั้นตอนหรือวิธีการดำเนินการ</th>
				<th>ระยะเวลา/การติดตามผล</th>
			</tr>
		</thead>
		<thead pages="later">
			<tr>
				<th>มาตรการ</th>
				<th>ขั้นตอนหรือวิธีการ</th>
				<th>การกำกับติดตาม</th>
			</tr>
		</thead>
		<tbody>
			<xsl:apply-templates select="in:measure"/>
		</tbody>
	</table>
</xsl:template>

<xsl:template match="in:measure">
	<tr class="whole">
		<xsl:copy-of select="@run:line"/>
		<th class="measure">
			<xsl:copy-of select="in:title/@run:line"/>
			<xsl:value-of select="concat(th:digits(position()), '. ')"/>
			<xsl:apply-templates select="in:title/node()"/>
		</th>
		<td class="measure">
			<xsl:if test="in:step">
				<ul>
					<xsl:apply-templates select="in:step"/>
				</ul>
			</xsl:if>
			<xsl:call-template name="owners"/>
		</td>
		<td class="measure">
			<xsl:apply-templates select="in:period"/>
			<xsl:apply-templates select="in:follow-up"/>
		</td>
	</tr>
</xsl:template>

<xsl:template match="in:step">
	<li class="step">
		<xsl:copy-of select="@run:line"/>
		<xsl:apply-templates/>
	</li>
</xsl:template>

<!-- One owner stands behind the label, several are a list below it. -->
<xsl:template name="owners">
	<p class="part">
		<xsl:copy-of select="in:owner[1]/@run:line"/>
		<u>หน่วยงานผู้รับผิดชอบ</u>
		<xsl:text> : </xsl:text>
		<xsl:for-each select="in:owner[last() = 1]">
			<xsl:call-template name="owner"/>
		</xsl:for-each>
	</p>
	<xsl:if test="in:owner[2]">
		<ul>
			<xsl:apply-templates select="in:owner"/>
		</ul>
	</xsl:if>
</xsl:template>

<xsl:template match="in:owner">
	<li class="step">
		<xsl:copy-of select="@run:line"/>
		<xsl:call-template name="owner"/>
	</li>
</xsl:template>

<xsl:template match="in:period">
	<p class="td"><xsl:copy-of select="@run:line"/><u>ระยะเวลาดำเนินการ</u></p>
	<p class="td">
		<xsl:copy-of select="@run:line"/>
		<xsl:value-of select="concat(th:date(@from), ' ถึง ', th:date(@to))"/>
	</p>
</xsl:template>

<xsl:template match="in:follow-up">
	<p class="part"><xsl:copy-of select="@run:line"/><u>การติดตามผล</u></p>
	<p class="td">
		<xsl:copy-of select="@run:line"/>
		<xsl:apply-templates/>
	</p>
</xsl:template>

</xsl:stylesheet>
