<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:raingan:document">
<xsl:include href="include-circle.xsl"/>
</xsl:stylesheet>
