<?xml version="1.0" encoding="UTF-8"?>
<!-- A chart as the table of its numbers, which everybody can read; r:value has them as the PDF does. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:doc="urn:raingan:document" xmlns:run="urn:raingan:run"
	xmlns:th="urn:raingan:functions" exclude-result-prefixes="doc run th">

<xsl:template match="doc:chart">
	<xsl:variable name="number"><xsl:number level="any"/></xsl:variable>
	<section class="table" tabindex="0" aria-labelledby="chart-{$number}-caption">
		<table class="chart">
			<xsl:call-template name="id"/>
			<caption id="chart-{$number}-caption">
				<span class="unseen">
					<xsl:value-of select="concat('ตัวเลขของแผนภูมิ (', th:digits($number), ') ')"/>
				</span>
				<xsl:if test="not(@type = 'scale')"><xsl:value-of select="@unit"/></xsl:if>
			</caption>
			<xsl:if test="doc:series">
				<thead>
					<tr>
						<th scope="col"><span class="unseen">รายการ</span></th>
						<xsl:for-each select="doc:series">
							<th scope="col"><xsl:apply-templates/></th>
						</xsl:for-each>
					</tr>
				</thead>
			</xsl:if>
			<tbody><xsl:apply-templates select="doc:line | doc:level | doc:item"/></tbody>
		</table>
	</section>
	<xsl:text>&#10;</xsl:text>
</xsl:template>

<xsl:template match="doc:line | doc:level | doc:item">
	<tr class="chart-{local-name()}">
		<th scope="row"><xsl:apply-templates/></th>
		<xsl:call-template name="chart-values">
			<xsl:with-param name="values" select="normalize-space(@run:value)"/>
		</xsl:call-template>
	</tr>
	<xsl:text>&#10;</xsl:text>
</xsl:template>

<!-- A cell for each; a line crosses all series. -->
<xsl:template name="chart-values">
	<xsl:param name="values"/>
	<xsl:variable name="rest" select="substring-after($values, ' ')"/>
	<td>
		<xsl:if test="self::doc:line and ../doc:series[2]">
			<xsl:attribute name="colspan"><xsl:value-of select="count(../doc:series)"/></xsl:attribute>
		</xsl:if>
		<xsl:value-of select="substring-before(concat($values, ' '), ' ')"/>
		<xsl:if test="self::doc:item and ../@type = 'scale' and ../@unit">
			<xsl:value-of select="concat(' ', ../@unit)"/>
		</xsl:if>
	</td>
	<xsl:if test="$rest">
		<xsl:call-template name="chart-values">
			<xsl:with-param name="values" select="$rest"/>
		</xsl:call-template>
	</xsl:if>
</xsl:template>

</xsl:stylesheet>
