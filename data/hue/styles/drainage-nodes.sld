<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:se="http://www.opengis.net/se"
    xmlns:ogc="http://www.opengis.net/ogc" xmlns:xlink="http://www.w3.org/1999/xlink">
  <NamedLayer>
    <se:Name>drainage-nodes</se:Name>
    <UserStyle>
      <se:Name>drainage-nodes</se:Name>
      <se:Description><se:Title>Hố ga, cửa xả</se:Title></se:Description>
      <se:FeatureTypeStyle>
        <se:Rule>
          <se:Name>outfall</se:Name>
          <se:Description><se:Title>Cửa xả</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>type</ogc:PropertyName><ogc:Literal>outfall</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:MaxScaleDenominator>70000</se:MaxScaleDenominator>
          <se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>triangle</se:WellKnownName><se:Fill><se:SvgParameter name="fill">#e05030</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#143c78</se:SvgParameter><se:SvgParameter name="stroke-width">0.8</se:SvgParameter></se:Stroke></se:Mark><se:Size>11</se:Size><se:Rotation>180</se:Rotation></se:Graphic></se:PointSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>pump</se:Name>
          <se:Description><se:Title>Trạm bơm</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>type</ogc:PropertyName><ogc:Literal>pump</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:MaxScaleDenominator>70000</se:MaxScaleDenominator>
          <se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>star</se:WellKnownName><se:Fill><se:SvgParameter name="fill">#f0c030</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#143c78</se:SvgParameter><se:SvgParameter name="stroke-width">0.8</se:SvgParameter></se:Stroke></se:Mark><se:Size>12</se:Size></se:Graphic></se:PointSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>inlet</se:Name>
          <se:Description><se:Title>Giếng thu</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>type</ogc:PropertyName><ogc:Literal>inlet</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:MaxScaleDenominator>9000</se:MaxScaleDenominator>
          <se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>square</se:WellKnownName><se:Fill><se:SvgParameter name="fill">#a0d2ff</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#143c78</se:SvgParameter><se:SvgParameter name="stroke-width">0.8</se:SvgParameter></se:Stroke></se:Mark><se:Size>6</se:Size></se:Graphic></se:PointSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>manhole</se:Name>
          <se:Description><se:Title>Hố ga</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>type</ogc:PropertyName><ogc:Literal>manhole</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:MaxScaleDenominator>9000</se:MaxScaleDenominator>
          <se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>circle</se:WellKnownName><se:Fill><se:SvgParameter name="fill">#ffffff</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#143c78</se:SvgParameter><se:SvgParameter name="stroke-width">0.8</se:SvgParameter></se:Stroke></se:Mark><se:Size>7</se:Size></se:Graphic></se:PointSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>other</se:Name>
          <se:Description><se:Title>Nút khác</se:Title></se:Description>
          <se:ElseFilter/>
          <se:MaxScaleDenominator>9000</se:MaxScaleDenominator>
          <se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>diamond</se:WellKnownName><se:Fill><se:SvgParameter name="fill">#c8c8c8</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#143c78</se:SvgParameter><se:SvgParameter name="stroke-width">0.8</se:SvgParameter></se:Stroke></se:Mark><se:Size>7</se:Size></se:Graphic></se:PointSymbolizer>
        </se:Rule>
      </se:FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
