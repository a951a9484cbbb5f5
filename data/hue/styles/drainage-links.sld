<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:se="http://www.opengis.net/se"
    xmlns:ogc="http://www.opengis.net/ogc" xmlns:xlink="http://www.w3.org/1999/xlink">
  <NamedLayer>
    <se:Name>drainage-links</se:Name>
    <UserStyle>
      <se:Name>drainage-links</se:Name>
      <se:Description><se:Title>Cống, mương thoát nước</se:Title></se:Description>
      <se:FeatureTypeStyle>
        <se:Rule>
          <se:Name>open</se:Name>
          <se:Description><se:Title>Mương, kênh hở</se:Title></se:Description>
          <ogc:Filter><ogc:Or><ogc:PropertyIsEqualTo><ogc:PropertyName>type</ogc:PropertyName><ogc:Literal>channel</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsEqualTo><ogc:PropertyName>type</ogc:PropertyName><ogc:Literal>ditch</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsEqualTo><ogc:PropertyName>type</ogc:PropertyName><ogc:Literal>canal</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Or></ogc:Filter>
          <se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#2864c8</se:SvgParameter><se:SvgParameter name="stroke-width">2.5</se:SvgParameter><se:SvgParameter name="stroke-linecap">round</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
          <se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#a0d2ff</se:SvgParameter><se:SvgParameter name="stroke-width">1.2</se:SvgParameter><se:SvgParameter name="stroke-linecap">round</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>d300</se:Name>
          <se:Description><se:Title>Cống dưới 400 mm</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsLessThan><ogc:PropertyName>diameter</ogc:PropertyName><ogc:Literal>400</ogc:Literal></ogc:PropertyIsLessThan></ogc:Filter>
          <se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#2864c8</se:SvgParameter><se:SvgParameter name="stroke-width">1</se:SvgParameter><se:SvgParameter name="stroke-linecap">round</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>d600</se:Name>
          <se:Description><se:Title>Cống 400–700 mm</se:Title></se:Description>
          <ogc:Filter><ogc:And><ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>diameter</ogc:PropertyName><ogc:Literal>400</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyIsLessThan><ogc:PropertyName>diameter</ogc:PropertyName><ogc:Literal>700</ogc:Literal></ogc:PropertyIsLessThan></ogc:And></ogc:Filter>
          <se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#2864c8</se:SvgParameter><se:SvgParameter name="stroke-width">1.6</se:SvgParameter><se:SvgParameter name="stroke-linecap">round</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>d1000</se:Name>
          <se:Description><se:Title>Cống 700–1000 mm</se:Title></se:Description>
          <ogc:Filter><ogc:And><ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>diameter</ogc:PropertyName><ogc:Literal>700</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyIsLessThan><ogc:PropertyName>diameter</ogc:PropertyName><ogc:Literal>1000</ogc:Literal></ogc:PropertyIsLessThan></ogc:And></ogc:Filter>
          <se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#2864c8</se:SvgParameter><se:SvgParameter name="stroke-width">2.4</se:SvgParameter><se:SvgParameter name="stroke-linecap">round</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>large</se:Name>
          <se:Description><se:Title>Cống từ 1000 mm</se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>diameter</ogc:PropertyName><ogc:Literal>1000</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo></ogc:Filter>
          <se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#1c4ca0</se:SvgParameter><se:SvgParameter name="stroke-width">3.4</se:SvgParameter><se:SvgParameter name="stroke-linecap">round</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>unknown</se:Name>
          <se:Description><se:Title>Chưa rõ đường kính</se:Title></se:Description>
          <se:ElseFilter/>
          <se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#2864c8</se:SvgParameter><se:SvgParameter name="stroke-width">1.2</se:SvgParameter><se:SvgParameter name="stroke-dasharray">5 3</se:SvgParameter></se:Stroke></se:LineSymbolizer>
        </se:Rule>
      </se:FeatureTypeStyle>
      <se:FeatureTypeStyle>
        <se:Rule>
          <se:Name>label</se:Name>
          <se:Description><se:Title>Đường kính (mm)</se:Title></se:Description>
          <ogc:Filter><ogc:Not><ogc:PropertyIsNull><ogc:PropertyName>diameter</ogc:PropertyName></ogc:PropertyIsNull></ogc:Not></ogc:Filter>
          <se:MaxScaleDenominator>3000</se:MaxScaleDenominator>
          <se:TextSymbolizer><se:Label><![CDATA[Ø ]]><ogc:PropertyName>diameter</ogc:PropertyName></se:Label><se:Font><se:SvgParameter name="font-family">Be Vietnam Pro</se:SvgParameter><se:SvgParameter name="font-size">9</se:SvgParameter></se:Font><se:LabelPlacement><se:LinePlacement><se:PerpendicularOffset>7</se:PerpendicularOffset></se:LinePlacement></se:LabelPlacement><se:Halo><se:Radius>1.2</se:Radius><se:Fill><se:SvgParameter name="fill">#ffffff</se:SvgParameter><se:SvgParameter name="fill-opacity">0.85</se:SvgParameter></se:Fill></se:Halo><se:Fill><se:SvgParameter name="fill">#1c4ca0</se:SvgParameter></se:Fill><se:VendorOption name="followLine">true</se:VendorOption><se:VendorOption name="maxAngleDelta">25</se:VendorOption></se:TextSymbolizer>
        </se:Rule>
      </se:FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
