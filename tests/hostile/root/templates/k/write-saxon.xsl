<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:raingan:document" xmlns:saxon="http://icl.com/saxon" extension-element-prefixes="saxon">
<!-- Saxon's -->
<xsl:template match="/"><document title="x" lang="th"><page-sequence class="body"><p><saxon:output href="written.xml">x</saxon:output></p></page-sequence></document></xsl:template>
</xsl:stylesheet>
