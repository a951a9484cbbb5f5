<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:se="http://www.opengis.net/se"
    xmlns:ogc="http://www.opengis.net/ogc" xmlns:xlink="http://www.w3.org/1999/xlink">
  <NamedLayer>
    <se:Name>zones</se:Name>
    <UserStyle>
      <se:Name>zones</se:Name>
      <se:Description><se:Title>Quy hoạch sử dụng đất</se:Title></se:Description>
      <se:FeatureTypeStyle>
        <se:Rule>
          <se:Name>LUA</se:Name>
          <se:Description><se:Title>LUA – Đất trồng lúa</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>LUA</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#fffc82</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>LUC</se:Name>
          <se:Description><se:Title>LUC – Đất chuyên trồng lúa</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>LUC</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#fffc8c</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>LUK</se:Name>
          <se:Description><se:Title>LUK – Đất trồng lúa còn lại</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>LUK</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#fffc96</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>LUN</se:Name>
          <se:Description><se:Title>LUN – Đất trồng lúa nương</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>LUN</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#fffcb4</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>HNK</se:Name>
          <se:Description><se:Title>HNK – Đất trồng cây hằng năm khác</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>HNK</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#fff0b4</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>BHK</se:Name>
          <se:Description><se:Title>BHK – Đất bằng trồng cây hàng năm khác</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>BHK</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#fff0b4</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>NHK</se:Name>
          <se:Description><se:Title>NHK – Đất nương rẫy trồng cây hàng năm khác</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>NHK</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#fff0b4</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>CLN</se:Name>
          <se:Description><se:Title>CLN – Đất trồng cây lâu năm</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>CLN</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#ffd2a0</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>RSX</se:Name>
          <se:Description><se:Title>RSX – Đất rừng sản xuất</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>RSX</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#b4ffb4</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>RPH</se:Name>
          <se:Description><se:Title>RPH – Đất rừng phòng hộ</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>RPH</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#beff1e</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>RDD</se:Name>
          <se:Description><se:Title>RDD – Đất rừng đặc dụng</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>RDD</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#6eff64</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>NTS</se:Name>
          <se:Description><se:Title>NTS – Đất nuôi trồng thủy sản</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>NTS</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#aaffff</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>NKH</se:Name>
          <se:Description><se:Title>NKH – Đất nông nghiệp khác</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>NKH</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#f5ffb4</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>ONT</se:Name>
          <se:Description><se:Title>ONT – Đất ở tại nông thôn</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>ONT</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#ffd0ff</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>ODT</se:Name>
          <se:Description><se:Title>ODT – Đất ở tại đô thị</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>ODT</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#ffa0ff</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>TSC</se:Name>
          <se:Description><se:Title>TSC – Đất xây dựng trụ sở cơ quan</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>TSC</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#ffaaa0</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>CQP</se:Name>
          <se:Description><se:Title>CQP – Đất quốc phòng</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>CQP</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#ff6450</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>CAN</se:Name>
          <se:Description><se:Title>CAN – Đất an ninh</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>CAN</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#ff5046</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>DTS</se:Name>
          <se:Description><se:Title>DTS – Đất xây dựng trụ sở của tổ chức sự nghiệp</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>DTS</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#faaaa0</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>DVH</se:Name>
          <se:Description><se:Title>DVH – Đất xây dựng cơ sở văn hóa</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>DVH</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#ffaaa0</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>DXH</se:Name>
          <se:Description><se:Title>DXH – Đất xây dựng cơ sở xã hội</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>DXH</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#ffaaa0</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>DYT</se:Name>
          <se:Description><se:Title>DYT – Đất xây dựng cơ sở y tế</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>DYT</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#ffaaa0</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>DGD</se:Name>
          <se:Description><se:Title>DGD – Đất xây dựng cơ sở giáo dục và đào tạo</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>DGD</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#ffaaa0</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>DTT</se:Name>
          <se:Description><se:Title>DTT – Đất xây dựng cơ sở thể dục thể thao</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>DTT</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#ffaaa0</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>DKH</se:Name>
          <se:Description><se:Title>DKH – Đất xây dựng cơ sở khoa học và công nghệ</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>DKH</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#ffaaa0</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>DNG</se:Name>
          <se:Description><se:Title>DNG – Đất xây dựng cơ sở ngoại giao</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>DNG</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#ffaaa0</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>DSK</se:Name>
          <se:Description><se:Title>DSK – Đất xây dựng công trình sự nghiệp khác</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>DSK</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#ffaaa0</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>SKK</se:Name>
          <se:Description><se:Title>SKK – Đất khu công nghiệp</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>SKK</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#faaaa0</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>SKN</se:Name>
          <se:Description><se:Title>SKN – Đất cụm công nghiệp</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>SKN</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#faaaa0</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>SKT</se:Name>
          <se:Description><se:Title>SKT – Đất khu chế xuất</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>SKT</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#faaaa0</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>TMD</se:Name>
          <se:Description><se:Title>TMD – Đất thương mại, dịch vụ</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>TMD</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#faaaa0</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>SKC</se:Name>
          <se:Description><se:Title>SKC – Đất cơ sở sản xuất phi nông nghiệp</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>SKC</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#faaaa0</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>SKS</se:Name>
          <se:Description><se:Title>SKS – Đất sử dụng cho hoạt động khoáng sản</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>SKS</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#cdaacd</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>SKX</se:Name>
          <se:Description><se:Title>SKX – Đất sản xuất vật liệu xây dựng, làm đồ gốm</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>SKX</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#cdaacd</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>DGT</se:Name>
          <se:Description><se:Title>DGT – Đất công trình giao thông</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>DGT</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#ffaa32</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>DTL</se:Name>
          <se:Description><se:Title>DTL – Đất công trình thủy lợi</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>DTL</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#aaffff</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>DDT</se:Name>
          <se:Description><se:Title>DDT – Đất có di tích lịch sử - văn hóa</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>DDT</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#ffaaa0</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>DDL</se:Name>
          <se:Description><se:Title>DDL – Đất danh lam thắng cảnh</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>DDL</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#ffaaa0</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>DSH</se:Name>
          <se:Description><se:Title>DSH – Đất sinh hoạt cộng đồng</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>DSH</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#ffaaa0</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>DKV</se:Name>
          <se:Description><se:Title>DKV – Đất khu vui chơi, giải trí công cộng, sinh hoạt cộng đồng</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>DKV</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#ffaaa0</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>DNL</se:Name>
          <se:Description><se:Title>DNL – Đất công trình năng lượng, chiếu sáng công cộng</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>DNL</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#ffaaa0</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>DBV</se:Name>
          <se:Description><se:Title>DBV – Đất công trình hạ tầng bưu chính, viễn thông, công nghệ thông tin</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>DBV</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#ffaaa0</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>DCH</se:Name>
          <se:Description><se:Title>DCH – Đất chợ dân sinh, chợ đầu mối</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>DCH</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#ffaaa0</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>DRA</se:Name>
          <se:Description><se:Title>DRA – Đất công trình xử lý chất thải</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>DRA</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#cdaacd</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>DCK</se:Name>
          <se:Description><se:Title>DCK – Đất công trình công cộng khác</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>DCK</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#ffaaa0</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>TON</se:Name>
          <se:Description><se:Title>TON – Đất tôn giáo</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>TON</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#faaaa0</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>TIN</se:Name>
          <se:Description><se:Title>TIN – Đất tín ngưỡng</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>TIN</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#ffaaa0</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>NTD</se:Name>
          <se:Description><se:Title>NTD – Đất nghĩa trang, nhà tang lễ, cơ sở hỏa táng; đất cơ sở lưu trữ tro cốt</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>NTD</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#d2d2d2</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>SON</se:Name>
          <se:Description><se:Title>SON – Đất có mặt nước dạng sông, ngòi, kênh, rạch, suối</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>SON</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#a0ffff</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>MNC</se:Name>
          <se:Description><se:Title>MNC – Đất có mặt nước chuyên dùng dạng ao, hồ, đầm, phá</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>MNC</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#a0ffff</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>PNK</se:Name>
          <se:Description><se:Title>PNK – Đất phi nông nghiệp khác</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>PNK</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#ffaaa0</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>BCS</se:Name>
          <se:Description><se:Title>BCS – Đất bằng chưa sử dụng</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>BCS</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#fffffe</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>DCS</se:Name>
          <se:Description><se:Title>DCS – Đất đồi núi chưa sử dụng</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>DCS</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#fffffe</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>NCS</se:Name>
          <se:Description><se:Title>NCS – Đất núi đá không có rừng cây</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>NCS</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#e6e6c8</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>other</se:Name>
          <se:Description><se:Title>Mã không có màu quy định</se:Title></se:Description>
          <se:ElseFilter/>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#ffffff</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">0.7</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
          <se:PolygonSymbolizer><se:Fill><se:GraphicFill><se:Graphic><se:Mark><se:WellKnownName>shape://slash</se:WellKnownName><se:Stroke><se:SvgParameter name="stroke">#9a9a9a</se:SvgParameter><se:SvgParameter name="stroke-width">0.8</se:SvgParameter></se:Stroke></se:Mark><se:Size>8</se:Size></se:Graphic></se:GraphicFill></se:Fill></se:PolygonSymbolizer>
        </se:Rule>
      </se:FeatureTypeStyle>
      <se:FeatureTypeStyle>
        <se:Rule>
          <se:Name>label</se:Name>
          <se:Description><se:Title>Mã loại đất</se:Title></se:Description>
          <se:MaxScaleDenominator>10000</se:MaxScaleDenominator>
          <se:TextSymbolizer><se:Label><ogc:PropertyName>code</ogc:PropertyName></se:Label><se:Font><se:SvgParameter name="font-family">Be Vietnam Pro</se:SvgParameter><se:SvgParameter name="font-size">10</se:SvgParameter></se:Font><se:LabelPlacement><se:PointPlacement><se:AnchorPoint><se:AnchorPointX>0.5</se:AnchorPointX><se:AnchorPointY>0.5</se:AnchorPointY></se:AnchorPoint></se:PointPlacement></se:LabelPlacement><se:Halo><se:Radius>1</se:Radius><se:Fill><se:SvgParameter name="fill">#ffffff</se:SvgParameter><se:SvgParameter name="fill-opacity">0.85</se:SvgParameter></se:Fill></se:Halo><se:Fill><se:SvgParameter name="fill">#333333</se:SvgParameter></se:Fill><se:VendorOption name="goodnessOfFit">0.9</se:VendorOption><se:VendorOption name="spaceAround">4</se:VendorOption></se:TextSymbolizer>
        </se:Rule>
      </se:FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
