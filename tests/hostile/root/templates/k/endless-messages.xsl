<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:raingan:document">
<!-- says the same for ever -->
<xsl:template match="/"><xsl:call-template name="a"><xsl:with-param name="n" select="1"/></xsl:call-template></xsl:template>
<xsl:template name="a"><xsl:param name="n"/><xsl:message terminate="no">again</xsl:message><xsl:call-template name="a"><xsl:with-param name="n" select="$n + 1"/></xsl:call-template></xsl:template>
</xsl:stylesheet>
