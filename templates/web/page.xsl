<?xml version="1.0" encoding="UTF-8"?>
<!--
  A document as a web page: one HTML file, read without a script, a style attribute or anything
  from outside its folder.  The source is the report with r:web at its end (src/web/web.h).

  A report kind imports this and overrides what only it knows: the templates masthead, facts,
  description and json-ld.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:doc="urn:raingan:document" xmlns:run="urn:raingan:run"
	xmlns:th="urn:raingan:functions" exclude-result-prefixes="doc run th">

<xsl:import href="blocks.xsl"/>
<xsl:import href="table.xsl"/>
<xsl:import href="chart.xsl"/>
<xsl:import href="inline.xsl"/>

<xsl:output method="html" encoding="UTF-8" indent="no"/>

<xsl:variable name="web" select="/*/run:web"/>
<xsl:variable name="document" select="$web/doc:document"/>

<!-- What there is to download: pictures stand in the text. -->
<xsl:variable name="files" select="$web/run:file[not(starts-with(@media-type, 'image/'))]"/>

<!-- A cover says what the masthead says; the contents stand beside the text. -->
<xsl:variable name="cover" select="$document/doc:page-sequence[1][@numbered = 'no']
	[not(.//doc:h1 | .//doc:h2 | .//doc:h3 | .//doc:h4)]"/>
<xsl:variable name="contents" select="$document/doc:page-sequence[doc:toc]
	[not(*[not(self::doc:h1[@toc = ''] or self::doc:p or self::doc:toc or
	self::doc:page-break)])]"/>
<xsl:variable name="apart" select="$cover | $contents"/>

<xsl:template match="/">
	<xsl:text disable-output-escaping="yes">&lt;!DOCTYPE html&gt;&#10;</xsl:text>
	<html lang="{$document/@lang}">
		<xsl:call-template name="head"/>
		<xsl:text>&#10;</xsl:text>
		<body>
			<a class="skip" href="#main">ข้ามไปยังเนื้อหา</a>
			<xsl:call-template name="header"/>
			<div class="columns">
				<xsl:call-template name="navigation"/>
				<main id="main">
					<xsl:apply-templates select="$document/doc:page-sequence[
						count(. | $apart) > count($apart)]"/>
				</main>
			</div>
			<xsl:call-template name="footer"/>
		</body>
	</html>
	<xsl:text>&#10;</xsl:text>
</xsl:template>

<!-- What the page may load and do: only what lies beside it, and no script at all. -->
<xsl:variable name="policy">
	<xsl:text>default-src 'self'; script-src 'none'; object-src 'none'; </xsl:text>
	<xsl:text>base-uri 'none'; form-action 'none'</xsl:text>
</xsl:variable>

<xsl:template name="head">
	<head>
		<meta http-equiv="Content-Security-Policy" content="{$policy}"/>
		<meta name="viewport" content="width=device-width, initial-scale=1"/>
		<title><xsl:value-of select="$document/@title"/></title>
		<meta name="description">
			<xsl:attribute name="content"><xsl:call-template name="description"/></xsl:attribute>
		</meta>
		<link rel="stylesheet" href="style.css"/>
		<link rel="icon" href="icon.svg" type="image/svg+xml"/>
		<xsl:for-each select="$files">
			<link rel="alternate" type="{@media-type}" href="{@name}" title="{@title}"/>
		</xsl:for-each>
		<xsl:call-template name="json-ld"/>
	</head>
</xsl:template>

<xsl:template name="description"><xsl:value-of select="$document/@title"/></xsl:template>

<xsl:template name="json-ld"/>

<xsl:template name="header">
	<header>
		<div class="masthead">
			<xsl:call-template name="masthead"/>
		</div>
		<xsl:call-template name="facts"/>
		<xsl:call-template name="downloads"/>
	</header>
	<xsl:text>&#10;</xsl:text>
</xsl:template>

<xsl:template name="masthead">
	<p class="agency"><xsl:value-of select="$document/@author"/></p>
	<h1><xsl:value-of select="$document/@title"/></h1>
</xsl:template>

<xsl:template name="facts"/>

<xsl:template name="downloads">
	<section class="downloads" aria-labelledby="downloads">
		<h2 id="downloads">ดาวน์โหลด</h2>
		<ul>
			<!-- What people read and count with before what programs read. -->
			<xsl:for-each select="$files">
				<xsl:sort select="@media-type = 'application/xml'"/>
				<li>
					<a href="{@name}" type="{@media-type}">
						<xsl:value-of select="@title"/>
						<xsl:if test="not(string(@title))"><xsl:value-of select="@name"/></xsl:if>
						<xsl:call-template name="size"/>
					</a>
				</li>
			</xsl:for-each>
		</ul>
	</section>
</xsl:template>

<!-- PDF, CSV: how people call it. -->
<xsl:template name="size">
	<xsl:variable name="format" select="translate(substring-after(@name, '.'),
		'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')"/>
	<span class="size">
		<xsl:value-of select="concat(' (', $format, ' ', th:number(ceiling(@size div 1024)),
			' กิโลไบต์)')"/>
	</span>
</xsl:template>

<xsl:template name="navigation">
	<nav aria-labelledby="contents">
		<h2 id="contents">
			<xsl:value-of select="$contents/doc:h1"/>
			<xsl:if test="not($contents/doc:h1)">สารบัญ</xsl:if>
		</h2>
		<ol>
			<xsl:for-each select="$document//doc:h1 | $document//doc:h2">
				<xsl:if test="not(@toc = '')">
					<li class="level-{substring(local-name(), 2)}">
						<xsl:call-template name="entry"/>
					</li>
				</xsl:if>
			</xsl:for-each>
		</ol>
	</nav>
	<xsl:text>&#10;</xsl:text>
</xsl:template>

<xsl:template name="footer">
	<footer>
		<p>
			<xsl:value-of select="$document/@author"/>
			<xsl:if test="$document/@date">
				<xsl:text> เผยแพร่เมื่อวันที่ </xsl:text>
				<time datetime="{$document/@date}">
					<xsl:value-of select="th:date(concat(substring($document/@date, 1, 4) + 543,
						substring($document/@date, 5)))"/>
				</time>
			</xsl:if>
		</p>
		<p>หน้านี้จัดทำจากข้อมูลเดียวกับรายงานฉบับ PDF</p>
	</footer>
</xsl:template>

</xsl:stylesheet>
