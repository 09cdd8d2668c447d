<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:raingan:document" xmlns:th="urn:raingan:functions">
<xsl:template match="/">
	<xsl:variable name="lines"><l/><l> a  <b>"b"</b>
		c </l><l/><l>d</l></xsl:variable>
	<xsl:message><xsl:value-of select="concat(th:digits('95.36'), '|', th:arabic-digits('๙๕.๓๖'), '|',
		th:number(1234567.5), '|', th:letter(2), th:letter('๑๐'), th:letter(42), '|', th:baht('1,234.50'), '|', th:baht(100), '|',
		th:date('2565-04-29'), '|', th:short-date('2565-04-29'), '|', th:short-date('๒๕๖๕-๑๐'), '|',
		th:iso-date('๒๕๖๕-๑๐-๐๑'), '|', th:fiscal-year('2565-10'), '|', th:date(th:fiscal-first-day('2566')), '|',
		th:date(th:fiscal-last-day(th:fiscal-year('2565-10-01'))), '|',
		th:csv(' a ', '', '=&quot;', 1, normalize-space($lines), //*/@none), '|',
		translate(th:csv($lines, document('')//@version), '&#10;', '/'))"/></xsl:message>
	<document title="x" lang="th"><page-sequence class="body"><p></p></page-sequence></document>
</xsl:template>
</xsl:stylesheet>
