package org.diachi.wms;

import java.util.Locale;
import org.diachi.wms.map.MapRenderer;

/** The operation GetMap. Thread-safe. */
final class GetMap {

    private static final int WHITE = 0xFFFFFF;
    private static final int OPAQUE = 0xFF000000;

    private final MapRenderer renderer;

    GetMap(MapRenderer renderer) {
        this.renderer = renderer;
    }

    /** How the picture is to be, beside what is on it. */
    record Paper(PictureFormat format, boolean isTransparent, int rgb) {

        /**
         * Reads FORMAT, TRANSPARENT and BGCOLOR.
         *
         * @throws ServiceException if one is missing or wrong
         */
        static Paper read(Kvp kvp) {
            String name = kvp.get("FORMAT");
            PictureFormat format = PictureFormat.find(name)
                    .orElseThrow(() -> new ServiceException(
                            "InvalidFormat",
                            "FORMAT",
                            "There are no pictures of the format \"" + Kvp.shorten(name)
                                    + "\". Known are image/png, image/png; mode=8bit and image/jpeg."));
            boolean isTransparent =
                    kvp.get("TRANSPARENT", "FALSE").equalsIgnoreCase("TRUE") && format != PictureFormat.JPEG;
            return new Paper(format, isTransparent, colour(kvp.get("BGCOLOR", "0xFFFFFF")));
        }

        private static int colour(String text) {
            String digits = text.toLowerCase(Locale.ROOT).replaceFirst("^(0x|#)", "");
            if (!digits.matches("[0-9a-f]{6}")) {
                throw new ServiceException(
                        ServiceException.INVALID_VALUE,
                        "BGCOLOR",
                        "The parameter BGCOLOR is \"" + Kvp.shorten(text) + "\". Give a colour as 0xFFFFFF.");
            }
            return Integer.parseInt(digits, 16);
        }

        /** What is behind everything. */
        int background() {
            return isTransparent ? 0 : OPAQUE | rgb;
        }

        static Paper white(PictureFormat format) {
            return new Paper(format, false, WHITE);
        }
    }

    WmsAnswer answer(MapQuestion question, Paper paper) {
        byte[] body = renderer.draw(
                question.frame(),
                question.layers(),
                question.days(),
                paper.background(),
                (picture, png) -> paper.format().encode(picture, png, paper.isTransparent()));
        return new WmsAnswer(paper.format().mediaType(), body);
    }
}
