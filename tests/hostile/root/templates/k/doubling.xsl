<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:raingan:document">
<!-- a text that is doubled a thousand times -->
<xsl:template match="/"><document title="x" lang="th"><page-sequence class="body"><p><xsl:call-template name="a"><xsl:with-param name="s" select="'0123456789'"/></xsl:call-template></p></page-sequence></document></xsl:template>
<xsl:template name="a"><xsl:param name="s"/><xsl:call-template name="a"><xsl:with-param name="s" select="concat($s, $s)"/></xsl:call-template></xsl:template>
</xsl:stylesheet>
