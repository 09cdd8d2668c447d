<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:raingan:document">
<!-- a device -->
<xsl:template match="/"><document title="x" lang="th"><page-sequence class="body"><p><xsl:copy-of select="document('/dev/zero')"/></p></page-sequence></document></xsl:template>
</xsl:stylesheet>
