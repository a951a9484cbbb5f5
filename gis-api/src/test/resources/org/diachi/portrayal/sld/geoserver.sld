<?xml version="1.0" encoding="ISO-8859-1"?>
<StyledLayerDescriptor version="1.0.0"
 xsi:schemaLocation="http://www.opengis.net/sld StyledLayerDescriptor.xsd"
 xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
 xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <NamedLayer>
    <Name>tiger:roads</Name>
    <UserStyle>
      <Title>Roads by class</Title>
      <FeatureTypeStyle>
        <Rule>
          <Title>Local or private</Title>
          <ogc:Filter>
            <ogc:Or>
              <ogc:PropertyIsLike wildCard="%" singleChar="_" escape="\">
                <ogc:PropertyName>app:cfcc</ogc:PropertyName>
                <ogc:Literal>A4%</ogc:Literal>
              </ogc:PropertyIsLike>
              <ogc:PropertyIsBetween>
                <ogc:PropertyName>width</ogc:PropertyName>
                <ogc:LowerBoundary><ogc:Literal>2</ogc:Literal></ogc:LowerBoundary>
                <ogc:UpperBoundary><ogc:Literal>4</ogc:Literal></ogc:UpperBoundary>
              </ogc:PropertyIsBetween>
            </ogc:Or>
          </ogc:Filter>
          <LineSymbolizer>
            <Stroke>
              <CssParameter name="stroke"><ogc:Literal>#666</ogc:Literal></CssParameter>
              <CssParameter name="stroke-width">2</CssParameter>
            </Stroke>
            <PerpendicularOffset>3</PerpendicularOffset>
          </LineSymbolizer>
          <TextSymbolizer>
            <Label>
              <ogc:PropertyName>name</ogc:PropertyName><![CDATA[ (]]><ogc:Function name="strToUpperCase"><ogc:PropertyName>cfcc</ogc:PropertyName></ogc:Function>)
            </Label>
            <LabelPlacement>
              <LinePlacement>
                <PerpendicularOffset>-4</PerpendicularOffset>
              </LinePlacement>
            </LabelPlacement>
            <Fill><CssParameter name="fill">#000000</CssParameter></Fill>
            <VendorOption name="followLine">true</VendorOption>
            <VendorOption name="repeat">150</VendorOption>
            <VendorOption name="group">yes</VendorOption>
            <VendorOption name="maxAngleDelta">30</VendorOption>
          </TextSymbolizer>
        </Rule>
      </FeatureTypeStyle>
      <FeatureTypeStyle>
        <Rule>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>shape://times</WellKnownName>
                <Stroke><CssParameter name="stroke">#FF00ff</CssParameter></Stroke>
              </Mark>
              <Size>8</Size>
              <Rotation>15</Rotation>
            </Graphic>
          </PointSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
