<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:raingan:document" xmlns:th="urn:raingan:functions" xmlns:r="urn:raingan:run">
<xsl:template match="/"><xsl:message>hello</xsl:message><document title="x" lang="th"><page-sequence class="body"><p></p></page-sequence></document></xsl:template>
</xsl:stylesheet>
