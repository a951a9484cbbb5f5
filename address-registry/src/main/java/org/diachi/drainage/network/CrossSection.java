package org.diachi.drainage.network;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The inside of a pipe or channel.
 *
 * @param form its shape; {@link Form#UNKNOWN} if the source does not tell
 * @param widthMetres widest; NaN if not known
 * @param heightMetres highest; NaN if not known
 */
public record CrossSection(Form form, double widthMetres, double heightMetres) {

    /** A section of which nothing is known. */
    public static final CrossSection NOT_KNOWN = new CrossSection(Form.UNKNOWN, Double.NaN, Double.NaN);

    private static final double MILLIMETRES = 1000;

    /**
     * Shapes. The full areas of arch, egg and horseshoe are those of EPA SWMM 5 (Reference Manual Volume II, Hydraulics,
     * table 5-1; {@code xsect_setParams} of its engine).
     */
    public enum Form {
        CIRCULAR(Math.PI / 4),
        ELLIPTICAL(Math.PI / 4),
        RECTANGULAR(1),
        ARCH(0.7879),
        EGG(0.5105),
        HORSESHOE(0.8293),
        UNKNOWN(Double.NaN);

        private final double fullness;

        Form(double fullness) {
            this.fullness = fullness;
        }

        private double area(double width, double height) {
            // Egg and horseshoe have a fixed ratio of width to height: only the height counts.
            return this == EGG || this == HORSESHOE ? fullness * height * height : fullness * width * height;
        }

        static Form of(@Nullable String label) {
            if (label == null) {
                return UNKNOWN;
            }
            return switch (label.toLowerCase(Locale.ROOT)) {
                case "circular", "round" -> CIRCULAR;
                case "elliptical", "ellipse" -> ELLIPTICAL;
                case "rectangular", "box" -> RECTANGULAR;
                case "arch" -> ARCH;
                case "egg" -> EGG;
                case "horseshoe" -> HORSESHOE;
                default -> UNKNOWN;
            };
        }
    }

    public CrossSection {
        Objects.requireNonNull(form, "form");
    }

    /**
     * The section that a source describes, in millimetres, NaN where it does not tell. A circular section may tell its
     * diameter as width or height.
     */
    public static CrossSection of(@Nullable String label, double diameter, double width, double height) {
        Form form = Form.of(label);
        double wide = known(diameter, width);
        double high = known(diameter, height);
        if (form == Form.CIRCULAR || (form == Form.UNKNOWN && label == null && !Double.isNaN(diameter))) {
            double across = known(wide, high);
            return new CrossSection(Form.CIRCULAR, across / MILLIMETRES, across / MILLIMETRES);
        }
        return new CrossSection(form, wide / MILLIMETRES, high / MILLIMETRES);
    }

    private static double known(double first, double second) {
        return Double.isNaN(first) ? second : first;
    }

    /** The area inside when full, in square metres; NaN if shape or size is not known. */
    public double areaSquareMetres() {
        return form.area(widthMetres, heightMetres);
    }

    /** The name of the shape in answers. */
    public String label() {
        return form.name().toLowerCase(Locale.ROOT);
    }
}
