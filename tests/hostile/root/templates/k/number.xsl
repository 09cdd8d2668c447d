<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:raingan:document">
<!-- numbers without end, in letters -->
<xsl:template match="/"><document title="x" lang="th"><page-sequence class="body"><p><xsl:number value="1e300" format="i"/><xsl:number value="999999999" format="I"/><xsl:value-of select="format-number(1e300, '#,##0.00')"/></p></page-sequence></document></xsl:template>
</xsl:stylesheet>
