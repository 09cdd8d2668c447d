<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:raingan:document">
<!-- an entity in another file -->
<xsl:template match="/"><document title="x" lang="th"><page-sequence class="body"><p><xsl:copy-of select="document('doctype.xml')"/></p></page-sequence></document></xsl:template>
</xsl:stylesheet>
