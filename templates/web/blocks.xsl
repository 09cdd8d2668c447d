<?xml version="1.0" encoding="UTF-8"?>
<!-- Headings, paragraphs, lists, contents, figures, and the notes of each page sequence. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:doc="urn:raingan:document" xmlns:run="urn:raingan:run"
	xmlns:th="urn:raingan:functions" exclude-result-prefixes="doc run th">

<xsl:template match="doc:page-sequence">
	<div class="sequence">
		<xsl:call-template name="id"/>
		<xsl:apply-templates/>
		<xsl:if test=".//doc:note">
			<div class="notes">
				<p class="unseen">เชิงอรรถ</p>
				<ol><xsl:apply-templates select=".//doc:note" mode="foot"/></ol>
			</div>
		</xsl:if>
	</div>
	<xsl:text>&#10;</xsl:text>
</xsl:template>

<!-- Authors' names for things and those made here (h2-3, note-1) never meet. -->
<xsl:template name="anchor">
	<xsl:choose>
		<xsl:when test="@id"><xsl:value-of select="concat('id-', @id)"/></xsl:when>
		<xsl:otherwise>
			<xsl:value-of select="concat(local-name(), '-')"/>
			<xsl:number level="any"/>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>

<xsl:template name="id">
	<xsl:if test="@id">
		<xsl:attribute name="id"><xsl:call-template name="anchor"/></xsl:attribute>
	</xsl:if>
</xsl:template>

<xsl:template name="class">
	<xsl:param name="more"/>
	<xsl:if test="@class or $more">
		<xsl:attribute name="class">
			<xsl:value-of select="normalize-space(concat(@class, ' ', $more))"/>
		</xsl:attribute>
	</xsl:if>
</xsl:template>

<xsl:template name="label">
	<xsl:param name="of" select="@label"/>
	<xsl:if test="$of">
		<span class="label"><xsl:value-of select="$of"/></span>
		<xsl:text> </xsl:text>
	</xsl:if>
</xsl:template>

<xsl:template match="doc:section">
	<div>
		<xsl:call-template name="id"/>
		<xsl:call-template name="class"/>
		<xsl:apply-templates/>
	</div>
</xsl:template>

<xsl:template match="doc:section[doc:h1 | doc:h2 | doc:h3 | doc:h4]">
	<section>
		<xsl:call-template name="id"/>
		<xsl:call-template name="class"/>
		<xsl:apply-templates/>
	</section>
</xsl:template>

<!-- h1 is the page's title; the others go down without a gap, as in the PDF. -->
<xsl:template match="doc:h1 | doc:h2 | doc:h3 | doc:h4">
	<xsl:text>&#10;</xsl:text>
	<xsl:element name="h{@run:depth + 1}">
		<xsl:attribute name="id"><xsl:call-template name="anchor"/></xsl:attribute>
		<xsl:call-template name="class"/>
		<xsl:call-template name="label"/>
		<xsl:apply-templates/>
	</xsl:element>
	<xsl:text>&#10;</xsl:text>
</xsl:template>

<xsl:template match="doc:p">
	<p>
		<xsl:call-template name="id"/>
		<xsl:call-template name="class"/>
		<xsl:call-template name="label"/>
		<xsl:apply-templates/>
	</p>
	<xsl:text>&#10;</xsl:text>
</xsl:template>

<!-- Labels are the document's own text, so that they are those of the PDF. -->
<xsl:template match="doc:ol | doc:ul">
	<xsl:element name="{local-name()}">
		<xsl:call-template name="id"/>
		<xsl:call-template name="class">
			<xsl:with-param name="more">labelled</xsl:with-param>
		</xsl:call-template>
		<xsl:apply-templates select="doc:li"/>
	</xsl:element>
	<xsl:text>&#10;</xsl:text>
</xsl:template>

<xsl:template match="doc:li">
	<li>
		<xsl:call-template name="id"/>
		<xsl:call-template name="class"/>
		<xsl:call-template name="label">
			<xsl:with-param name="of" select="@run:label"/>
		</xsl:call-template>
		<xsl:apply-templates/>
	</li>
</xsl:template>

<!-- That what begins each item is no number is seen, not read. -->
<xsl:template match="doc:ul/doc:li">
	<li>
		<xsl:call-template name="id"/>
		<xsl:call-template name="class"/>
		<span class="label" aria-hidden="true"><xsl:value-of select="@run:label"/></span>
		<xsl:text> </xsl:text>
		<xsl:apply-templates/>
	</li>
</xsl:template>

<!-- What stands behind a tab of an item stands in a column at the right. -->
<xsl:template match="doc:ol/doc:li[doc:tab]">
	<li>
		<xsl:call-template name="id"/>
		<xsl:call-template name="class">
			<xsl:with-param name="more">tabbed</xsl:with-param>
		</xsl:call-template>
		<span>
			<xsl:call-template name="label">
				<xsl:with-param name="of" select="@run:label"/>
			</xsl:call-template>
			<xsl:apply-templates select="node()[not(preceding-sibling::doc:tab or self::doc:tab)]"/>
		</span>
		<xsl:text> </xsl:text>
		<span><xsl:apply-templates select="doc:tab[1]/following-sibling::node()"/></span>
	</li>
</xsl:template>

<xsl:template match="doc:keep">
	<div class="keep"><xsl:call-template name="id"/><xsl:apply-templates/></div>
</xsl:template>

<xsl:template match="doc:blockquote">
	<blockquote><xsl:call-template name="id"/><xsl:apply-templates/></blockquote>
</xsl:template>

<xsl:template match="doc:figure">
	<figure>
		<xsl:attribute name="id"><xsl:call-template name="anchor"/></xsl:attribute>
		<xsl:apply-templates/>
	</figure>
</xsl:template>

<xsl:template match="doc:figure/doc:caption">
	<figcaption>
		<xsl:call-template name="id"/>
		<xsl:call-template name="label"/>
		<xsl:apply-templates/>
	</figcaption>
</xsl:template>

<!-- As large as on paper, where there is room; with both sides given, as high. -->
<xsl:template match="doc:img">
	<img src="{@src}" alt="{@alt}">
		<xsl:call-template name="id"/>
		<xsl:if test="@height">
			<xsl:attribute name="height">
				<xsl:call-template name="pixels"><xsl:with-param name="of" select="@height"/></xsl:call-template>
			</xsl:attribute>
		</xsl:if>
		<xsl:if test="@width and not(@height)">
			<xsl:attribute name="width">
				<xsl:call-template name="pixels"><xsl:with-param name="of" select="@width"/></xsl:call-template>
			</xsl:attribute>
		</xsl:if>
	</img>
</xsl:template>

<!-- Of a length with its unit, 96 an inch. -->
<xsl:template name="pixels">
	<xsl:param name="of"/>
	<xsl:value-of select="round(translate($of, 'cmptin', '') * (contains($of, 'cm') * 96 div 2.54
		+ contains($of, 'mm') * 96 div 25.4 + contains($of, 'pt') * 96 div 72
		+ contains($of, 'in') * 96))"/>
</xsl:template>

<xsl:template match="doc:page-break"/>

<!-- Contents that stand in the text; those of their own pages are the navigation. -->
<xsl:template match="doc:toc">
	<xsl:variable name="depth" select="concat(@depth, substring('4', 1, not(@depth)))"/>
	<ol class="toc">
		<xsl:for-each select="$document//*[self::doc:h1 or self::doc:h2 or self::doc:h3 or self::doc:h4]
				[substring(local-name(), 2) &lt;= $depth][not(@toc = '')]">
			<li class="level-{substring(local-name(), 2)}"><xsl:call-template name="entry"/></li>
		</xsl:for-each>
	</ol>
</xsl:template>

<xsl:template match="doc:toc[@of = 'tables' or @of = 'figures']">
	<xsl:variable name="of" select="substring-before(@of, 's')"/>
	<ol class="toc">
		<xsl:for-each select="$document//doc:caption[local-name(..) = $of]">
			<li>
				<a>
					<xsl:attribute name="href">
						<xsl:text>#</xsl:text>
						<xsl:for-each select=".."><xsl:call-template name="anchor"/></xsl:for-each>
					</xsl:attribute>
					<xsl:call-template name="label"/>
					<xsl:apply-templates mode="plain"/>
				</a>
			</li>
		</xsl:for-each>
	</ol>
</xsl:template>

<!-- A heading in a list of headings. -->
<xsl:template name="entry">
	<xsl:variable name="text"><xsl:apply-templates mode="plain"/></xsl:variable>
	<a>
		<xsl:attribute name="href">#<xsl:call-template name="anchor"/></xsl:attribute>
		<xsl:call-template name="label"/>
		<xsl:value-of select="normalize-space(@toc)"/>
		<xsl:if test="not(@toc)"><xsl:value-of select="normalize-space($text)"/></xsl:if>
	</a>
</xsl:template>

<xsl:template match="doc:note" mode="foot">
	<xsl:variable name="anchor"><xsl:call-template name="anchor"/></xsl:variable>
	<li id="{$anchor}">
		<span class="label"><xsl:value-of select="@run:label"/></span>
		<xsl:text> </xsl:text>
		<xsl:apply-templates/>
		<xsl:text> </xsl:text>
		<a class="back" href="#{$anchor}-place">
			<xsl:text>กลับไปยังเนื้อหา</xsl:text>
			<span class="unseen"><xsl:value-of select="concat(' ที่มีเชิงอรรถ ', @run:label)"/></span>
		</a>
	</li>
</xsl:template>

</xsl:stylesheet>
