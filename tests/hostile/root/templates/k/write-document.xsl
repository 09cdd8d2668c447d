<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:raingan:document" xmlns:x="x">
<!-- libxslt's way to write -->
<xsl:template match="/"><document title="x" lang="th"><page-sequence class="body"><p><xsl:document href="/tmp/raingan-written">x</xsl:document></p></page-sequence></document></xsl:template>
</xsl:stylesheet>
