<?xml version="1.0" encoding="UTF-8"?>
<!-- What is filled in from the scores: the indicators' list, their ranking, the findings' table. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns="urn:raingan:document" xmlns:in="urn:raingan:report" xmlns:run="urn:raingan:run"
	xmlns:th="urn:raingan:functions" exclude-result-prefixes="in run th">

<!-- For an indicator of the result: its name or score, as the place in the report overrides it. -->
<xsl:template name="title-of">
	<xsl:param name="place"/>
	<xsl:variable name="own" select="$place/in:indicator-title[@of = current()/@id]"/>
	<xsl:apply-templates select="$own"/>
	<xsl:if test="not($own)"><xsl:value-of select="@title"/></xsl:if>
</xsl:template>

<xsl:template name="score-of">
	<xsl:param name="place"/>
	<xsl:variable name="own" select="$place/in:score[@of = current()/@id]"/>
	<xsl:apply-templates select="$own"/>
	<xsl:if test="not($own)"><xsl:value-of select="th:digits(@score)"/></xsl:if>
	<xsl:text> คะแนน</xsl:text>
</xsl:template>

<xsl:template match="in:indicator-list">
	<xsl:variable name="place" select="."/>
	<ol format="๑.">
		<xsl:copy-of select="@run:line"/>
		<xsl:for-each select="$result/run:indicator">
			<li>
				<xsl:call-template name="title-of">
					<xsl:with-param name="place" select="$place"/>
				</xsl:call-template>
			</li>
		</xsl:for-each>
	</ol>
</xsl:template>

<xsl:template match="in:ranking">
	<xsl:variable name="place" select="."/>
	<ol format="๑.">
		<xsl:copy-of select="@run:line"/>
		<xsl:for-each select="$result/run:indicator">
			<xsl:sort select="@rank" data-type="number"/>
			<li class="ranking">
				<xsl:call-template name="title-of">
					<xsl:with-param name="place" select="$place"/>
				</xsl:call-template>
				<tab/>
				<xsl:call-template name="score-of">
					<xsl:with-param name="place" select="$place"/>
				</xsl:call-template>
			</li>
		</xsl:for-each>
	</ol>
	<xsl:call-template name="charts"/>
</xsl:template>

<xsl:template match="in:findings">
	<table>
		<xsl:copy-of select="@run:line"/>
		<col/>
		<col width="18%"/>
		<col width="51%"/>
		<xsl:if test="not(@head = 'once')">
			<thead><xsl:call-template name="findings-head"/></thead>
		</xsl:if>
		<tbody>
			<xsl:if test="@head = 'once'"><xsl:call-template name="findings-head"/></xsl:if>
			<xsl:apply-templates select="in:finding"/>
		</tbody>
	</table>
</xsl:template>

<xsl:template name="findings-head">
	<tr class="band">
		<th colspan="2"><xsl:call-template name="indicators-head"/></th>
		<th><xsl:call-template name="remarks-head"/></th>
	</tr>
</xsl:template>

<xsl:template name="indicators-head">
	<xsl:copy-of select="in:indicators-head/@run:line"/>
	<xsl:apply-templates select="in:indicators-head/node()"/>
	<xsl:if test="not(in:indicators-head)">ตัวชี้วัดของการประเมิน ITA</xsl:if>
</xsl:template>

<xsl:template name="remarks-head">
	<xsl:copy-of select="in:remarks-head/@run:line"/>
	<xsl:apply-templates select="in:remarks-head/node()"/>
	<xsl:if test="not(in:remarks-head)">ประเด็นที่ต้องแก้ไข/ปรับปรุง/รักษาระดับ</xsl:if>
</xsl:template>

<xsl:template match="in:finding">
	<xsl:variable name="finding" select="."/>
	<xsl:call-template name="check-overrides"/>
	<tr class="band">
		<xsl:copy-of select="@run:line"/>
		<td colspan="3" class="band"><xsl:call-template name="band"/></td>
	</tr>
	<xsl:for-each select="$result/run:indicator[@instrument = $finding/@of]">
		<tr>
			<th class="td">
				<xsl:copy-of select="$finding/@run:line"/>
				<xsl:value-of select="concat(th:digits(@number), '. ')"/>
				<xsl:call-template name="title-of">
					<xsl:with-param name="place" select="$finding"/>
				</xsl:call-template>
			</th>
			<td class="score">
				<xsl:copy-of select="$finding/@run:line"/>
				<xsl:call-template name="score-of">
					<xsl:with-param name="place" select="$finding"/>
				</xsl:call-template>
			</td>
			<xsl:if test="position() = 1">
				<td rowspan="{last()}">
					<xsl:copy-of select="$finding/in:remarks/@run:line"/>
					<xsl:apply-templates select="$finding/in:remarks/node()"/>
				</td>
			</xsl:if>
		</tr>
	</xsl:for-each>
</xsl:template>

<!-- Otherwise a name or score that is printed nowhere would get lost without a word. -->
<xsl:template name="check-overrides">
	<xsl:for-each select="in:indicator-title | in:score">
		<xsl:if test="not($result/run:indicator[@id = current()/@of and
				@instrument = current()/../@of])">
			<xsl:message terminate="yes">
				<xsl:value-of select="th:phrase('the finding of {1} has no indicator {2}; correct of=', ../@of, @of)"/>
			</xsl:message>
		</xsl:if>
	</xsl:for-each>
</xsl:template>

<xsl:template name="band">
	<xsl:variable name="instrument" select="$result/run:instrument[@id = current()/@of]"/>
	<xsl:if test="not($instrument)">
		<xsl:message terminate="yes">
			<xsl:value-of select="th:phrase('the scheme has no instrument {1}; correct of=', @of)"/>
		</xsl:message>
	</xsl:if>
	<xsl:apply-templates select="in:title/node()"/>
	<xsl:if test="not(in:title)">
		<xsl:value-of select="concat($instrument/@title, ' (', $instrument/@abbreviation, ')')"/>
	</xsl:if>
</xsl:template>

</xsl:stylesheet>
