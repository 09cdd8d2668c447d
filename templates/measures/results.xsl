<?xml version="1.0" encoding="UTF-8"?>
<!-- The measures' results: the summary, and a row for each measure. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns="urn:raingan:document" xmlns:in="urn:raingan:report" xmlns:run="urn:raingan:run"
	xmlns:th="urn:raingan:functions" xmlns:own="urn:raingan:own"
	exclude-result-prefixes="in run th own">

<own:status name="done">ดำเนินการแล้วเสร็จ</own:status>
<own:status name="in-progress">อยู่ระหว่างดำเนินการ</own:status>
<own:status name="not-begun">ยังไม่ได้ดำเนินการ</own:status>

<xsl:variable name="statuses" select="document('')/*/own:status"/>

<!-- How many measures are how far, and what all cost; only what the results say. -->
<xsl:template name="summary">
	<xsl:if test="$measures/in:result/@status">
		<table>
			<col width="11.5cm"/>
			<col/>
			<thead>
				<tr class="band"><th>ผลการดำเนินการ</th><th>จำนวน (มาตรการ)</th></tr>
			</thead>
			<tbody>
				<xsl:for-each select="$statuses">
					<xsl:call-template name="summary-row">
						<xsl:with-param name="text" select="."/>
						<xsl:with-param name="count"
							select="count($measures[in:result/@status = current()/@name])"/>
					</xsl:call-template>
				</xsl:for-each>
				<xsl:if test="$measures[not(in:result/@status)]">
					<xsl:call-template name="summary-row">
						<xsl:with-param name="text">ยังไม่ได้รายงานสถานะ</xsl:with-param>
						<xsl:with-param name="count"
							select="count($measures[not(in:result/@status)])"/>
					</xsl:call-template>
				</xsl:if>
				<xsl:call-template name="summary-row">
					<xsl:with-param name="text">รวมทั้งสิ้น</xsl:with-param>
					<xsl:with-param name="count" select="count($measures)"/>
				</xsl:call-template>
			</tbody>
		</table>
	</xsl:if>
	<xsl:if test="$measures/in:result/@spent">
		<xsl:call-template name="total-spent"/>
	</xsl:if>
</xsl:template>

<xsl:template name="summary-row">
	<xsl:param name="text"/>
	<xsl:param name="count"/>
	<tr class="whole">
		<th class="td"><xsl:value-of select="$text"/></th>
		<td class="score"><xsl:value-of select="th:digits($count)"/></td>
	</tr>
</xsl:template>

<xsl:template name="total-spent">
	<xsl:variable name="sum">
		<xsl:call-template name="sum">
			<xsl:with-param name="amounts" select="$measures/in:result/@spent"/>
		</xsl:call-template>
	</xsl:variable>
	<p>
		<xsl:text>งบประมาณที่ใช้รวมทั้งสิ้น </xsl:text>
		<xsl:value-of select="concat(th:number($sum), ' บาท (', th:baht($sum), ')')"/>
	</p>
</xsl:template>

<!-- In satang, which are whole numbers: XPath's fractions are binary. -->
<xsl:template name="sum">
	<xsl:param name="amounts"/>
	<xsl:param name="satang" select="0"/>
	<xsl:choose>
		<xsl:when test="$amounts">
			<xsl:call-template name="sum">
				<xsl:with-param name="amounts" select="$amounts[position() > 1]"/>
				<xsl:with-param name="satang" select="$satang +
					round(100 * translate(th:arabic-digits($amounts[1]), ',', ''))"/>
			</xsl:call-template>
		</xsl:when>
		<xsl:when test="$satang mod 100 = 0">
			<xsl:value-of select="format-number($satang div 100, '0')"/>
		</xsl:when>
		<xsl:otherwise>
			<xsl:value-of select="format-number($satang div 100, '0.00')"/>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- The same numbers as in the report's table. -->
<xsl:template match="in:measures" mode="results">
	<table>
		<xsl:copy-of select="@run:line"/>
		<col width="5%"/>
		<col width="18%"/>
		<col width="26%"/>
		<col width="10%"/>
		<col width="13%"/>
		<col width="13%"/>
		<col width="15%"/>
		<thead>
			<tr>
				<th class="result-head">ลำดับ</th>
				<th class="result-head">มาตรการ</th>
				<th class="result-head">ผลการดำเนินการ</th>
				<th class="result-head">งบประมาณ<br/>ที่ใช้ (บาท)</th>
				<th class="result-head">ปัญหา/อุปสรรค</th>
				<th class="result-head">ข้อเสนอแนะ</th>
				<th class="result-head">หลักฐาน</th>
			</tr>
		</thead>
		<tbody>
			<xsl:apply-templates select="in:measure" mode="results"/>
		</tbody>
	</table>
</xsl:template>

<xsl:template match="in:measure" mode="results">
	<tr class="whole">
		<xsl:copy-of select="@run:line"/>
		<td class="result-number"><xsl:value-of select="th:digits(position())"/></td>
		<th class="result">
			<xsl:copy-of select="in:title/@run:line"/>
			<xsl:apply-templates select="in:title/node()"/>
		</th>
		<td class="result"><xsl:call-template name="outcome"/></td>
		<xsl:call-template name="spent"/>
		<td class="result">
			<xsl:call-template name="points">
				<xsl:with-param name="points" select="in:result/in:problem"/>
			</xsl:call-template>
		</td>
		<td class="result">
			<xsl:call-template name="points">
				<xsl:with-param name="points" select="in:result/in:suggestion"/>
			</xsl:call-template>
		</td>
		<td class="result">
			<xsl:call-template name="points">
				<xsl:with-param name="points" select="in:result/in:evidence"/>
			</xsl:call-template>
		</td>
	</tr>
</xsl:template>

<!-- How far the measure is, then what was done; one of them is enough. -->
<xsl:template name="outcome">
	<xsl:variable name="status" select="$statuses[@name = current()/in:result/@status]"/>
	<xsl:if test="$status">
		<p class="result-status">
			<xsl:copy-of select="in:result/@run:line"/>
			<xsl:value-of select="$status"/>
		</p>
	</xsl:if>
	<xsl:if test="in:result/in:outcome or not($status)">
		<xsl:call-template name="points">
			<xsl:with-param name="points" select="in:result/in:outcome"/>
		</xsl:call-template>
	</xsl:if>
</xsl:template>

<xsl:template name="spent">
	<xsl:variable name="spent" select="in:result/@spent"/>
	<xsl:choose>
		<xsl:when test="translate($spent, '0๐.,', '')">
			<td class="result-amount">
				<xsl:copy-of select="in:result/@run:line"/>
				<xsl:value-of select="th:number($spent)"/>
			</td>
		</xsl:when>
		<xsl:when test="$spent"><td class="result-number">ไม่ใช้<br/>งบประมาณ</td></xsl:when>
		<xsl:otherwise><td class="result-number">ไม่มี</td></xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- One point is a paragraph, several are a list; a cell is never empty. -->
<xsl:template name="points">
	<xsl:param name="points"/>
	<xsl:choose>
		<xsl:when test="$points[2]">
			<ul><xsl:apply-templates select="$points" mode="item"/></ul>
		</xsl:when>
		<xsl:when test="$points"><xsl:apply-templates select="$points" mode="only"/></xsl:when>
		<xsl:otherwise><p class="result">ไม่มี</p></xsl:otherwise>
	</xsl:choose>
</xsl:template>

<xsl:template match="*" mode="item">
	<li class="result-item">
		<xsl:copy-of select="@run:line"/>
		<xsl:apply-templates select="." mode="point"/>
	</li>
</xsl:template>

<xsl:template match="*" mode="only">
	<p class="result">
		<xsl:copy-of select="@run:line"/>
		<xsl:apply-templates select="." mode="point"/>
	</p>
</xsl:template>

<xsl:template match="*" mode="point">
	<xsl:apply-templates/>
</xsl:template>

<xsl:template match="in:evidence" mode="point">
	<a href="{@href}">
		<u>
			<xsl:apply-templates/>
			<xsl:if test="not(normalize-space())"><xsl:value-of select="@href"/></xsl:if>
		</u>
	</a>
</xsl:template>

</xsl:stylesheet>
