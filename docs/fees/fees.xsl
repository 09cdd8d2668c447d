<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns="urn:raingan:document" xmlns:in="urn:example:fees" xmlns:run="urn:raingan:run"
	xmlns:th="urn:raingan:functions" exclude-result-prefixes="in run th">

<xsl:template match="/in:fees">
	<document lang="th-TH" title="อัตราค่าธรรมเนียม {in:agency}">
		<page-sequence class="body">
			<h1>อัตราค่าธรรมเนียม<br/><xsl:value-of select="in:agency"/></h1>
			<p>ใช้ตั้งแต่วันที่ <xsl:value-of select="th:date(@from)"/> เป็นต้นไป</p>
			<table>
				<col width="1.5cm"/><col/><col width="2.2cm"/><col width="7cm"/>
				<thead>
					<tr><th>ที่</th><th>รายการ</th><th>บาท</th><th>ตัวอักษร</th></tr>
				</thead>
				<tbody><xsl:apply-templates select="in:fee"/></tbody>
			</table>
		</page-sequence>
	</document>
</xsl:template>

<xsl:template match="in:fee">
	<tr>
		<xsl:copy-of select="@run:line"/>
		<td><xsl:value-of select="th:digits(position())"/></td>
		<td><xsl:value-of select="."/></td>
		<td class="amount"><xsl:value-of select="th:number(@baht)"/></td>
		<td><xsl:value-of select="th:baht(@baht)"/></td>
	</tr>
</xsl:template>

</xsl:stylesheet>
