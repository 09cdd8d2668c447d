<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:raingan:document">
<!-- variables in a circle -->
<xsl:template match="/"><document title="x" lang="th"><page-sequence class="body"><p><xsl:value-of select="$a"/></p></page-sequence></document></xsl:template>
<xsl:variable name="a" select="$b"/>
<xsl:variable name="b" select="$a"/>
</xsl:stylesheet>
