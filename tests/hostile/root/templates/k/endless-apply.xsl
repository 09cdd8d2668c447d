<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:raingan:document">
<!-- applies itself for ever -->
<xsl:template match="/ | @* | node()"><xsl:apply-templates select="/"/></xsl:template>
</xsl:stylesheet>
