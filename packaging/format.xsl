<?xml version="1.0" encoding="UTF-8"?>
<!--
  A schema as the part of a manual page (mdoc) that tells its elements: what each is, what it holds,
  its attributes.  An element that the schema declares in several places is told once a type.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:xs="http://www.w3.org/2001/XMLSchema">

<xsl:output method="text" encoding="UTF-8"/>

<xsl:key name="type" match="xs:complexType[@name]" use="@name"/>
<xsl:key name="group" match="xs:group[@name]" use="@name"/>
<xsl:key name="attributes" match="xs:attributeGroup[@name]" use="@name"/>
<xsl:key name="value" match="xs:simpleType[@name]" use="@name"/>
<xsl:key name="element" match="xs:element[@name]" use="concat(@name, ' ', @type)"/>

<xsl:template match="/">
	<xsl:text>.Bl -tag -width Ds&#10;</xsl:text>
	<xsl:apply-templates select="//xs:element[@name][generate-id()
		= generate-id(key('element', concat(@name, ' ', @type))[1])]"/>
	<xsl:text>.El&#10;</xsl:text>
</xsl:template>

<xsl:template match="xs:element">
	<xsl:variable name="type" select="xs:complexType | key('type', @type)"/>
	<xsl:value-of select="concat('.It Sy &lt;', @name, '&gt;&#10;')"/>
	<xsl:call-template name="said">
		<xsl:with-param name="of" select="(xs:annotation | $type/xs:annotation)[1]"/>
	</xsl:call-template>
	<xsl:call-template name="content">
		<xsl:with-param name="type" select="$type"/>
	</xsl:call-template>
	<xsl:variable name="attributes" select="$type//xs:attribute[@name]
		| key('attributes', $type//xs:attributeGroup/@ref)//xs:attribute[@name]"/>
	<xsl:if test="$attributes">
		<xsl:text>.Bl -tag -width Ds&#10;</xsl:text>
		<xsl:apply-templates select="$attributes"/>
		<xsl:text>.El&#10;</xsl:text>
	</xsl:if>
</xsl:template>

<!-- What may stand in it, by name; groups give their elements. -->
<xsl:template name="content">
	<xsl:param name="type"/>
	<xsl:variable name="groups" select="key('group', $type//xs:group/@ref)"/>
	<xsl:variable name="deeper" select="key('group', $groups//xs:group/@ref)"/>
	<xsl:variable name="children" select="$type//xs:element | $groups//xs:element | $deeper//xs:element"/>
	<xsl:if test="$children">
		<xsl:text>Holds</xsl:text>
		<xsl:if test="$type/@mixed = 'true'"> text and</xsl:if>
		<xsl:text>:</xsl:text>
		<xsl:for-each select="$children">
			<xsl:if test="count(. | $children[@name = current()/@name][1]) = 1">
				<xsl:value-of select="concat(' ', @name)"/>
			</xsl:if>
		</xsl:for-each>
		<xsl:text>.&#10;</xsl:text>
	</xsl:if>
</xsl:template>

<xsl:template match="xs:attribute">
	<xsl:value-of select="concat('.It Va ', @name, '&#10;')"/>
	<xsl:variable name="simple" select="xs:simpleType | key('value', @type)"/>
	<xsl:call-template name="said">
		<xsl:with-param name="of" select="(xs:annotation | $simple/xs:annotation)[1]"/>
	</xsl:call-template>
	<xsl:if test="$simple//xs:enumeration">
		<xsl:text>One of:</xsl:text>
		<xsl:for-each select="$simple//xs:enumeration">
			<xsl:value-of select="concat(' ', @value)"/>
			<xsl:if test="position() != last()">,</xsl:if>
		</xsl:for-each>
		<xsl:text>.&#10;</xsl:text>
	</xsl:if>
	<xsl:if test="@use = 'required'">Required.&#10;</xsl:if>
	<xsl:if test="@default">
		<xsl:value-of select="concat('If absent: ', @default, '&#10;')"/>
	</xsl:if>
</xsl:template>

<xsl:template name="said">
	<xsl:param name="of"/>
	<xsl:if test="$of">
		<xsl:value-of select="concat(normalize-space($of/xs:documentation), '&#10;')"/>
	</xsl:if>
</xsl:template>

</xsl:stylesheet>
