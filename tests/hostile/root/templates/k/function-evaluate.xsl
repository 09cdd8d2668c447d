<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:raingan:document" xmlns:dyn="http://exslt.org/dynamic">
<!-- EXSLT is not there -->
<xsl:template match="/"><document title="x" lang="th"><page-sequence class="body"><p><xsl:value-of select="dyn:evaluate('1')"/></p></page-sequence></document></xsl:template>
</xsl:stylesheet>
