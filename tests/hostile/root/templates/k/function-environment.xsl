<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:raingan:document">
<!-- an environment that is not told of -->
<xsl:template match="/"><document title="x" lang="th"><page-sequence class="body"><p><xsl:value-of select="concat('[', system-property('HOME'), ']')"/></p></page-sequence></document></xsl:template>
</xsl:stylesheet>
