<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:raingan:document">
<!-- four times 200 times 200 times 200 elements -->
<xsl:template match="/"><document title="x" lang="th"><page-sequence class="body"><p><xsl:for-each select="//*"><xsl:for-each select="document('many.xml')//*"><xsl:for-each select="//*"><xsl:for-each select="//*"><br/></xsl:for-each></xsl:for-each></xsl:for-each></xsl:for-each></p></page-sequence></document></xsl:template>
</xsl:stylesheet>
