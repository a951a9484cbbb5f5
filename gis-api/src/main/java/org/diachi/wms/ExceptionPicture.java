package org.diachi.wms;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.text.AttributedString;
import java.util.Locale;
import java.util.Optional;
import org.diachi.portrayal.Picture;
import org.diachi.portrayal.png.PngEncoder;

/** Exceptions as pictures, for clients that would show nothing else (OGC 06-042, 7.3.3.11). */
final class ExceptionPicture {

    private static final int MOST_PIXELS = 2_000;

    private ExceptionPicture() {}

    /**
     * The exception as the request wants it: written into the picture, or the blank picture; empty if it wants it as text, or
     * the picture it asks for cannot be.
     */
    static Optional<WmsAnswer> write(ServiceException exception, Kvp kvp) {
        String wish = kvp.get("EXCEPTIONS", "").toUpperCase(Locale.ROOT);
        boolean isText = wish.equals("INIMAGE") || wish.equals("APPLICATION/VND.OGC.SE_INIMAGE");
        boolean isBlank = wish.equals("BLANK") || wish.equals("APPLICATION/VND.OGC.SE_BLANK");
        if (!isText && !isBlank) {
            return Optional.empty();
        }
        try {
            int width = kvp.number("WIDTH", kvp.get("WIDTH"), 1, MOST_PIXELS);
            int height = kvp.number("HEIGHT", kvp.get("HEIGHT"), 1, MOST_PIXELS);
            GetMap.Paper paper = GetMap.Paper.read(kvp);
            BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
            draw(image, paper.background(), isText ? exception.text() : "");
            int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
            Picture picture = new Picture(width, height, pixels, !paper.isTransparent());
            byte[] body = paper.format().encode(picture, new PngEncoder(), paper.isTransparent());
            return Optional.of(new WmsAnswer(paper.format().mediaType(), body));
        } catch (ServiceException e) {
            // No such picture can be made, so the exception is told as text.
            return Optional.empty();
        }
    }

    private static void draw(BufferedImage image, int background, String text) {
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(background, true));
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        if (!text.isEmpty()) {
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setColor(Color.RED.darker());
            AttributedString letters = new AttributedString(text);
            letters.addAttribute(TextAttribute.FONT, new Font(Font.SANS_SERIF, Font.PLAIN, 12));
            LineBreakMeasurer lines = new LineBreakMeasurer(letters.getIterator(), graphics.getFontRenderContext());
            float y = 4;
            while (lines.getPosition() < text.length() && y < image.getHeight()) {
                TextLayout line = lines.nextLayout(Math.max(20, image.getWidth() - 8));
                y += line.getAscent();
                line.draw(graphics, 4, y);
                y += line.getDescent() + line.getLeading();
            }
        }
        graphics.dispose();
    }
}
