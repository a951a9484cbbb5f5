package org.diachi.plate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.diachi.city.PlateStyle;

/**
 * How plates of one format stand on a sheet.
 *
 * @param width of the sheet, in millimetres
 * @param height of the sheet, in millimetres
 */
record SheetGrid(double width, double height, int columns, int rows, PlateStyle.Format format) {

    /** Between plates, where the marks to cut along are, in millimetres. */
    static final double GUTTER = 6;

    /** That printers leave blank, in millimetres. */
    private static final double MARGIN = 5;

    /**
     * The sheet upright or across, whichever takes more plates.
     *
     * @throws PlateException if it takes none
     */
    static SheetGrid of(Sheet sheet, PlateStyle.Format format) {
        SheetGrid upright = of(sheet.shorter(), sheet.longer(), format);
        SheetGrid across = of(sheet.longer(), sheet.shorter(), format);
        SheetGrid best = across.plates() > upright.plates() ? across : upright;
        if (best.plates() == 0) {
            List<Sheet> larger = Arrays.stream(Sheet.values())
                    .filter(other -> fits(other, format))
                    .toList();
            throw new PlateException("No plate of " + format.width() + " by " + format.height() + " mm fits on " + sheet
                    + ". Sheets that are large enough: " + larger + ".");
        }
        return best;
    }

    private static boolean fits(Sheet sheet, PlateStyle.Format format) {
        return Stream.of(of(sheet.shorter(), sheet.longer(), format), of(sheet.longer(), sheet.shorter(), format))
                .anyMatch(grid -> grid.plates() > 0);
    }

    private static SheetGrid of(double width, double height, PlateStyle.Format format) {
        return new SheetGrid(width, height, fit(width, format.width()), fit(height, format.height()), format);
    }

    private static int fit(double room, double plate) {
        return (int) Math.floor((room - 2 * MARGIN + GUTTER) / (plate + GUTTER));
    }

    /** How many plates a sheet takes. */
    int plates() {
        return columns * rows;
    }

    /** The left side of a plate, in millimetres from the left. */
    double left(int place) {
        double used = columns * (format.width() + GUTTER) - GUTTER;
        return (width - used) / 2 + place % columns * (format.width() + GUTTER);
    }

    /** The upper side of a plate, in millimetres from the bottom. */
    double top(int place) {
        double used = rows * (format.height() + GUTTER) - GUTTER;
        return (height + used) / 2 - place / columns * (format.height() + GUTTER);
    }
}
