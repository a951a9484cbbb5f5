package org.diachi.wms.map;

import java.util.List;
import org.diachi.portrayal.Painter;
import org.diachi.portrayal.style.FillSymbol;
import org.diachi.portrayal.style.LineSymbol;
import org.diachi.portrayal.style.MapStyle;
import org.diachi.portrayal.style.PointSymbol;
import org.diachi.portrayal.style.Symbol;
import org.diachi.portrayal.style.TextSymbol;
import org.diachi.portrayal.style.Unit;

/** How far features outside a picture reach into it. */
final class Margins {

    /** Mitres reach farther than half a line. */
    private static final double MITRE = 4;

    private Margins() {}

    /** In pixels of the picture. */
    static double of(List<MapStyle.Pass> passes, double symbolScale, double metresPerPixel) {
        double most = 1;
        for (MapStyle.Pass pass : passes) {
            Symbol symbol = pass.symbol();
            double unit = symbol.unit() == Unit.METRE ? 1 / metresPerPixel : symbolScale;
            most = Math.max(most, reach(symbol) * unit);
        }
        return Math.ceil(most) + 1;
    }

    private static double reach(Symbol symbol) {
        if (symbol instanceof LineSymbol line) {
            return MITRE * line.width() / 2 + Math.abs(line.offset());
        }
        if (symbol instanceof PointSymbol point) {
            return 2 * point.graphic().size()
                    + Math.abs(point.graphic().offsetX())
                    + Math.abs(point.graphic().offsetY());
        }
        if (symbol instanceof TextSymbol) {
            return Painter.LABEL_BUFFER;
        }
        return symbol instanceof FillSymbol ? 1 : Painter.LABEL_BUFFER;
    }
}
