<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:raingan:document" xmlns:msxsl="urn:schemas-microsoft-com:xslt" xmlns:u="urn:u">
<!-- Microsoft's scripts are data -->
<xsl:template match="/"><document title="x" lang="th"><page-sequence class="body"><p>x</p></page-sequence></document></xsl:template>
<msxsl:script language="JScript" implements-prefix="u">function f() { return 1; }</msxsl:script>
</xsl:stylesheet>
