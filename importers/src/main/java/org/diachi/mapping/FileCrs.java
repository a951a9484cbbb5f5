package org.diachi.mapping;

import java.nio.file.Path;
import org.diachi.source.BrokenFileException;
import org.diachi.source.DeclaredCrs;
import org.diachi.value.Crs;
import org.diachi.value.CrsWkt;
import org.jspecify.annotations.Nullable;

/** The CRS of a file: what the mapping says, else what the file declares. */
public final class FileCrs {

    private FileCrs() {}

    /**
     * Finds the CRS.
     *
     * @param told what the mapping says, such as {@code EPSG:9214}; wins over the file
     * @throws BrokenFileException if neither says a CRS that is known
     */
    public static Crs of(DeclaredCrs declared, @Nullable String told, Path file) {
        if (told != null) {
            return Crs.parse(told);
        }
        if (declared.epsg() != null) {
            return Crs.of(declared.epsg());
        }
        String text = declared.text();
        return CrsWkt.identify(text == null ? "" : text)
                .orElseThrow(() -> new BrokenFileException(
                        file,
                        declared.isStated() ? "Its CRS is not known: " + declared.text() : "It does not say its CRS",
                        "",
                        "Say it in the mapping: read: { crs: EPSG:… }."));
    }
}
