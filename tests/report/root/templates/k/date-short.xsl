<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:raingan:document" xmlns:th="urn:raingan:functions">
<xsl:template match="/k"><xsl:apply-templates select="i[2]"/></xsl:template>
<xsl:template match="i">
	<document title="x" lang="th"><page-sequence class="body"><p><xsl:value-of select="th:short-date('2565-02-30')"/></p></page-sequence></document>
</xsl:template>
</xsl:stylesheet>
