<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:raingan:document" xmlns:xt="http://www.jclark.com/xt" extension-element-prefixes="xt">
<!-- XT's -->
<xsl:template match="/"><document title="x" lang="th"><page-sequence class="body"><p><xt:document href="written.xml">x</xt:document></p></page-sequence></document></xsl:template>
</xsl:stylesheet>
