<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:raingan:document">
<!-- an absolute address with a host -->
<xsl:import href="file://localhost/etc/passwd"/>
</xsl:stylesheet>
