package org.diachi.portrayal.style;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.geotools.api.filter.expression.Expression;
import org.jspecify.annotations.Nullable;

/**
 * A label.
 *
 * @param label what is written, of the feature's attributes
 * @param attributes those that the label needs
 * @param font of the letters
 * @param rgb 0xRRGGBB of the letters
 * @param opacity of the letters, 0 to 1
 * @param halo around the letters
 * @param placement where it is written
 * @param priority the label of higher priority is kept where two want the same place
 * @param options what GeoServer calls vendor options
 */
public record TextSymbol(
        Expression label,
        Set<String> attributes,
        FontSpec font,
        int rgb,
        double opacity,
        @Nullable Halo halo,
        Placement placement,
        double priority,
        Options options,
        Unit unit)
        implements Symbol {

    /** Letters: family names in order of preference, size in the unit. */
    public record FontSpec(List<String> families, double size, boolean bold, boolean italic) {
        public FontSpec {
            families = List.copyOf(families);
        }
    }

    /** A rim that keeps letters readable, of a radius in the unit. */
    public record Halo(int rgb, double opacity, double radius) {}

    /**
     * Where a label is written: at a point, or along a line.
     *
     * @param alongLine along the line, or the outline of a polygon; else at its point
     * @param anchorX the part of its width that is left of the point
     * @param anchorY the part of its height that is below the point
     * @param offsetX to the right, in the unit
     * @param offsetY upwards, in the unit
     * @param rotation clockwise, in degrees
     * @param perpendicular how far above a line it is written, in the unit
     */
    public record Placement(
            boolean alongLine,
            double anchorX,
            double anchorY,
            double offsetX,
            double offsetY,
            double rotation,
            double perpendicular) {}

    /**
     * What GeoServer calls vendor options; lengths in pixels of 0.28 mm.
     *
     * @param followLine letters follow the bends of their line
     * @param repeat distance between two labels of a line; 0 for one label only
     * @param spaceAround free space kept around a label; negative lets labels overlap
     * @param autoWrap greatest width of a line of text; 0 for the greatest there is
     * @param maxAngleDelta greatest angle between two letters, in degrees
     * @param conflictResolution whether a label gives way to others
     * @param group features of one label share it
     * @param goodnessOfFit how much of a label must be inside its polygon, 0 to 1
     */
    public record Options(
            boolean followLine,
            double repeat,
            double spaceAround,
            double autoWrap,
            double maxAngleDelta,
            boolean conflictResolution,
            boolean group,
            double goodnessOfFit) {}

    /** What is written for a feature; empty for nothing. */
    public String text(Function<String, @Nullable Object> feature) {
        Object value = label.evaluate(feature);
        return value == null ? "" : value.toString().strip();
    }
}
