package org.diachi.wms;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.diachi.portrayal.Picture;
import org.diachi.portrayal.png.PngEncoder;

/** The formats of pictures. */
public enum PictureFormat {
    PNG("image/png", "image/png"),
    /** At most 256 colours: smaller and cheaper, and exact wherever a map has no more. */
    PNG8("image/png; mode=8bit", "image/png"),
    JPEG("image/jpeg", "image/jpeg");

    private final String parameter;
    private final String mediaType;

    PictureFormat(String parameter, String mediaType) {
        this.parameter = parameter;
        this.mediaType = mediaType;
    }

    /** As capabilities name it. */
    public String parameter() {
        return parameter;
    }

    /** As answers name it. */
    public String mediaType() {
        return mediaType;
    }

    /** The format of a name, in the spellings of MapServer and GeoServer too. */
    public static Optional<PictureFormat> find(String name) {
        return switch (name.toLowerCase(Locale.ROOT).replace(" ", "")) {
            case "image/png", "image/png;mode=24bit", "image/png;mode=32bit", "image/png24", "image/png32" ->
                Optional.of(PNG);
            case "image/png;mode=8bit", "image/png8" -> Optional.of(PNG8);
            case "image/jpeg", "image/jpg" -> Optional.of(JPEG);
            default -> Optional.empty();
        };
    }

    /** The picture in bytes. */
    public byte[] encode(Picture picture, PngEncoder png, boolean isTransparent) {
        PngEncoder.Kind kind = switch (this) {
            case PNG8 -> PngEncoder.Kind.INDEXED;
            case PNG, JPEG -> isTransparent ? PngEncoder.Kind.RGBA : PngEncoder.Kind.RGB;
        };
        return this == JPEG ? jpeg(picture) : png.encode(picture.argb(), picture.width(), picture.height(), kind);
    }

    private static byte[] jpeg(Picture picture) {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, picture.width(), picture.height(), picture.argb(), 0, picture.width());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
