package org.diachi.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.diachi.portrayal.sld.SldReader;
import org.diachi.portrayal.style.DefaultStyle;
import org.diachi.portrayal.style.IconFolder;
import org.diachi.portrayal.style.MapStyle;
import org.diachi.portrayal.style.StyleException;

/**
 * The styles of the layers: those of the city's profile, read once. The first of a layer is the one it is drawn in unless
 * another is asked for; a layer that the profile has no style for is drawn plainly. Immutable and thread-safe.
 */
public final class LayerStyles {

    private static final String SUFFIX = ".sld";

    private final Map<String, List<Entry>> byLayer;

    /**
     * A style of a layer.
     *
     * @param style ready to be drawn
     * @param document as it was written; empty for the plain styles
     */
    public record Entry(MapStyle style, String document) {}

    private LayerStyles(Map<String, List<Entry>> byLayer) {
        this.byLayer = byLayer;
    }

    /**
     * Reads the SLD files of a folder. One that names no layer is for that of its own name; before all others of a layer
     * comes the style in the file of its name.
     *
     * @param folder need not be there
     * @throws StyleException if one of them cannot be used, with its name
     */
    public static LayerStyles read(Path folder) {
        Map<String, List<Entry>> byLayer = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                        .sorted()
                        .forEach(file -> read(file, folder, byLayer));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new LayerStyles(byLayer);
    }

    private static void read(Path file, Path folder, Map<String, List<Entry>> byLayer) {
        try {
            String document = Files.readString(file);
            String name = file.getFileName().toString().replace(SUFFIX, "");
            for (SldReader.StyledLayer styled :
                    SldReader.read(document.getBytes(StandardCharsets.UTF_8), new IconFolder(folder))) {
                String layer = styled.layer().isEmpty() ? name : styled.layer();
                List<Entry> styles = byLayer.computeIfAbsent(layer, key -> new ArrayList<>());
                // The file of the layer's own name has its usual style.
                styles.add(layer.equals(name) ? 0 : styles.size(), new Entry(styled.style(), document));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (StyleException e) {
            throw new StyleException(file + ": " + e.getMessage(), e);
        }
    }

    /** The styles of a layer, the usual one first. */
    public List<Entry> list(PackLayer layer) {
        List<Entry> own = byLayer.get(layer.collection());
        return own != null ? own : List.of(new Entry(plain(layer), ""));
    }

    /** The usual style of a layer of areas, whether or not it has a map pack. */
    public MapStyle usual(String collection) {
        List<Entry> own = byLayer.get(collection);
        return own == null ? Plain.POLYGON.style : own.get(0).style();
    }

    /** The usual style of a layer. */
    public MapStyle usual(PackLayer layer) {
        return list(layer).get(0).style();
    }

    /** A style of a layer by its name. */
    public Optional<Entry> find(PackLayer layer, String name) {
        return list(layer).stream()
                .filter(entry -> entry.style().name().equals(name))
                .findFirst();
    }

    private static MapStyle plain(PackLayer layer) {
        return Plain.valueOf(layer.geometryType().toUpperCase(Locale.ROOT)).style;
    }

    /** Each made once, so that classes that were found for it are found again. */
    private enum Plain {
        POINT(DefaultStyle.POINT),
        LINE(DefaultStyle.LINE),
        POLYGON(DefaultStyle.POLYGON),
        ANY(DefaultStyle.ANY);

        private final MapStyle style;

        Plain(DefaultStyle style) {
            this.style = style.style();
        }
    }
}
