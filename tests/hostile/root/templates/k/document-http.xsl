<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:raingan:document">
<!-- the network -->
<xsl:template match="/"><document title="x" lang="th"><page-sequence class="body"><p><xsl:copy-of select="document('http://127.0.0.1:9/x.xml')"/></p></page-sequence></document></xsl:template>
</xsl:stylesheet>
