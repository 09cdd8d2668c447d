<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:raingan:document" xmlns:redirect="org.apache.xalan.xslt.extensions.Redirect" extension-element-prefixes="redirect">
<!-- Xalan's -->
<xsl:template match="/"><document title="x" lang="th"><page-sequence class="body"><p><redirect:write file="written.xml">x</redirect:write></p></page-sequence></document></xsl:template>
</xsl:stylesheet>
