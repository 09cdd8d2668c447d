<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:raingan:document">
<!-- what libxml2 takes for standard input -->
<xsl:template match="/"><document title="x" lang="th"><page-sequence class="body"><p><xsl:copy-of select="document('-')"/></p></page-sequence></document></xsl:template>
</xsl:stylesheet>
