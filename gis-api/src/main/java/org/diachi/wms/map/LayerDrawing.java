package org.diachi.wms.map;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import org.diachi.pack.Days;
import org.diachi.pack.PackState;
import org.diachi.pack.file.IntList;
import org.diachi.pack.file.Levels;
import org.diachi.pack.file.Scratch;
import org.diachi.pack.grid.Grid;
import org.diachi.pack.grid.ShapeCode;
import org.diachi.pack.grid.ShapeKind;
import org.diachi.portrayal.Painter;
import org.diachi.portrayal.style.FillSymbol;
import org.diachi.portrayal.style.LineSymbol;
import org.diachi.portrayal.style.MapStyle;
import org.diachi.portrayal.style.PointSymbol;
import org.diachi.portrayal.style.Symbol;
import org.diachi.portrayal.style.TextSymbol;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;

/** Draws layers, one after the other, with one painter. For one thread. */
final class LayerDrawing {

    private final Painter painter;
    private final StyleClasses classes;
    private final IntList found = new IntList(1024);
    private final DrawnRows rows = new DrawnRows();
    private final ShapeCode code = new ShapeCode();
    private final Scratch scratch = new Scratch();

    LayerDrawing(Painter painter, StyleClasses classes) {
        this.painter = painter;
        this.classes = classes;
    }

    /** Draws a layer. */
    void draw(MapLayer layer, MapFrame frame, Screen screen, Days days) {
        List<MapStyle.Pass> passes = layer.style().passes(frame.scaleDenominator());
        if (passes.isEmpty()) {
            return;
        }
        double margin = Margins.of(passes, frame.symbolScale(), screen.metresPerPixel());
        found.clear();
        layer.state().query(screen.box(margin), days, found);
        StyleClasses.RowClasses rowClasses = classes.of(layer);
        List<@Nullable BitSet> drawn = new ArrayList<>();
        collect(layer, frame, screen, rowClasses, drawn);
        List<IntList> byClass = byClass(rowClasses.classes().count());
        for (MapStyle.Pass pass : passes) {
            for (int number = 0; number < byClass.size(); number++) {
                BitSet rules = byClass.get(number).size() > 0 ? drawn.get(number) : null;
                if (rules != null && rules.get(pass.rule())) {
                    paint(layer, pass, byClass.get(number));
                }
            }
            painter.flush();
        }
        rows.shrink();
    }

    private void collect(
            MapLayer layer,
            MapFrame frame,
            Screen screen,
            StyleClasses.RowClasses rowClasses,
            List<@Nullable BitSet> drawn) {
        PackState state = layer.state();
        int level = Levels.forPixel(screen.stepsPerPixel());
        int shift = Grid.shift(Levels.zoom(level));
        boolean isFiltered = layer.filter() != Filter.INCLUDE;
        rows.clear();
        for (int i = 0; i < found.size(); i++) {
            int row = found.get(i);
            int number = rowClasses.of(state, row);
            while (drawn.size() <= number) {
                drawn.add(null);
            }
            BitSet rules = drawn.get(number);
            if (rules == null) {
                rules = layer.style().drawn(rowClasses.classes().matching(number), frame.scaleDenominator());
                drawn.set(number, rules);
            }
            if (!rules.isEmpty()
                    && (!isFiltered || layer.filter().evaluate(attributes(state, row)))
                    && state.read(row, level, code, scratch)) {
                rows.add(row, number, code, shift, screen);
            }
        }
    }

    private List<IntList> byClass(int count) {
        List<IntList> lists = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            lists.add(new IntList(8));
        }
        for (int i = 0; i < rows.count(); i++) {
            lists.get(rows.classOf(i)).add(i);
        }
        return lists;
    }

    static Function<String, @Nullable Object> attributes(PackState state, int row) {
        return StyleClasses.attributes(state.layer().columns(), state.values(row));
    }

    private void paint(MapLayer layer, MapStyle.Pass pass, IntList members) {
        Symbol symbol = pass.symbol();
        for (int m = 0; m < members.size(); m++) {
            int i = members.get(m);
            if (symbol instanceof TextSymbol text) {
                label(layer.state(), text, i);
            } else if (symbol instanceof PointSymbol) {
                paintGraphic(layer, pass, i);
            } else if (symbol instanceof LineSymbol || symbol instanceof FillSymbol) {
                paintShape(symbol, i);
            }
        }
    }

    private void paintShape(Symbol symbol, int i) {
        int first = rows.firstPart(i);
        int parts = rows.endPart(i) - first;
        if (rows.kind(i) == ShapeKind.POLYGON) {
            painter.polygon(symbol, rows.xy(), rows.ends(), first, parts);
        } else if (rows.kind(i) == ShapeKind.LINE && symbol instanceof LineSymbol) {
            painter.line(symbol, rows.xy(), rows.ends(), first, parts);
        }
    }

    /** In a layer of all kinds of shapes a graphic is for the points; the others have their outlines. */
    private void paintGraphic(MapLayer layer, MapStyle.Pass pass, int i) {
        ShapeKind kind = rows.kind(i);
        boolean hasOutline = layer.style().rules().get(pass.rule()).symbols().stream()
                .anyMatch(symbol -> symbol instanceof FillSymbol || symbol instanceof LineSymbol);
        if (kind != ShapeKind.POINT
                && hasOutline
                && layer.state().layer().geometryType().equals("any")) {
            return;
        }
        for (int part = rows.firstPart(i); part < rows.endPart(i); ) {
            int next = kind == ShapeKind.POLYGON ? rows.endOfPolygon(part, rows.endPart(i)) : part + 1;
            switch (kind) {
                case POLYGON -> painter.polygon(pass.symbol(), rows.xy(), rows.ends(), part, next - part);
                case LINE -> painter.line(pass.symbol(), rows.xy(), rows.ends(), part, 1);
                case POINT -> paintPoints(pass.symbol(), part);
            }
            part = next;
        }
    }

    private void paintPoints(Symbol symbol, int part) {
        for (int point = part == 0 ? 0 : rows.ends()[part - 1]; point < rows.ends()[part]; point++) {
            painter.point(symbol, rows.xy()[2 * point], rows.xy()[2 * point + 1]);
        }
    }

    private void label(PackState state, TextSymbol symbol, int i) {
        String text = symbol.text(attributes(state, rows.row(i)));
        if (text.isEmpty()) {
            return;
        }
        long id = state.id(rows.row(i));
        int first = rows.firstPart(i);
        int end = rows.endPart(i);
        switch (rows.kind(i)) {
            case POINT -> {
                int point = first == 0 ? 0 : rows.ends()[first - 1];
                painter.labelPoint(symbol, text, id, rows.xy()[2 * point], rows.xy()[2 * point + 1]);
            }
            case LINE -> painter.labelLine(symbol, text, id, rows.xy(), rows.ends(), first, end - first);
            case POLYGON -> {
                int rings = rows.endOfPolygon(first, end) - first;
                painter.labelPolygon(symbol, text, id, rows.xy(), rows.ends(), first, rings);
            }
        }
    }
}
