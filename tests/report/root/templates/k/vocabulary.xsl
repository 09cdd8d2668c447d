<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:raingan:document" xmlns:r="urn:raingan:run">
<xsl:template match="/"><document title="x" lang="th"><page-sequence class="body"><para><xsl:copy-of select='//i[1]/@r:line'/>x</para></page-sequence><page-sequence class="body"><p align="right"><xsl:copy-of select='//i[2]/@r:line'/>x</p><ol><xsl:copy-of select='//i[3]/@r:line'/></ol></page-sequence></document></xsl:template>
</xsl:stylesheet>
