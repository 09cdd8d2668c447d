<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:raingan:document">
<!-- an attribute set that uses itself -->
<xsl:template match="/"><document title="x" lang="th"><page-sequence class="body"><p>x</p></page-sequence></document></xsl:template>
<xsl:attribute-set name="a" use-attribute-sets="a"/>
</xsl:stylesheet>
