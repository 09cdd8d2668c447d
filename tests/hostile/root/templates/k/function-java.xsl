<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:raingan:document" xmlns:java="http://xml.apache.org/xalan/java">
<!-- nor is Java -->
<xsl:template match="/"><document title="x" lang="th"><page-sequence class="body"><p><xsl:value-of select="java:java.lang.Runtime.getRuntime()"/></p></page-sequence></document></xsl:template>
</xsl:stylesheet>
