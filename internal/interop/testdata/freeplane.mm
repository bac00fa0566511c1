<map version="freeplane 1.11.5">
<!--To view this file, download free mind mapping software Freeplane from https://www.freeplane.org -->
<node TEXT="Move house" FOLDED="false" ID="ID_1090958577" CREATED="1409300609620" MODIFIED="1700000000000" VGAP_QUANTITY="3 pt">
<hook NAME="MapStyle" background="#f9f9f8">
    <properties edgeColorConfiguration="#808080ff" show_icon_for_attributes="true"/>
<map_styles>
<stylenode LOCALIZED_TEXT="styles.root_node" STYLE="oval"><font SIZE="24"/>
<node TEXT="a style that is no node of the map"/>
</stylenode>
</map_styles>
</hook>
<font SIZE="24" BOLD="true"/>
<node TEXT="Find a flat" POSITION="right" ID="ID_1" LINK="https://example.org/flats">
<edge COLOR="#ff0000"/>
<icon BUILTIN="full-1"/>
<icon BUILTIN="hourglass"/>
<icon BUILTIN="idea"/>
<arrowlink SHAPE="CUBIC_CURVE" COLOR="#000000" DESTINATION="ID_2" MIDDLE_LABEL="" STARTINCLINATION="81 pt;0 pt;"/>
<attribute_layout NAME_WIDTH="60 pt"/>
<attribute NAME="Deadline" VALUE="01.02.2026" OBJECT="org.freeplane.features.format.FormattedDate|2026-02-01T00:00+0100|date"/>
<attribute NAME="effort" VALUE="1 h 30 min"/>
<attribute NAME="colour" VALUE="blue"/>
<attribute NAME="state" VALUE="half way"/>
<richcontent TYPE="DETAILS">
<html>
  <head>
    <style type="text/css">p { color: red }</style>
  </head>
  <body>
    <p>
      Three rooms,&#160;<b>light</b> and
      dry
    </p>
  </body>
</html>
</richcontent>
<richcontent TYPE="NOTE" CONTENT-TYPE="xml/">
<html><head/><body><p>Ask Kari</p><p/><ul><li>rent</li><li>see <a href="https://example.org/a">the list</a></li></ul>one<br/>two</body></html>
</richcontent>
<node TEXT="Visit three" ID="ID_11"><icon BUILTIN="button_ok"/></node>
<node TEXT="Call them" ID="ID_12"><attribute NAME="progress" VALUE="40%"/></node>
</node>
<node ID="ID_2" POSITION="left" FOLDED="true"><richcontent TYPE="NODE"><html><head></head><body><p>Pack,</p><p>and label</p></body></html></richcontent>
<richcontent TYPE="NOTE" CONTENT-TYPE="plain/markdown"><text># Boxes
  - from the shop</text></richcontent>
<icon BUILTIN="button_cancel"/>
<arrowlink DESTINATION="ID_nowhere"/>
<node TEXT="" ID="ID_21"/>
<node TEXT="  " ID="ID_22"><node TEXT="Below what has no name"/></node>
</node>
<node TEXT="Two of one id" ID="ID_1" ENCRYPTED_CONTENT="abc"/>
</node>
</map>
