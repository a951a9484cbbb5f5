package org.diachi.portrayal.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diachi.portrayal.mark.Scale;
import org.diachi.portrayal.raster.Canvas;
import org.diachi.portrayal.raster.Rasteriser;
import org.diachi.portrayal.style.TextSymbol;
import org.jspecify.annotations.Nullable;

/** Collects the labels of a picture and draws those that are to be seen. Not thread-safe. */
public final class Labels {

    /** How far a label may be from its anchor, in rendering pixels of 0.28 mm. */
    public static final double REACH = 66;

    /** What is no farther from its anchor is small. */
    private static final double SMALL = 36;

    /**
     * How far beyond a picture there may be labels on which it depends: a small label, a small one above it, a small one
     * above that, and one above that would be seen.
     */
    public static final int BUFFER = (int) (SMALL + 2 * SMALL + 2 * SMALL + SMALL + REACH) + 18;

    private static final double CELL = 128;
    private static final double SLANT = 0.2;

    private final LabelPainter painter = new LabelPainter();
    private final List<Label> wanted = new ArrayList<>();
    private final Map<Long, List<Label>> byCell = new HashMap<>();
    private Scale scale = new Scale(1, 1);
    private double width;
    private double height;

    /** Says how much of a label is inside its polygon: given left, top, right and bottom. */
    @FunctionalInterface
    public interface Fit {
        double inside(double left, double top, double right, double bottom);
    }

    /** Begins a picture. */
    public void begin(int newWidth, int newHeight, Scale newScale) {
        width = newWidth;
        height = newHeight;
        scale = newScale;
        wanted.clear();
        byCell.clear();
    }

    /**
     * Wants a label at a point.
     *
     * @param fit if it is for a polygon
     */
    public void addAtPoint(TextSymbol symbol, String text, long feature, double x, double y, @Nullable Fit fit) {
        if (isFar(x, y)) {
            return;
        }
        TextSymbol.Placement placement = symbol.placement();
        TextBlock block = block(symbol, text, widest(symbol));
        if (block.lines().isEmpty() || block.width() == 0) {
            return;
        }
        double angle = Math.toRadians(placement.rotation());
        double right = (0.5 - placement.anchorX()) * block.width() + pixels(symbol, placement.offsetX());
        double down = -(0.5 - placement.anchorY()) * block.height() - pixels(symbol, placement.offsetY());
        double middleX = x + right * Math.cos(angle) - down * Math.sin(angle);
        double middleY = y + right * Math.sin(angle) + down * Math.cos(angle);
        double[] box = box(block, middleX, middleY, angle);
        if (fit != null
                && fit.inside(box[0], box[1], box[2], box[3]) < symbol.options().goodnessOfFit()) {
            return;
        }
        add(new Label(symbol, text, block, feature, middleX, middleY, angle, null, box));
    }

    /** Wants labels along a line of the points {@code from} up to, exclusive, {@code to}. */
    public void addAlong(TextSymbol symbol, String text, long feature, double[] xy, int from, int to) {
        TextBlock block = block(symbol, text.replaceAll("\\R", " "), Double.POSITIVE_INFINITY);
        Track track = new Track(xy, from, to);
        double lift = pixels(symbol, symbol.placement().perpendicular());
        double repeat = symbol.options().repeat() * scale.symbol();
        if (block.width() == 0
                || block.width() > track.length()
                || block.width() > 2 * REACH * scale.symbol()
                || track.length() > 1e7) {
            return;
        }
        int more = repeat > block.width() ? (int) ((track.length() - block.width()) / 2 / repeat) : 0;
        for (int i = -more; i <= more; i++) {
            addOne(symbol, text, block, feature, track, track.length() / 2 + i * repeat, lift);
        }
    }

    private void addOne(
            TextSymbol symbol, String text, TextBlock block, long feature, Track track, double middle, double lift) {
        double[] at = track.at(middle);
        if (isFar(at[0], at[1])) {
            return;
        }
        if (symbol.options().followLine()) {
            double[] letters = track.set(
                    block, middle, lift, Math.toRadians(symbol.options().maxAngleDelta()));
            if (letters != null) {
                double[] boxes = boxes(letters, block.size());
                add(new Label(symbol, text, block, feature, at[0], at[1], 0, letters, boxes));
            }
        } else {
            double angle = Math.cos(at[2]) < 0 ? at[2] + Math.PI : at[2];
            double x = at[0] + lift * Math.sin(angle);
            double y = at[1] - lift * Math.cos(angle);
            add(new Label(symbol, text, block, feature, x, y, angle, null, box(block, x, y, angle)));
        }
    }

    private boolean isFar(double x, double y) {
        double buffer = BUFFER * scale.symbol();
        return !(x > -buffer && x < width + buffer && y > -buffer && y < height + buffer);
    }

    private double pixels(TextSymbol symbol, double length) {
        return scale.pixels(length, symbol.unit());
    }

    /** How wide a line of text may be, so that no part of it is out of reach of its anchor. */
    private double widest(TextSymbol symbol) {
        double anchor = symbol.placement().anchorX();
        double reach = (REACH - 2) * scale.symbol() / Math.max(0.5, Math.max(anchor, 1 - anchor));
        double wrap = symbol.options().autoWrap() * scale.symbol();
        return wrap > 0 ? Math.min(wrap, reach) : reach;
    }

    private TextBlock block(TextSymbol symbol, String text, double widest) {
        Face face = symbol.font().bold() ? Face.BOLD : Face.REGULAR;
        double slant = symbol.font().italic() ? SLANT : 0;
        return TextBlock.of(face, pixels(symbol, symbol.font().size()), slant, Face.written(text), widest);
    }

    private static double[] box(TextBlock block, double x, double y, double angle) {
        double cosine = Math.abs(Math.cos(angle)) / 2;
        double sine = Math.abs(Math.sin(angle)) / 2;
        double halfWidth = cosine * block.width() + sine * block.height();
        double halfHeight = sine * block.width() + cosine * block.height();
        return new double[] {x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight};
    }

    /** A box around each letter. */
    private static double[] boxes(double[] letters, double size) {
        double[] boxes = new double[letters.length / 3 * 4];
        for (int i = 0; i < letters.length / 3; i++) {
            double angle = letters[3 * i + 2];
            double x = letters[3 * i] + 0.35 * size * (Math.sin(angle) + Math.cos(angle));
            double y = letters[3 * i + 1] + 0.35 * size * (Math.sin(angle) - Math.cos(angle));
            boxes[4 * i] = x - size / 2;
            boxes[4 * i + 1] = y - size / 2;
            boxes[4 * i + 2] = x + size / 2;
            boxes[4 * i + 3] = y + size / 2;
        }
        return boxes;
    }

    private void add(Label label) {
        wanted.add(label);
        if (label.symbol().options().conflictResolution()) {
            byCell.computeIfAbsent(cell(label.x(), label.y(), 0, 0), key -> new ArrayList<>())
                    .add(label);
        }
    }

    private long cell(double x, double y, int right, int down) {
        double side = CELL * scale.symbol();
        return (long) (Math.floor(x / side) + right) << 32 | (long) (Math.floor(y / side) + down) & 0xffffffffL;
    }

    /** Draws the labels that are to be seen. */
    public void draw(Canvas canvas, Rasteriser rasteriser) {
        for (int i = wanted.size() - 1; i >= 0; i--) {
            Label label = wanted.get(i);
            if (isSeen(label) && (!label.symbol().options().conflictResolution() || isShown(label))) {
                painter.draw(label, scale, canvas, rasteriser);
            }
        }
    }

    private boolean isShown(Label label) {
        List<Label> above = listAbove(label);
        return above.isEmpty() || isSmall(label) && above.stream().allMatch(this::hasGivenWay);
    }

    /** Whether a label of which is known from nearby that it is not shown. */
    private boolean hasGivenWay(Label label) {
        return isSmall(label)
                && listAbove(label).stream()
                        .anyMatch(other -> isSmall(other) && listAbove(other).isEmpty());
    }

    private boolean isSmall(Label label) {
        double small = SMALL * scale.symbol();
        for (int i = 0; i < label.boxes().length; i += 4) {
            if (label.x() - label.boxes()[i] > small
                    || label.boxes()[i + 2] - label.x() > small
                    || label.y() - label.boxes()[i + 1] > small
                    || label.boxes()[i + 3] - label.y() > small) {
                return false;
            }
        }
        return true;
    }

    private boolean isSeen(Label label) {
        double rim = 8 * scale.symbol();
        for (int i = 0; i < label.boxes().length; i += 4) {
            if (label.boxes()[i] < width + rim
                    && label.boxes()[i + 1] < height + rim
                    && label.boxes()[i + 2] > -rim
                    && label.boxes()[i + 3] > -rim) {
                return true;
            }
        }
        return false;
    }

    /** The labels of higher rank that want the same place. */
    private List<Label> listAbove(Label label) {
        List<Label> above = new ArrayList<>();
        for (int down = -2; down <= 2; down++) {
            for (int right = -2; right <= 2; right++) {
                for (Label other : byCell.getOrDefault(cell(label.x(), label.y(), right, down), List.of())) {
                    if (other != label && label.givesWayTo(other) && exclude(label, other)) {
                        above.add(other);
                    }
                }
            }
        }
        return above;
    }

    private boolean exclude(Label label, Label other) {
        double margin = scale.symbol()
                * Math.max(
                        label.symbol().options().spaceAround(),
                        other.symbol().options().spaceAround());
        boolean twice = label.symbol().options().group()
                && label.symbol() == other.symbol()
                && label.text().equals(other.text())
                && Math.hypot(label.x() - other.x(), label.y() - other.y()) < REACH * scale.symbol();
        return twice || label.touches(other, margin);
    }
}
