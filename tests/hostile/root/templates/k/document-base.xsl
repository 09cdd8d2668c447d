<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:raingan:document">
<!-- an address that another file completes -->
<xsl:template match="/"><document title="x" lang="th"><page-sequence class="body"><p><xsl:for-each select="document('based.xml')//*"><xsl:copy-of select="document('passwd', .)"/></xsl:for-each></p></page-sequence></document></xsl:template>
</xsl:stylesheet>
