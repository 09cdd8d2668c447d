<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:raingan:document" xmlns:th="urn:raingan:functions">
<xsl:template match="/k"><xsl:apply-templates select="i[2]"/></xsl:template>
<xsl:template match="i">
	<document title="x" lang="th"><page-sequence class="body"><p><xsl:value-of select="concat(th:number('1,23'), th:number(0 div 0), th:letter(0), th:letter('329'), th:letter('1a'))"/></p></page-sequence></document>
</xsl:template>
</xsl:stylesheet>
