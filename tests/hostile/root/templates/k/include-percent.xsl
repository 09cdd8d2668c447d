<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:raingan:document">
<!-- dots in disguise -->
<xsl:include href="%2e%2e/outside.xsl"/>
</xsl:stylesheet>
