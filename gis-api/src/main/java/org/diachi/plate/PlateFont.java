package org.diachi.plate;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * A weight of the letters on plates. Widths and outlines are read from the font file itself, one glyph for each
 * character and without kerning, as the PDF has them too. Thread-safe.
 */
public enum PlateFont {
    MEDIUM("BeVietnamPro-Medium.ttf"),
    BOLD("BeVietnamPro-Bold.ttf");

    private final byte[] file;
    private final TrueTypeFont font;
    private final CmapLookup characters;
    private final double unitsPerEm;
    private final Map<Integer, Glyph> glyphs = new ConcurrentHashMap<>();

    /**
     * A letter at a size of one.
     *
     * @param advance to the next letter
     * @param outline y downwards, the origin on the base line
     */
    private record Glyph(double advance, Path2D outline) {}

    PlateFont(String name) {
        try (InputStream in = PlateFont.class.getResourceAsStream(name)) {
            file = Objects.requireNonNull(in, name).readAllBytes();
            font = parse();
            characters = font.getUnicodeCmapLookup();
            unitsPerEm = font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException("The font " + name + " cannot be read", e);
        }
    }

    private TrueTypeFont parse() throws IOException {
        TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(file));
        parsed.setEnableGsub(false);
        return parsed;
    }

    /** As it is written on plates: composed, with single blanks, without marks that nobody sees. */
    public static String written(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return composed.replaceAll("\\p{Cf}", "").replaceAll("(?U)\\s+", " ").strip();
    }

    /** Whether it has a letter; to be asked of one code point. */
    public boolean has(int character) {
        synchronized (font) {
            return characters.getGlyphId(character) != 0;
        }
    }

    /** The width of a line at a size. */
    public double width(String text, double size) {
        return size * text.codePoints().mapToDouble(c -> glyph(c).advance()).sum();
    }

    /** The outline of a line that begins at a point of the base line, y downwards. */
    Path2D outline(String text, double size, double x, double y) {
        Path2D outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double at = x;
        for (int character : text.codePoints().toArray()) {
            Glyph glyph = glyph(character);
            AffineTransform place = new AffineTransform(size, 0, 0, size, at, y);
            outline.append(glyph.outline().getPathIterator(place), false);
            at += size * glyph.advance();
        }
        return outline;
    }

    private Glyph glyph(int character) {
        return glyphs.computeIfAbsent(character, this::read);
    }

    private Glyph read(int character) {
        synchronized (font) {
            int id = characters.getGlyphId(character);
            if (id == 0) {
                throw new PlateException("The font of the plates has no letter \"" + Character.toString(character)
                        + "\". Give a name in the letters of the city.");
            }
            try {
                GlyphData data = font.getGlyph().getGlyph(id);
                GeneralPath outline = data == null ? new GeneralPath() : data.getPath();
                outline.transform(AffineTransform.getScaleInstance(1 / unitsPerEm, -1 / unitsPerEm));
                return new Glyph(font.getAdvanceWidth(id) / unitsPerEm, outline);
            } catch (IOException e) {
                throw new UncheckedIOException("The font of the plates cannot be read", e);
            }
        }
    }

    /** The same font for a PDF document, of which only the letters that are used are kept. */
    public PDFont embedIn(PDDocument document) throws IOException {
        return PDType0Font.load(document, parse(), true);
    }
}
