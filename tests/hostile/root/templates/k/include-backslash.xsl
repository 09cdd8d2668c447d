<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:raingan:document">
<!-- another system's slash -->
<xsl:include href="..\outside.xsl"/>
</xsl:stylesheet>
