<?xml version="1.0" encoding="UTF-8"?>
<!--
  Comma-separated values by RFC 4180: lines end with CR LF, texts stand in quotation marks as
  th:csv() sets them, numbers, the program's own, do not, what is not known is empty.  A byte order
  mark tells Excel that it is UTF-8.

  libxslt takes a long time for each step and a short one for each function: a row takes few steps.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:in="urn:raingan:report" xmlns:th="urn:raingan:functions">

<xsl:output method="text" encoding="UTF-8"/>

<xsl:variable name="mark" select="'&#xFEFF;'"/>
<xsl:variable name="end" select="'&#13;&#10;'"/>

<!-- What every row begins with. -->
<xsl:variable name="agency-cell" select="th:csv(normalize-space(/in:measures-report/in:agency/in:name))"/>

</xsl:stylesheet>
