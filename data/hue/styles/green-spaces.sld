<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:se="http://www.opengis.net/se"
    xmlns:ogc="http://www.opengis.net/ogc" xmlns:xlink="http://www.w3.org/1999/xlink">
  <NamedLayer>
    <se:Name>green-spaces</se:Name>
    <UserStyle>
      <se:Name>green-spaces</se:Name>
      <se:Description><se:Title>Không gian xanh</se:Title></se:Description>
      <se:FeatureTypeStyle>
        <se:Rule>
          <se:Name>park</se:Name>
          <se:Description><se:Title>Công viên</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>type</ogc:PropertyName><ogc:Literal>park</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#78c878</se:SvgParameter><se:SvgParameter name="fill-opacity">0.9</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#3c783c</se:SvgParameter><se:SvgParameter name="stroke-width">0.8</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>garden</se:Name>
          <se:Description><se:Title>Vườn hoa</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>type</ogc:PropertyName><ogc:Literal>garden</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#9ad48c</se:SvgParameter><se:SvgParameter name="fill-opacity">0.9</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#3c783c</se:SvgParameter><se:SvgParameter name="stroke-width">0.8</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>playground</se:Name>
          <se:Description><se:Title>Sân chơi</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>type</ogc:PropertyName><ogc:Literal>playground</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#c8dc78</se:SvgParameter><se:SvgParameter name="fill-opacity">0.9</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#3c783c</se:SvgParameter><se:SvgParameter name="stroke-width">0.8</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>grove</se:Name>
          <se:Description><se:Title>Rừng cây, lùm cây</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>type</ogc:PropertyName><ogc:Literal>grove</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#50a05a</se:SvgParameter><se:SvgParameter name="fill-opacity">0.9</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#3c783c</se:SvgParameter><se:SvgParameter name="stroke-width">0.8</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
          <se:PolygonSymbolizer><se:Fill><se:GraphicFill><se:Graphic><se:Mark><se:WellKnownName>circle</se:WellKnownName><se:Fill><se:SvgParameter name="fill">#2f7a3a</se:SvgParameter></se:Fill></se:Mark><se:Size>4</se:Size></se:Graphic></se:GraphicFill></se:Fill><se:VendorOption name="graphic-margin">4</se:VendorOption></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>other</se:Name>
          <se:Description><se:Title>Cây xanh khác</se:Title></se:Description>
          <se:ElseFilter/>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#a8d8a0</se:SvgParameter><se:SvgParameter name="fill-opacity">0.9</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#3c783c</se:SvgParameter><se:SvgParameter name="stroke-width">0.8</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
      </se:FeatureTypeStyle>
      <se:FeatureTypeStyle>
        <se:Rule>
          <se:Name>restricted</se:Name>
          <se:Description><se:Title>Hạn chế sử dụng</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsNotEqualTo><ogc:PropertyName>access</ogc:PropertyName><ogc:Literal>public</ogc:Literal></ogc:PropertyIsNotEqualTo></ogc:Filter>
          <se:MaxScaleDenominator>50000</se:MaxScaleDenominator>
          <se:PolygonSymbolizer><se:Fill><se:GraphicFill><se:Graphic><se:Mark><se:WellKnownName>shape://backslash</se:WellKnownName><se:Stroke><se:SvgParameter name="stroke">#3c783c</se:SvgParameter><se:SvgParameter name="stroke-width">0.8</se:SvgParameter></se:Stroke></se:Mark><se:Size>7</se:Size></se:Graphic></se:GraphicFill></se:Fill></se:PolygonSymbolizer>
        </se:Rule>
      </se:FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
