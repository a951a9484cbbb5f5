package org.diachi.source.shapefile;

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

/** The files of one name that make up a shapefile, whatever the letter case of their extensions. */
final class Sidecars {

    private static final List<String> PARTS = List.of("shp", "shx", "dbf", "dbt", "fpt", "prj", "cpg", "cst");

    private final Path file;
    private final Map<String, Path> byExtension = new TreeMap<>();

    private Sidecars(Path file) {
        this.file = file;
    }

    static Sidecars of(Path file) {
        Sidecars sidecars = new Sidecars(file);
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            return sidecars;
        }
        String stem = stem(file);
        try (Stream<Path> siblings = Files.list(folder)) {
            siblings.filter(sibling -> stem(sibling).equals(stem)).sorted().forEach(sidecars::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sidecars.byExtension.put(extension(file), file);
        return sidecars;
    }

    private void add(Path sibling) {
        if (PARTS.contains(extension(sibling))) {
            byExtension.put(extension(sibling), sibling);
        }
    }

    private static String stem(Path path) {
        String name = String.valueOf(path.getFileName());
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private static String extension(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** The file the caller named. */
    Path file() {
        return file;
    }

    /** Whether only the table was asked for. */
    boolean isTable() {
        return extension(file).equals("dbf");
    }

    String name() {
        return stem(file);
    }

    Optional<Path> find(String extension) {
        return Optional.ofNullable(byExtension.get(extension));
    }

    /** All parts, the named one first, the others by extension. */
    List<Path> all() {
        List<Path> all = new ArrayList<>(List.of(file));
        byExtension.values().stream().filter(part -> !part.equals(file)).forEach(all::add);
        return all;
    }

    /** The content of a short text file, if it is there. */
    Optional<String> findText(String extension) throws IOException {
        Optional<Path> path = find(extension);
        return path.isEmpty()
                ? Optional.empty()
                : Optional.of(Files.readString(path.get(), StandardCharsets.ISO_8859_1)
                        .replaceFirst("^\u00EF\u00BB\u00BF", "")
                        .strip());
    }
}
