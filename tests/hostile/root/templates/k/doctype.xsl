<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:raingan:document">
<!-- an entity of its own -->
<xsl:template match="/"><document title="x" lang="th"><page-sequence class="body"><p>&e;</p></page-sequence></document></xsl:template>
</xsl:stylesheet>
