package org.diachi.source.geometry;

import java.util.regex.Pattern;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;

/** Reads well-known text; a leading {@code SRID=n;} is ignored, Z and M are dropped. Not thread-safe. */
public final class WktText {

    private static final Pattern SRID = Pattern.compile("(?i)^\\s*SRID\\s*=\\s*\\d+\\s*;");
    private static final int PLANE = 2;

    private final WKTReader reader;
    private final WkbReader plane;

    /** All geometries come from this factory and carry its SRID. */
    public WktText(GeometryFactory factory) {
        this.reader = new WKTReader(factory);
        this.plane = new WkbReader(factory);
    }

    /** Reads one geometry. */
    public Geometry read(String text) throws UnreadableGeometryException {
        try {
            Geometry geometry = reader.read(SRID.matcher(text).replaceFirst(""));
            return plane.read(new WKBWriter(PLANE).write(geometry), 0);
        } catch (ParseException | IllegalArgumentException e) {
            throw new UnreadableGeometryException(String.valueOf(e.getMessage()), e);
        }
    }
}
