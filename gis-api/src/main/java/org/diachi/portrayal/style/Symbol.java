package org.diachi.portrayal.style;

/** One thing that is drawn of a feature: a polygon symbolizer with fill and stroke becomes two of them. */
public sealed interface Symbol permits FillSymbol, LineSymbol, PointSymbol, TextSymbol {

    /** In what its sizes are told. */
    Unit unit();
}
