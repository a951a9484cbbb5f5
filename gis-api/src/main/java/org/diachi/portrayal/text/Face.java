package org.diachi.portrayal.text;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A weight of the letters on maps: Be Vietnam Pro, the font of the door plates, which every machine has alike. What it does
 * not have is taken from the sans-serif font of the system. Thread-safe.
 */
enum Face {
    REGULAR("BeVietnamPro-Medium.ttf", Font.PLAIN),
    BOLD("BeVietnamPro-Bold.ttf", Font.BOLD);

    /** At which size outlines are taken; they are then made one high. */
    private static final float SIZE = 512;

    /** How far a flattened outline may be from the true one, in heights of the letters. */
    private static final double FLATNESS = 0.003;

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private final Font font;
    private final Font substitute;
    private final Map<Integer, Glyph> glyphs = new ConcurrentHashMap<>();

    /**
     * A letter one high.
     *
     * @param advance to the next letter
     * @param xy points of its rings, x and y in turn, y downwards, the origin on the base line
     * @param ends where each ring ends, in points
     */
    record Glyph(double advance, double[] xy, int[] ends) {}

    Face(String file, int substituteStyle) {
        try (InputStream in = Face.class.getResourceAsStream("/org/diachi/plate/" + file)) {
            font = Font.createFont(Font.TRUETYPE_FONT, Objects.requireNonNull(in, file))
                    .deriveFont(SIZE);
            substitute = new Font(Font.SANS_SERIF, substituteStyle, 1).deriveFont(SIZE);
        } catch (IOException e) {
            throw new UncheckedIOException("The font " + file + " cannot be read", e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("The font " + file + " is broken", e);
        }
    }

    /** As it is written on maps: composed, with single blanks and without marks that nobody sees. */
    static String written(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return composed.replaceAll("[\\p{Cf}[\\p{Cntrl}&&[^\\n]]]", "").strip();
    }

    double width(String text) {
        double width = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            width += glyph(text.codePointAt(i)).advance;
        }
        return width;
    }

    Glyph glyph(int character) {
        Glyph known = glyphs.get(character);
        return known != null ? known : glyphs.computeIfAbsent(character, this::read);
    }

    private Glyph read(int character) {
        Font used = font.canDisplay(character) ? font : substitute;
        GlyphVector vector = used.createGlyphVector(CONTEXT, Character.toString(character));
        return outline(vector.getGlyphMetrics(0).getAdvanceX() / SIZE, vector.getGlyphOutline(0));
    }

    private static Glyph outline(double advance, Shape shape) {
        double[] xy = new double[256];
        int[] ends = new int[16];
        int points = 0;
        int rings = 0;
        double[] at = new double[6];
        for (PathIterator path = shape.getPathIterator(null, FLATNESS * SIZE); !path.isDone(); path.next()) {
            int kind = path.currentSegment(at);
            if (kind == PathIterator.SEG_CLOSE) {
                if (rings == ends.length) {
                    ends = Arrays.copyOf(ends, 2 * rings);
                }
                ends[rings++] = points;
            } else {
                if (2 * points == xy.length) {
                    xy = Arrays.copyOf(xy, 2 * xy.length);
                }
                xy[2 * points] = at[0] / SIZE;
                xy[2 * points + 1] = at[1] / SIZE;
                points++;
            }
        }
        return new Glyph(advance, Arrays.copyOf(xy, 2 * points), Arrays.copyOf(ends, rings));
    }
}
