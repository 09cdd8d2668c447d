<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:raingan:document">
<!-- a link to a file outside -->
<xsl:include href="linked.xsl"/>
</xsl:stylesheet>
