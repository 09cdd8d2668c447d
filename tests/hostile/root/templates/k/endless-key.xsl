<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:raingan:document">
<!-- a key that uses itself -->
<xsl:template match="/"><document title="x" lang="th"><page-sequence class="body"><p><xsl:value-of select="count(key('a', 'x'))"/></p></page-sequence></document></xsl:template>
<xsl:key name="a" match="i" use="key('a', 'x')"/>
</xsl:stylesheet>
