<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:raingan:document">
<!-- a slash in disguise -->
<xsl:include href="..%2foutside.xsl"/>
</xsl:stylesheet>
