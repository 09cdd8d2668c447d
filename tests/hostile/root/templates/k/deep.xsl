<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:raingan:document">
<!-- 300 elements inside each other -->
<xsl:template match="/"><document title="x" lang="th"><page-sequence class="body"><xsl:call-template name="a"><xsl:with-param name="n" select="300"/></xsl:call-template></page-sequence></document></xsl:template>
<xsl:template name="a"><xsl:param name="n"/><section><xsl:if test="$n"><xsl:call-template name="a"><xsl:with-param name="n" select="$n - 1"/></xsl:call-template></xsl:if></section></xsl:template>
</xsl:stylesheet>
