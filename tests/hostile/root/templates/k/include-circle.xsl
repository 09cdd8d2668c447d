<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:raingan:document">
<!-- a file that includes this one -->
<xsl:include href="circle.xsl"/>
<xsl:template match="/"><document title="x" lang="th"><page-sequence class="body"><p>x</p></page-sequence></document></xsl:template>
</xsl:stylesheet>
