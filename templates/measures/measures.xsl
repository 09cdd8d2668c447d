<?xml version="1.0" encoding="UTF-8"?>
<!-- The table of measures. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns="urn:raingan:document" xmlns:in="urn:raingan:report" xmlns:run="urn:raingan:run"
	xmlns:th="urn:raingan:functions" exclude-result-prefixes="in run th">

<xsl:key name="unit" match="in:unit" use="@id"/>

<xsl:template match="in:measures">
	<table>
		<xsl:copy-of select="@run:line"/>
		<col/>
		<col width="6.66cm"/>
		<col width="5.58cm"/>
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
		<td>
			<xsl:copy-of select="in:title/@run:line"/>
			<xsl:value-of select="concat(th:digits(position()), '. ')"/>
			<xsl:apply-templates select="in:title/node()"/>
		</td>
		<td>
			<ul>
				<xsl:apply-templates select="in:step"/>
			</ul>
			<xsl:call-template name="owners"/>
		</td>
		<td>
			<xsl:apply-templates select="in:period | in:follow-up"/>
		</td>
	</tr>
</xsl:template>

<xsl:template match="in:step">
	<li class="step">
		<xsl:copy-of select="@run:line"/>
		<xsl:apply-templates/>
	</li>
</xsl:template>

<xsl:template name="owners">
	<p class="td">
		<xsl:copy-of select="in:owner[1]/@run:line"/>
		<u>หน่วยงานผู้รับผิดชอบ</u>
		<xsl:text> : </xsl:text>
		<xsl:for-each select="in:owner">
			<xsl:if test="position() > 1">, </xsl:if>
			<xsl:value-of select="key('unit', @unit)"/>
			<xsl:if test="not(@unit)"><xsl:value-of select="."/></xsl:if>
		</xsl:for-each>
	</p>
</xsl:template>

<xsl:template match="in:period">
	<p class="td"><xsl:copy-of select="@run:line"/><u>ระยะเวลาดำเนินการ</u></p>
	<p class="td">
		<xsl:copy-of select="@run:line"/>
		<xsl:value-of select="concat(th:date(@from), ' ถึง ', th:date(@to))"/>
	</p>
</xsl:template>

<xsl:template match="in:follow-up">
	<p class="td"><xsl:copy-of select="@run:line"/><u>การติดตามผล</u></p>
	<p class="td">
		<xsl:copy-of select="@run:line"/>
		<xsl:apply-templates/>
	</p>
</xsl:template>

</xsl:stylesheet>
