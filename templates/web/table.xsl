<?xml version="1.0" encoding="UTF-8"?>
<!--
  Tables.  A row of one cell that spans the columns heads the rows below it (a band).  Where cells
  are merged, each names its heads; where none are, the table becomes a list of rows on a narrow
  screen, each cell with its column's head before it.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:doc="urn:raingan:document" xmlns:run="urn:raingan:run"
	xmlns:th="urn:raingan:functions" exclude-result-prefixes="doc run th">

<xsl:key name="band" match="doc:tr[@run:band]" use="concat(generate-id(..), ' ', @run:band)"/>
<xsl:key name="merged" match="doc:tbody/*/*[@rowspan > 1]" use="generate-id(ancestor::doc:table[1])"/>

<!-- Without any head it only places things side by side. -->
<xsl:template match="doc:table[not(.//doc:th)]">
	<div>
		<xsl:call-template name="id"/>
		<xsl:call-template name="class">
			<xsl:with-param name="more">beside</xsl:with-param>
		</xsl:call-template>
		<xsl:for-each select="doc:tbody/doc:tr">
			<div>
				<xsl:for-each select="*[node()]">
					<div><xsl:call-template name="class"/><xsl:apply-templates/></div>
				</xsl:for-each>
			</div>
		</xsl:for-each>
	</div>
</xsl:template>

<xsl:template match="doc:table">
	<xsl:variable name="anchor"><xsl:call-template name="anchor"/></xsl:variable>
	<section class="table" tabindex="0" aria-labelledby="{$anchor}-caption">
		<table id="{$anchor}">
			<xsl:call-template name="class">
				<xsl:with-param name="more">
					<xsl:if test="not(key('merged', generate-id()))">rows</xsl:if>
					<xsl:if test="*/doc:tr[1]/*[6]"> many</xsl:if>
				</xsl:with-param>
			</xsl:call-template>
			<xsl:call-template name="caption">
				<xsl:with-param name="id" select="concat($anchor, '-caption')"/>
			</xsl:call-template>
			<xsl:call-template name="table-head"/>
			<xsl:apply-templates select="doc:tbody"/>
		</table>
	</section>
	<xsl:text>&#10;</xsl:text>
</xsl:template>

<!-- A table without one is called after the heading above it. -->
<xsl:template name="caption">
	<xsl:param name="id"/>
	<xsl:variable name="heading" select="(preceding::doc:h1 | preceding::doc:h2 | preceding::doc:h3 |
		preceding::doc:h4)[last()]"/>
	<xsl:variable name="number"><xsl:number level="any"/></xsl:variable>
	<xsl:choose>
		<xsl:when test="doc:caption">
			<caption id="{$id}">
				<xsl:for-each select="doc:caption">
					<xsl:call-template name="label"/>
					<xsl:apply-templates/>
				</xsl:for-each>
			</caption>
		</xsl:when>
		<xsl:otherwise>
			<caption id="{$id}" class="unseen">
				<xsl:value-of select="concat('ตาราง (', th:digits($number), ') ')"/>
				<xsl:apply-templates select="$heading/node()" mode="plain"/>
			</caption>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- The head of later pages says the same again.  A first row of heads only is a head too. -->
<xsl:template name="table-head">
	<xsl:variable name="rows" select="doc:thead[not(@pages = 'later')]/doc:tr |
		doc:tbody[not(../doc:thead)]/doc:tr[1][doc:th and not(doc:td)]"/>
	<xsl:if test="$rows">
		<thead><xsl:apply-templates select="$rows"/></thead>
		<xsl:text>&#10;</xsl:text>
	</xsl:if>
</xsl:template>

<xsl:template match="doc:tbody">
	<xsl:variable name="head" select="doc:tr[1][not(../../doc:thead)][doc:th and not(doc:td)]"/>
	<xsl:variable name="rows" select="doc:tr[not(@run:band)][count(. | $head) > count($head)]"/>
	<xsl:if test="$rows">
		<tbody><xsl:apply-templates select="$rows"/></tbody>
		<xsl:text>&#10;</xsl:text>
	</xsl:if>
	<xsl:for-each select="doc:tr[@run:band][count(*) = 1 and */@colspan > 1]">
		<tbody>
			<xsl:apply-templates select="key('band', concat(generate-id(..), ' ', @run:band))"/>
		</tbody>
		<xsl:text>&#10;</xsl:text>
	</xsl:for-each>
</xsl:template>

<xsl:template match="doc:tr">
	<tr>
		<xsl:call-template name="class"/>
		<xsl:apply-templates select="doc:th | doc:td"/>
	</tr>
	<xsl:text>&#10;</xsl:text>
</xsl:template>

<xsl:template name="spans">
	<xsl:if test="@rowspan > 1"><xsl:copy-of select="@rowspan"/></xsl:if>
	<xsl:if test="@colspan > 1"><xsl:copy-of select="@colspan"/></xsl:if>
</xsl:template>

<xsl:template match="doc:th">
	<xsl:param name="scope">
		<xsl:choose>
			<xsl:when test="parent::doc:tr[doc:td]">row</xsl:when>
			<xsl:when test="@colspan > 1">colgroup</xsl:when>
			<xsl:otherwise>col</xsl:otherwise>
		</xsl:choose>
	</xsl:param>
	<th scope="{$scope}">
		<xsl:call-template name="head-id"/>
		<xsl:call-template name="class"/>
		<xsl:call-template name="spans"/>
		<xsl:apply-templates/>
	</th>
</xsl:template>

<!-- Only merged cells name their heads. -->
<xsl:template name="head-id">
	<xsl:if test="key('merged', generate-id(ancestor::doc:table[1]))">
		<xsl:attribute name="id"><xsl:call-template name="anchor"/></xsl:attribute>
	</xsl:if>
</xsl:template>

<!-- The band is a head, whatever the document calls it. -->
<xsl:template match="doc:tbody/doc:tr[count(*) = 1]/*[@colspan > 1]">
	<th scope="rowgroup" colspan="{@colspan}">
		<xsl:call-template name="head-id"/>
		<xsl:call-template name="class"/>
		<xsl:apply-templates/>
	</th>
</xsl:template>

<xsl:template match="doc:td">
	<xsl:variable name="table" select="ancestor::doc:table[1]"/>
	<xsl:variable name="end" select="@run:column + concat(@colspan, substring('1', 1, not(@colspan)))"/>
	<xsl:variable name="heads" select="($table/doc:thead[not(@pages = 'later')]/doc:tr/doc:th |
		$table[not(doc:thead)]/doc:tbody/doc:tr[1][not(doc:td)]/doc:th)
		[@run:column &lt; $end][@run:column + concat(@colspan, substring('1', 1, not(@colspan)))
		> current()/@run:column]"/>
	<td>
		<xsl:call-template name="class"/>
		<xsl:call-template name="spans"/>
		<xsl:choose>
			<xsl:when test="key('merged', generate-id($table))">
				<xsl:call-template name="headers">
					<xsl:with-param name="columns" select="$heads"/>
				</xsl:call-template>
			</xsl:when>
			<xsl:when test="$heads">
				<xsl:attribute name="data-head">
					<xsl:apply-templates select="$heads[1]/node()" mode="plain"/>
				</xsl:attribute>
			</xsl:when>
		</xsl:choose>
		<xsl:apply-templates/>
	</td>
</xsl:template>

<!-- The ids of what heads a cell: its band, its columns, its row. -->
<xsl:template name="headers">
	<xsl:param name="columns"/>
	<xsl:variable name="ids">
		<xsl:for-each select="key('band', concat(generate-id(../..), ' ', ../@run:band))[1]/* |
				$columns | ../doc:th">
			<xsl:call-template name="anchor"/>
			<xsl:text> </xsl:text>
		</xsl:for-each>
	</xsl:variable>
	<xsl:attribute name="headers"><xsl:value-of select="normalize-space($ids)"/></xsl:attribute>
</xsl:template>

</xsl:stylesheet>
