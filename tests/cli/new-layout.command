# The author's layout stays: comments, instructions, indentation, a prefix; another encoding becomes UTF-8
cat >last.xml <<'END'
<?xml version='1.0' encoding='windows-874'?>
<?xml-model href="report.rnc"?>
<!-- ก่อน -->
<m:measures-report year='๒๕๖๖' xmlns:m="urn:raingan:report">
  <m:agency><m:name>เทศบาล &amp; <![CDATA[เมือง]]></m:name><!-- ชื่อ --></m:agency>
  <m:assessment scheme="ita-2564" year="2565"
                strength-above="๙๐">
    <!-- คะแนน -->
    <m:indicator id="i1" score="94.42"/> <m:indicator id="i2" score="92.12"/>
    <m:indicator id="i3" score="92.28"/> <m:indicator id="i4" score="90.76"/>
    <m:indicator id="i5" score="92.35"/> <m:indicator id="e6" score="91.41"/>
    <m:indicator id="e7" score="94.44"/> <m:indicator id="e8" score="90.55"/>
    <m:indicator id="o9" score="100"/> <m:indicator id="o10" score="100"/>
  </m:assessment>

  <!-- ปีก่อนหน้า -->
  <m:previous scheme="ita-2564" year="2564">
    <m:indicator id="i1" score="1"/>
  </m:previous>
  <m:cover><m:title>มาตรการ พ.ศ. 2566</m:title></m:cover>
  <m:analysis>
    <m:title>รายงาน</m:title>
    <m:section><m:title>ผล <m:level printed="A"/></m:title>
      <m:p>มี <m:b>ได้ <m:score of="i1"/> และ <m:sic>คแนน</m:sic></m:b> <!-- ในบรรทัด --> ต่อ</m:p>
      <m:p>พ.ศ. <m:year of="assessment"/> เกณฑ์ <m:threshold/> จุดอ่อน <m:count of="weaknesses"/> พ.ร.บ. พ.ศ. ๒๕๕๘ โทร. 02566 25651</m:p>
      <m:clause><m:p>ก่อน</m:p><m:p>ระดับ <m:level/></m:p><m:list><m:item>ข้อ <m:total/>
        <m:list><m:item>ย่อย</m:item></m:list></m:item></m:list><m:p>หลัง</m:p></m:clause>
      <m:ranking>
        <m:score of="i1" printed="95"/>
        <!-- เหลือไว้ -->
      </m:ranking>
    </m:section>
    <m:section><m:title>มาตรการ</m:title>
      <m:measures>
        <m:measure id="a">
          <m:title>ก</m:title>
          <m:step>ภายใน 30 กันยายน <m:u>๒๕๖๖</m:u></m:step>
          <m:owner>กอง</m:owner>
          <m:period from="๒๕๖๕-๑๐" to="2567-02-29"/>
          <m:follow-up>ข</m:follow-up>
          <!-- ผล -->
          <m:result status="done"/>
        </m:measure>
      </m:measures>
    </m:section>
  </m:analysis>
  <m:follow-up-report date="2566-09-30" as-of="2566-09-15"><m:signer role="ผู้จัดทำ"/></m:follow-up-report>
</m:measures-report>
<!-- หลัง -->
END
sed 's/$/\r/' last.xml | iconv -f UTF-8 -t TIS-620 >windows-874.xml
cp windows-874.xml 'ที่--แล้ว-.xml'
"$raingan" new --year 2567 --from windows-874.xml -o 'ใหม่.xml'
cat 'ใหม่.xml'
# on one line
tr -d '\n' <"$repo/tests/report/GOOD.xml" | sed 's/>\t*</></g' >line.xml
"$raingan" new --year 2567 --from line.xml
sed -n '/<assessment/,/<previous/p' measures-2567.xml
rm measures-2567.xml
"$raingan" new --year 2567 --from 'ที่--แล้ว-.xml'
head -n 4 measures-2567.xml
# a name that is no UTF-8 is no text of a file
cp line.xml "$(printf 'a\261\001b.xml')"
"$raingan" new --year 2567 --from "$(printf 'a\261\001b.xml')" -o name.xml
head -n 3 name.xml
rm a*b.xml
# a year later no comment of raingan's own is there twice
sed -i 's/ score=""/ score="90"/' measures-2567.xml
"$raingan" new --year 2568 --from measures-2567.xml
grep -c 'raingan new' measures-2567.xml measures-2568.xml
