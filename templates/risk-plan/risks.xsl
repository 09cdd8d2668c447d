<?xml version="1.0" encoding="UTF-8"?>
<!-- What follows from the risks and their criteria: tables, and the matrix. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns="urn:raingan:document" xmlns:in="urn:raingan:risk-plan" xmlns:run="urn:raingan:run"
	xmlns:th="urn:raingan:functions" exclude-result-prefixes="in run th">

<xsl:key name="risk" match="in:risk" use="@id"/>
<xsl:key name="unit" match="in:unit" use="@id"/>
<!-- The risks of a field of the matrix. -->
<xsl:key name="field" match="in:risk" use="concat(@likelihood, ' ', @impact)"/>

<xsl:variable name="criteria" select="/in:risk-plan/in:criteria"/>
<xsl:variable name="levels" select="$criteria/in:level"/>

<xsl:template match="in:risk" mode="number">
	<xsl:variable name="number"><xsl:number/></xsl:variable>
	<xsl:value-of select="th:digits($number)"/>
</xsl:template>

<xsl:template match="in:risk" mode="level">
	<xsl:value-of select="$levels[@from &lt;= current()/@likelihood * current()/@impact][last()]/@title"/>
</xsl:template>

<!-- risk-1 is the style of the lowest level, and so on. -->
<xsl:template name="level-style">
	<xsl:param name="score"/>
	<xsl:attribute name="class">
		<xsl:value-of select="concat('risk-', count($levels[@from &lt;= $score]))"/>
	</xsl:attribute>
</xsl:template>

<!-- Degrees and levels -->

<xsl:template match="in:likelihood-table">
	<xsl:call-template name="degrees">
		<xsl:with-param name="of" select="$criteria/in:likelihood"/>
		<xsl:with-param name="title">โอกาสที่จะเกิด</xsl:with-param>
	</xsl:call-template>
</xsl:template>

<xsl:template match="in:impact-table">
	<xsl:call-template name="degrees">
		<xsl:with-param name="of" select="$criteria/in:impact"/>
		<xsl:with-param name="title">ผลกระทบ</xsl:with-param>
	</xsl:call-template>
</xsl:template>

<xsl:template name="degrees">
	<xsl:param name="of"/>
	<xsl:param name="title"/>
	<table>
		<xsl:copy-of select="@run:line"/>
		<col width="2cm"/>
		<col width="3.5cm"/>
		<col/>
		<thead>
			<tr><th>ระดับ</th><th><xsl:value-of select="$title"/></th><th>คำอธิบาย</th></tr>
		</thead>
		<tbody>
			<xsl:for-each select="$of/in:degree">
				<xsl:sort select="position()" data-type="number" order="descending"/>
				<tr class="whole">
					<xsl:copy-of select="@run:line"/>
					<td class="centred"><xsl:value-of select="th:digits(6 - position())"/></td>
					<th class="row"><xsl:value-of select="@title"/></th>
					<td><xsl:value-of select="."/></td>
				</tr>
			</xsl:for-each>
		</tbody>
	</table>
</xsl:template>

<xsl:template match="in:level-table">
	<table>
		<xsl:copy-of select="@run:line"/>
		<col width="3cm"/>
		<col width="3cm"/>
		<col/>
		<thead>
			<tr><th>ระดับความเสี่ยง</th><th>ระดับคะแนน</th><th>แนวทางการจัดการ</th></tr>
		</thead>
		<tbody>
			<xsl:for-each select="$levels">
				<xsl:sort select="@from" data-type="number" order="descending"/>
				<tr class="whole">
					<xsl:copy-of select="@run:line"/>
					<th>
						<xsl:call-template name="level-style">
							<xsl:with-param name="score" select="@from"/>
						</xsl:call-template>
						<xsl:value-of select="@title"/>
					</th>
					<td class="centred">
						<xsl:value-of select="th:digits(@from)"/>
						<xsl:text> - </xsl:text>
						<xsl:variable name="next" select="following-sibling::in:level[1]"/>
						<xsl:choose>
							<xsl:when test="$next"><xsl:value-of select="th:digits($next/@from - 1)"/></xsl:when>
							<xsl:otherwise>๒๕</xsl:otherwise>
						</xsl:choose>
					</td>
					<td><xsl:value-of select="."/></td>
				</tr>
			</xsl:for-each>
		</tbody>
	</table>
</xsl:template>

<!-- The risks -->

<xsl:template match="in:risk-table">
	<table id="risks">
		<xsl:copy-of select="@run:line"/>
		<col width="1.1cm"/>
		<col/>
		<col width="3.2cm"/>
		<col width="1.6cm"/>
		<col width="1.9cm"/>
		<col width="1.6cm"/>
		<col width="2.1cm"/>
		<thead>
			<tr>
				<th>ที่</th><th>ความเสี่ยงและปัจจัยเสี่ยง</th><th>ด้าน</th><th>โอกาส</th><th>ผลกระทบ</th><th>คะแนน</th><th>ระดับ</th>
			</tr>
		</thead>
		<tbody>
			<xsl:apply-templates select="$plan/in:risks/in:risk" mode="row"/>
		</tbody>
	</table>
</xsl:template>

<xsl:template match="in:risk" mode="row">
	<tr class="whole">
		<xsl:copy-of select="@run:line"/>
		<td class="centred"><xsl:apply-templates select="." mode="number"/></td>
		<td>
			<p class="td"><b><xsl:value-of select="in:title"/></b></p>
			<ul>
				<xsl:for-each select="in:cause">
					<li class="point"><xsl:value-of select="."/></li>
				</xsl:for-each>
			</ul>
		</td>
		<td><xsl:apply-templates select="@kind"/></td>
		<td class="centred"><xsl:value-of select="th:digits(@likelihood)"/></td>
		<td class="centred"><xsl:value-of select="th:digits(@impact)"/></td>
		<td class="centred"><xsl:value-of select="th:digits(@likelihood * @impact)"/></td>
		<td>
			<xsl:call-template name="level-style">
				<xsl:with-param name="score" select="@likelihood * @impact"/>
			</xsl:call-template>
			<xsl:apply-templates select="." mode="level"/>
		</td>
	</tr>
</xsl:template>

<xsl:template match="@kind[. = 'strategic']">ด้านกลยุทธ์</xsl:template>
<xsl:template match="@kind[. = 'operational']">ด้านการดำเนินงาน</xsl:template>
<xsl:template match="@kind[. = 'financial']">ด้านการเงิน</xsl:template>
<xsl:template match="@kind[. = 'compliance']">ด้านการปฏิบัติตามกฎหมาย ระเบียบ ข้อบังคับ</xsl:template>

<!-- The matrix: the gravest impact in the first row. -->
<xsl:template match="in:risk-matrix">
	<figure>
		<xsl:copy-of select="@run:line"/>
		<table class="matrix" id="matrix">
			<col width="3.4cm"/>
			<col width="2.52cm"/><col width="2.52cm"/><col width="2.52cm"/><col width="2.52cm"/><col width="2.52cm"/>
			<thead>
				<tr>
					<th rowspan="2">ผลกระทบ</th>
					<th colspan="5">โอกาสที่จะเกิด</th>
				</tr>
				<tr>
					<xsl:for-each select="$criteria/in:likelihood/in:degree">
						<th><xsl:value-of select="concat(th:digits(position()), ' ', @title)"/></th>
					</xsl:for-each>
				</tr>
			</thead>
			<tbody>
				<xsl:for-each select="$criteria/in:impact/in:degree">
					<xsl:sort select="position()" data-type="number" order="descending"/>
					<xsl:variable name="impact" select="6 - position()"/>
					<tr>
						<th><xsl:value-of select="concat(th:digits($impact), ' ', @title)"/></th>
						<xsl:for-each select="$criteria/in:likelihood/in:degree">
							<td>
								<xsl:call-template name="field">
									<xsl:with-param name="likelihood" select="position()"/>
									<xsl:with-param name="impact" select="$impact"/>
								</xsl:call-template>
							</td>
						</xsl:for-each>
					</tr>
				</xsl:for-each>
			</tbody>
		</table>
		<caption>ตัวเลขในช่องคือคะแนนความเสี่ยง ตัวหนาคือลำดับที่ของความเสี่ยง</caption>
	</figure>
</xsl:template>

<xsl:template name="field">
	<xsl:param name="likelihood"/>
	<xsl:param name="impact"/>
	<xsl:call-template name="level-style">
		<xsl:with-param name="score" select="$likelihood * $impact"/>
	</xsl:call-template>
	<xsl:value-of select="th:digits($likelihood * $impact)"/>
	<xsl:for-each select="key('field', concat($likelihood, ' ', $impact))">
		<xsl:choose>
			<xsl:when test="position() = 1"><br/></xsl:when>
			<xsl:otherwise>, </xsl:otherwise>
		</xsl:choose>
		<b>
			<xsl:if test="position() = 1">ที่ </xsl:if>
			<xsl:apply-templates select="." mode="number"/>
		</b>
	</xsl:for-each>
</xsl:template>

<!-- What is done: the graver risks first. -->
<xsl:template match="in:measure-table">
	<table id="measures">
		<xsl:copy-of select="@run:line"/>
		<col width="21%"/>
		<col width="28%"/>
		<col width="16%"/>
		<col width="15%"/>
		<col width="20%"/>
		<thead>
			<tr>
				<th>ความเสี่ยง</th><th>มาตรการจัดการความเสี่ยง</th><th>ผู้รับผิดชอบ</th><th>ระยะเวลา</th><th>ตัวชี้วัดความสำเร็จ</th>
			</tr>
		</thead>
		<tbody>
			<xsl:apply-templates select="$plan/in:risks/in:risk" mode="measures">
				<xsl:sort select="@likelihood * @impact" data-type="number" order="descending"/>
			</xsl:apply-templates>
		</tbody>
	</table>
</xsl:template>

<xsl:template match="in:risk" mode="measures">
	<xsl:variable name="risk" select="."/>
	<xsl:for-each select="in:measure">
		<tr class="whole">
			<xsl:copy-of select="@run:line"/>
			<xsl:if test="position() = 1">
				<th class="row" rowspan="{count($risk/in:measure)}">
					<xsl:text>ที่ </xsl:text>
					<xsl:apply-templates select="$risk" mode="number"/>
					<xsl:text> </xsl:text>
					<xsl:value-of select="$risk/in:title"/>
					<br/>
					<xsl:text>(ระดับ</xsl:text>
					<xsl:apply-templates select="$risk" mode="level"/>
					<xsl:text>)</xsl:text>
				</th>
			</xsl:if>
			<td><xsl:value-of select="in:title"/></td>
			<td>
				<xsl:for-each select="in:owner">
					<p class="td"><xsl:value-of select="key('unit', @unit)"/></p>
				</xsl:for-each>
			</td>
			<td><xsl:value-of select="concat(th:short-date(@from), ' - ', th:short-date(@to))"/></td>
			<td>
				<xsl:for-each select="in:indicator">
					<p class="td"><xsl:value-of select="."/></p>
				</xsl:for-each>
			</td>
		</tr>
	</xsl:for-each>
</xsl:template>

</xsl:stylesheet>
