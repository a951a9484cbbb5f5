package org.diachi.portrayal.style;

import java.util.List;
import java.util.Set;
import org.geotools.api.filter.Filter;

/** How a layer without a style is drawn, by the kind of its geometries. */
public enum DefaultStyle {
    POINT(new PointSymbol(
            new Graphic(
                    new GraphicShape.Mark("circle", FillSymbol.of(0x3b78b4), LineSymbol.of(0xffffff, 1)),
                    7,
                    0,
                    1,
                    0.5,
                    0.5,
                    0,
                    0),
            Unit.PIXEL)),
    LINE(LineSymbol.of(0x3b78b4, 1.5)),
    POLYGON(new FillSymbol(0x8fb4d6, 0.6, null, Unit.PIXEL), LineSymbol.of(0x3b78b4, 1)),
    /** Of geometries that may be of any kind. */
    ANY(new FillSymbol(0x8fb4d6, 0.6, null, Unit.PIXEL), LineSymbol.of(0x3b78b4, 1), ((PointSymbol)
            POINT.symbols.get(0)));

    private final List<Symbol> symbols;

    DefaultStyle(Symbol... symbols) {
        this.symbols = List.of(symbols);
    }

    /** As a style of one rule. */
    public MapStyle style() {
        StyleRule rule = new StyleRule(0, "", "", 0, Double.POSITIVE_INFINITY, Filter.INCLUDE, false, symbols);
        return new MapStyle("default", "", List.of(rule), Set.of());
    }
}
