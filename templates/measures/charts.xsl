<?xml version="1.0" encoding="UTF-8"?>
<!--
  Charts of the results: where the total stands among the levels, the indicators by rank, and
  all of them around one centre.  Beside them the previous assessment, where there is one.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns="urn:raingan:document" xmlns:in="urn:raingan:report" xmlns:run="urn:raingan:run"
	xmlns:th="urn:raingan:functions" exclude-result-prefixes="in run th">

<xsl:variable name="charts" select="/in:measures-report/@charts = 'yes'"/>
<xsl:variable name="previous" select="/in:measures-report/in:previous/run:result"/>

<!-- After the first ranking. -->
<xsl:template name="charts">
	<xsl:if test="$charts and not(preceding::in:ranking)">
		<xsl:call-template name="total-chart"/>
		<xsl:call-template name="bars-chart"/>
		<xsl:call-template name="radar-chart"/>
	</xsl:if>
</xsl:template>

<xsl:template name="check-charts">
	<xsl:if test="$charts and not(//in:ranking)">
		<xsl:message>
			<xsl:value-of select="th:phrase('charts=&quot;yes&quot;, but there is no &lt;ranking> for them to stand after; add one or delete charts=')"/>
		</xsl:message>
	</xsl:if>
</xsl:template>

<!-- Levels that begin with the same total share a name; what asks more than the total has a star. -->
<xsl:template name="total-chart">
	<figure>
		<xsl:copy-of select="@run:line"/>
		<chart type="scale" unit="คะแนน">
			<xsl:call-template name="pass-line"/>
			<xsl:for-each select="$result/run:grade[not(@from = preceding-sibling::run:grade/@from)]">
				<xsl:variable name="same" select="$result/run:grade[@from = current()/@from]"/>
				<level from="{@from}">
					<xsl:if test="$same/@reached">
						<xsl:attribute name="class">level-reached</xsl:attribute>
					</xsl:if>
					<xsl:for-each select="$same">
						<xsl:if test="position() > 1"> / </xsl:if>
						<xsl:value-of select="@name"/>
						<xsl:if test="@each">*</xsl:if>
					</xsl:for-each>
				</level>
			</xsl:for-each>
			<xsl:if test="/in:measures-report/in:previous/@scheme = $assessment/@scheme">
				<xsl:apply-templates select="$previous" mode="total"/>
			</xsl:if>
			<xsl:apply-templates select="$result" mode="total"/>
		</chart>
		<caption label="แผนภูมิที่ ๑">
			<xsl:text>คะแนนรวมและระดับผลการประเมิน</xsl:text>
			<xsl:if test="$result/run:grade/@each">
				<xsl:text> (* ต้องได้คะแนนถึงเกณฑ์ในทุกเครื่องมือด้วย)</xsl:text>
			</xsl:if>
		</caption>
	</figure>
</xsl:template>

<!-- A level is by its own year's scheme: a total of another scheme stands on no scale of this one. -->
<xsl:template match="run:result" mode="total">
	<item class="series-1" value="{@total}">
		<xsl:if test="parent::in:previous">
			<xsl:attribute name="class">series-2</xsl:attribute>
		</xsl:if>
		<xsl:value-of select="concat('พ.ศ. ', th:date(@year), ' ระดับ ', @level)"/>
	</item>
</xsl:template>

<xsl:template name="pass-line">
	<xsl:if test="$result/@pass"><line class="pass-line" value="{$result/@pass}">เกณฑ์ผ่าน</line></xsl:if>
</xsl:template>

<!-- By rank, as the ranking above; of one year the weaknesses look different. -->
<xsl:template name="bars-chart">
	<xsl:param name="label">แผนภูมิที่ ๒</xsl:param>
	<xsl:variable name="place" select="."/>
	<figure>
		<xsl:copy-of select="@run:line"/>
		<chart type="bars" unit="คะแนน">
			<xsl:call-template name="chart-series"/>
			<xsl:call-template name="pass-line"/>
			<line value="{$assessment/@strength-above}">จุดแข็งสูงกว่า</line>
			<xsl:for-each select="$result/run:indicator">
				<xsl:sort select="@rank" data-type="number"/>
				<xsl:call-template name="chart-item">
					<xsl:with-param name="place" select="$place"/>
					<xsl:with-param name="class">
						<xsl:if test="not($previous) and @strength = 'no'">series-weak</xsl:if>
					</xsl:with-param>
				</xsl:call-template>
			</xsl:for-each>
		</chart>
		<caption>
			<xsl:if test="string($label)">
				<xsl:attribute name="label"><xsl:value-of select="$label"/></xsl:attribute>
			</xsl:if>
			<xsl:text>คะแนนรายตัวชี้วัด เรียงจากมากไปหาน้อย</xsl:text>
			<xsl:if test="not($previous) and $result/run:indicator[@strength = 'no']">
				<xsl:text> (แท่งลาย คือ จุดอ่อน)</xsl:text>
			</xsl:if>
		</caption>
	</figure>
</xsl:template>

<!-- In the scheme's order. -->
<xsl:template name="radar-chart">
	<xsl:variable name="place" select="."/>
	<figure>
		<xsl:copy-of select="@run:line"/>
		<chart type="radar" unit="คะแนน">
			<xsl:call-template name="chart-series"/>
			<xsl:call-template name="pass-line"/>
			<xsl:for-each select="$result/run:indicator">
				<xsl:call-template name="chart-item">
					<xsl:with-param name="place" select="$place"/>
				</xsl:call-template>
			</xsl:for-each>
		</chart>
		<caption label="แผนภูมิที่ ๓">ภาพรวมคะแนนรายตัวชี้วัด</caption>
	</figure>
</xsl:template>

<!-- This year's first: it has the same look in every chart. -->
<xsl:template name="chart-series">
	<xsl:if test="$previous">
		<series><xsl:value-of select="concat('พ.ศ. ', th:date($result/@year))"/></series>
		<series><xsl:value-of select="concat('พ.ศ. ', th:date($previous/@year))"/></series>
	</xsl:if>
</xsl:template>

<!-- Another year's scheme may lack the indicator. -->
<xsl:template name="chart-item">
	<xsl:param name="place"/>
	<xsl:param name="class"/>
	<xsl:variable name="before" select="$previous/run:indicator[@id = current()/@id]"/>
	<xsl:variable name="title">
		<xsl:call-template name="title-of">
			<xsl:with-param name="place" select="$place"/>
		</xsl:call-template>
	</xsl:variable>
	<item value="{@score}">
		<xsl:if test="$previous">
			<xsl:attribute name="value">
				<xsl:value-of select="concat(@score, ' ', $before/@score)"/>
				<xsl:if test="not($before)">-</xsl:if>
			</xsl:attribute>
		</xsl:if>
		<xsl:if test="string($class)">
			<xsl:attribute name="class"><xsl:value-of select="$class"/></xsl:attribute>
		</xsl:if>
		<xsl:value-of select="normalize-space($title)"/>
	</item>
</xsl:template>

</xsl:stylesheet>
