<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:raingan:document" xmlns:th="urn:raingan:functions" xmlns:r="urn:raingan:run">
<!-- The folder's name begins with ours. -->
<xsl:template match="/"><document title="x" lang="th"><page-sequence class="body"><p><xsl:copy-of select="document('neighbour.xml')"/><xsl:copy-of select="document('../k-evil/x.xml')"/></p></page-sequence></document></xsl:template>
</xsl:stylesheet>
