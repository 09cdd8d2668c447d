<?xml version="1.0" encoding="UTF-8"?>
<!--
  What a guide lets its reader do, in its order: a line each, fields separated by tabs.
    command|tells|stays TEXT    made FILE    told TEXT    edit|everywhere FILE OLD NEW
    file SOURCE TARGET    score NAME NUMBER    picture FILE
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:d="urn:raingan:document">
<xsl:output method="text"/>

<xsl:template match="/">
	<xsl:apply-templates select="//d:*[@class='command' or @class='command-tells' or @class='command-stays'
		or @class='made' or @class='told'] | //d:table[@class='edits' or @class='scores']/d:tbody/d:tr
		| //d:img | //processing-instruction('file')"/>
</xsl:template>

<xsl:template match="d:p[@class='command']">command&#9;<xsl:call-template name="text"/></xsl:template>
<xsl:template match="d:p[@class='command-tells']">tells&#9;<xsl:call-template name="text"/></xsl:template>
<xsl:template match="d:p[@class='command-stays']">stays&#9;<xsl:call-template name="text"/></xsl:template>
<xsl:template match="d:*[@class='made']">made&#9;<xsl:call-template name="text"/></xsl:template>
<xsl:template match="d:*[@class='told']">told&#9;<xsl:call-template name="text"/></xsl:template>
<xsl:template match="d:img">picture&#9;<xsl:value-of select="concat(@src, '&#10;')"/></xsl:template>
<xsl:template match="processing-instruction('file')">
	<xsl:value-of select="concat('file&#9;', translate(., ' ', '&#9;'), '&#10;')"/>
</xsl:template>

<!-- The head's first cell begins with the file's name. -->
<xsl:template match="d:table[@class='edits']//d:tr">
	<xsl:choose>
		<xsl:when test="@class = 'everywhere'">everywhere</xsl:when>
		<xsl:otherwise>edit</xsl:otherwise>
	</xsl:choose>
	<xsl:value-of select="concat('&#9;', substring-before(../../d:thead/d:tr/d:th[1], ' '), '&#9;',
		normalize-space(d:td[1]), '&#9;', normalize-space(d:td[2]), '&#10;')"/>
</xsl:template>

<xsl:template match="d:table[@class='scores']//d:tr">
	<xsl:value-of select="concat('score&#9;', d:td[1], '&#9;', d:td[2], '&#10;')"/>
</xsl:template>

<xsl:template name="text">
	<xsl:value-of select="concat(normalize-space(.), '&#10;')"/>
</xsl:template>
</xsl:stylesheet>
