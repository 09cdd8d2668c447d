<?xml version="1.0" encoding="UTF-8"?>
<!--
  The report as a schema.org Dataset, in JSON-LD.  Dates are of the common era, addresses relative
  to the page.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:in="urn:raingan:report" xmlns:run="urn:raingan:run"
	xmlns:th="urn:raingan:functions" exclude-result-prefixes="in run th">

<xsl:template name="json-ld">
	<script type="application/ld+json">
		<xsl:text>{&#10;"@context": "https://schema.org",&#10;"@type": "Dataset"</xsl:text>
		<xsl:call-template name="member">
			<xsl:with-param name="name">name</xsl:with-param>
			<xsl:with-param name="value" select="$document/@title"/>
		</xsl:call-template>
		<xsl:call-template name="member">
			<xsl:with-param name="name">description</xsl:with-param>
			<xsl:with-param name="value"><xsl:call-template name="description"/></xsl:with-param>
		</xsl:call-template>
		<xsl:call-template name="member">
			<xsl:with-param name="name">inLanguage</xsl:with-param>
			<xsl:with-param name="value" select="$document/@lang"/>
		</xsl:call-template>
		<xsl:text>,&#10;"isAccessibleForFree": true</xsl:text>
		<xsl:call-template name="creator"/>
		<xsl:call-template name="times"/>
		<xsl:text>,&#10;"variableMeasured": [</xsl:text>
		<xsl:apply-templates select="$result | $result/run:instrument | $result/run:indicator"
			mode="variable"/>
		<xsl:text>],&#10;"distribution": [</xsl:text>
		<xsl:apply-templates select="$files" mode="distribution"/>
		<xsl:text>]&#10;}</xsl:text>
	</script>
</xsl:template>

<xsl:template name="creator">
	<xsl:text>,&#10;"creator": {"@type": "GovernmentOrganization"</xsl:text>
	<xsl:call-template name="member">
		<xsl:with-param name="name">name</xsl:with-param>
		<xsl:with-param name="value" select="normalize-space($agency/in:name)"/>
	</xsl:call-template>
	<xsl:text>,&#10;"address": {"@type": "PostalAddress", "addressCountry": "TH"</xsl:text>
	<xsl:call-template name="member">
		<xsl:with-param name="name">addressLocality</xsl:with-param>
		<xsl:with-param name="value" select="normalize-space($agency/in:district)"/>
	</xsl:call-template>
	<xsl:call-template name="member">
		<xsl:with-param name="name">addressRegion</xsl:with-param>
		<xsl:with-param name="value" select="normalize-space($agency/in:province)"/>
	</xsl:call-template>
	<xsl:text>}}</xsl:text>
</xsl:template>

<!-- From the first day of the first year that was assessed to the last of the plan's. -->
<xsl:template name="times">
	<xsl:variable name="first" select="concat($result/@previous-year,
		substring($result/@year, 1 + 4 * boolean($result/@previous-year)))"/>
	<xsl:call-template name="member">
		<xsl:with-param name="name">temporalCoverage</xsl:with-param>
		<xsl:with-param name="value" select="concat(th:iso-date(th:fiscal-first-day($first)), '/',
			th:iso-date(th:fiscal-last-day(/in:measures-report/@year)))"/>
	</xsl:call-template>
	<xsl:call-template name="member">
		<xsl:with-param name="name">datePublished</xsl:with-param>
		<xsl:with-param name="value" select="$document/@date"/>
	</xsl:call-template>
</xsl:template>

<xsl:template match="run:result | run:instrument | run:indicator" mode="variable">
	<xsl:if test="position() > 1">,</xsl:if>
	<xsl:text>&#10;{"@type": "PropertyValue", "minValue": 0, "maxValue": 100</xsl:text>
	<xsl:value-of select="concat(', &quot;value&quot;: ', @total | @mean | @score)"/>
	<xsl:call-template name="member">
		<xsl:with-param name="name">propertyID</xsl:with-param>
		<xsl:with-param name="value">
			<xsl:value-of select="@id"/>
			<xsl:if test="not(@id)">total</xsl:if>
		</xsl:with-param>
	</xsl:call-template>
	<xsl:call-template name="member">
		<xsl:with-param name="name">name</xsl:with-param>
		<xsl:with-param name="value" select="@title | @scheme-title"/>
	</xsl:call-template>
	<xsl:text>}</xsl:text>
</xsl:template>

<xsl:template match="run:file" mode="distribution">
	<xsl:if test="position() > 1">,</xsl:if>
	<xsl:text>&#10;{"@type": "DataDownload"</xsl:text>
	<xsl:call-template name="member">
		<xsl:with-param name="name">name</xsl:with-param>
		<xsl:with-param name="value" select="@title"/>
	</xsl:call-template>
	<xsl:call-template name="member">
		<xsl:with-param name="name">contentUrl</xsl:with-param>
		<xsl:with-param name="value" select="@name"/>
	</xsl:call-template>
	<xsl:call-template name="member">
		<xsl:with-param name="name">encodingFormat</xsl:with-param>
		<xsl:with-param name="value" select="@media-type"/>
	</xsl:call-template>
	<xsl:call-template name="member">
		<xsl:with-param name="name">contentSize</xsl:with-param>
		<xsl:with-param name="value" select="concat(@size, ' B')"/>
	</xsl:call-template>
	<xsl:text>}</xsl:text>
</xsl:template>

<!-- One more of an object's members; none where there is no value. -->
<xsl:template name="member">
	<xsl:param name="name"/>
	<xsl:param name="value"/>
	<xsl:if test="string($value)">
		<xsl:value-of select="concat(',&#10;&quot;', $name, '&quot;: &quot;')"/>
		<xsl:call-template name="escaped">
			<xsl:with-param name="text" select="normalize-space($value)"/>
		</xsl:call-template>
		<xsl:text>"</xsl:text>
	</xsl:if>
</xsl:template>

<!--
  A JSON string's inside.  White space is collapsed, so there is no control character.  < is
  escaped too: nothing may end the script element or open a comment in it.
-->
<xsl:template name="escaped">
	<xsl:param name="text"/>
	<xsl:variable name="half" select="floor(string-length($text) div 2)"/>
	<xsl:choose>
		<xsl:when test="translate($text, '&quot;\&lt;', '') = $text">
			<xsl:value-of select="$text"/>
		</xsl:when>
		<xsl:when test="$text = '&lt;'">\u003c</xsl:when>
		<xsl:when test="$half = 0"><xsl:value-of select="concat('\', $text)"/></xsl:when>
		<xsl:otherwise>
			<xsl:call-template name="escaped">
				<xsl:with-param name="text" select="substring($text, 1, $half)"/>
			</xsl:call-template>
			<xsl:call-template name="escaped">
				<xsl:with-param name="text" select="substring($text, $half + 1)"/>
			</xsl:call-template>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>

</xsl:stylesheet>
