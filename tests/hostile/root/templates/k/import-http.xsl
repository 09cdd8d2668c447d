<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:raingan:document">
<!-- the network -->
<xsl:import href="http://127.0.0.1:9/x.xsl"/>
</xsl:stylesheet>
