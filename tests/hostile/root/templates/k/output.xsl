<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:raingan:document">
<!-- nothing of it is for the document -->
<xsl:template match="/"><document title="x" lang="th"><page-sequence class="body"><p>x</p></page-sequence></document></xsl:template>
<xsl:output method="html" doctype-system="file:///etc/passwd" doctype-public="-//X" encoding="UTF-7" cdata-section-elements="p"/>
</xsl:stylesheet>
