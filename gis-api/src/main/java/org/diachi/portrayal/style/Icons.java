package org.diachi.portrayal.style;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Finds and draws icons: SVG, PNG and GIF. Only files below the folder are read, and links in them lead nowhere. */
final class Icons {

    /** The height of an icon for which none is given. */
    static final double USUAL_SIZE = 16;

    private static final long MOST_BYTES = 1 << 20;
    private static final int GREATEST = 1024;

    private final @Nullable Path folder;

    Icons(IconFolder folder) {
        this.folder = folder.folder();
    }

    /** The icon that a style names; parameters after a question mark, as QGIS writes them, are left out. */
    Optional<IconImage> find(String reference) {
        if (folder == null || reference.contains(":")) {
            return Optional.empty();
        }
        String name = reference.replaceFirst("\\?.*", "");
        try {
            Path file = folder.resolve(name).normalize();
            if (!Files.isRegularFile(file)
                    || !file.toRealPath().startsWith(folder.toRealPath())
                    || Files.size(file) > MOST_BYTES) {
                return Optional.empty();
            }
            byte[] bytes = Files.readAllBytes(file);
            return Optional.of(
                    name.toLowerCase(Locale.ROOT).endsWith(".svg") ? vector(name, bytes) : picture(name, bytes));
        } catch (InvalidPathException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StyleException("The icon " + name + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static IconImage vector(String name, byte[] bytes) {
        LoaderContext alone = LoaderContext.builder()
                .externalResourcePolicy(ResourcePolicy.DENY_EXTERNAL)
                .build();
        SVGDocument document = new SVGLoader().load(new ByteArrayInputStream(bytes), null, alone);
        if (document == null) {
            throw new StyleException("The icon " + name + " is no SVG");
        }
        double ratio = document.size().getWidth() / document.size().getHeight();
        return new IconImage(
                name,
                height -> draw(
                        height,
                        ratio,
                        (graphics, width, drawn) -> document.render(null, graphics, new ViewBox(0, 0, width, drawn))));
    }

    private static IconImage picture(String name, byte[] bytes) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
        if (image == null) {
            throw new StyleException("The icon " + name + " is no picture");
        }
        double ratio = image.getWidth() / (double) image.getHeight();
        return new IconImage(
                name,
                height -> draw(
                        height,
                        ratio,
                        (graphics, width, drawn) -> graphics.drawImage(image, 0, 0, width, drawn, null)));
    }

    @FunctionalInterface
    private interface Drawing {
        void draw(Graphics2D graphics, int width, int height);
    }

    private static IconImage.Pixels draw(int wanted, double ratio, Drawing drawing) {
        int height = Math.min(wanted, GREATEST);
        int width = (int) Math.max(1, Math.min(GREATEST, Math.round(height * ratio)));
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        drawing.draw(graphics, width, height);
        graphics.dispose();
        return new IconImage.Pixels(width, ((DataBufferInt) image.getRaster().getDataBuffer()).getData());
    }
}
