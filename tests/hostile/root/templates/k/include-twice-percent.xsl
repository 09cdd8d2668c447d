<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:raingan:document">
<!-- dots in disguise of disguise -->
<xsl:include href="%252e%252e/outside.xsl"/>
</xsl:stylesheet>
