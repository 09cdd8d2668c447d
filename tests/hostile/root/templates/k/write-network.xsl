<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:raingan:document" xmlns:exsl="http://exslt.org/common" extension-element-prefixes="exsl">
<!-- to the network -->
<xsl:template match="/"><document title="x" lang="th"><page-sequence class="body"><p><exsl:document href="http://127.0.0.1:9/x">x</exsl:document></p></page-sequence></document></xsl:template>
</xsl:stylesheet>
