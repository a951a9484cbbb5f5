package org.diachi.source.flatgeobuf;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.diachi.source.BrokenFileException;
import org.diachi.source.DeclaredCrs;
import org.diachi.source.ReadOptions;
import org.diachi.source.Row;
import org.diachi.source.RowProblem;
import org.diachi.source.Source;
import org.diachi.source.SourceSchema;
import org.diachi.source.geometry.Geometries;
import org.diachi.source.geometry.UnreadableGeometryException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.wololo.flatgeobuf.generated.Crs;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.GeometryType;
import org.wololo.flatgeobuf.generated.Header;

/** The features of a FlatGeobuf file as rows. */
final class FlatGeobufSource implements Source {

    private static final int MAGIC = 8;
    private static final int INDEX_NODE = 40;
    private static final int BUFFER = 1 << 18;

    private final Path file;
    private final InputStream in;
    private final SourceSchema schema;
    private final PropertyDecoder properties;
    private final ShapeDecoder shapes;
    private final int geometryType;
    private final long expected;
    private long remaining;
    private long number;
    private byte[] buffer = new byte[BUFFER];
    private final Feature feature = new Feature();

    static FlatGeobufSource open(Path file, ReadOptions options) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            return new FlatGeobufSource(file, in, options);
        } catch (EOFException | IndexOutOfBoundsException | BufferUnderflowException e) {
            in.close();
            throw new BrokenFileException(file, "Its header is cut off or damaged", "", "Export it again.", e);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private FlatGeobufSource(Path file, InputStream in, ReadOptions options) throws IOException {
        this.file = file;
        this.in = in;
        this.remaining = Files.size(file);
        skip(MAGIC);
        Header header = Header.getRootAsHeader(sized());
        this.expected = header.featuresCount();
        if (header.indexNodeSize() > 0 && expected > 0) {
            skip(indexBytes(expected, header.indexNodeSize()));
        }
        this.geometryType = header.geometryType();
        this.properties = new PropertyDecoder(header);
        this.schema = SourceSchema.of("FlatGeobuf", header.name() == null ? "" : header.name())
                .fields(properties.fields())
                .geometry(Geometries.typeName(GeometryType.name(geometryType)), options.crsOr(crs(header.crs())))
                .rowCount(expected > 0 ? expected : null)
                .build();
        this.shapes = new ShapeDecoder(Geometries.factory(schema.crs().srid()));
    }

    private static DeclaredCrs crs(@Nullable Crs crs) {
        if (crs == null) {
            return DeclaredCrs.NONE;
        }
        if (crs.code() > 0 && (crs.org() == null || crs.org().equalsIgnoreCase("EPSG"))) {
            return DeclaredCrs.ofEpsg(crs.code());
        }
        return crs.wkt() == null ? DeclaredCrs.NONE : DeclaredCrs.ofWkt(crs.wkt());
    }

    /** Nodes of a packed R-tree, level by level up to the root (flatgeobuf.org, section "Spatial index"). */
    private static long indexBytes(long features, int nodeSize) {
        long nodes = features;
        long level = features;
        do {
            level = (level + nodeSize - 1) / nodeSize;
            nodes += level;
        } while (level != 1);
        return nodes * INDEX_NODE;
    }

    @Override
    public SourceSchema schema() {
        return schema;
    }

    @Override
    public @Nullable Row next() {
        if (remaining == 0) {
            if (number < expected) {
                throw cutOff();
            }
            return null;
        }
        try {
            Feature.getRootAsFeature(sized(), feature);
            number++;
            List<RowProblem> problems = new ArrayList<>(0);
            Geometry geometry = geometry(problems);
            return new Row(schema, new Row.Position(number, 0), null, properties.decode(feature), geometry, problems);
        } catch (EOFException e) {
            throw cutOff();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
            throw new BrokenFileException(file, "A feature is damaged", "feature " + number, "Export it again.", e);
        }
    }

    private BrokenFileException cutOff() {
        return new BrokenFileException(
                file,
                "It is cut off" + (expected > 0 ? " before the last of its " + expected + " features" : ""),
                "after feature " + number,
                "Copy or export it again.");
    }

    private @Nullable Geometry geometry(List<RowProblem> problems) {
        try {
            Geometry geometry = shapes.decode(feature.geometry(), geometryType);
            if (shapes.wasLinearised()) {
                problems.add(RowProblem.curveLinearised(number));
            }
            return geometry;
        } catch (UnreadableGeometryException e) {
            problems.add(
                    RowProblem.geometryUnreadable(number, "The geometry cannot be built: " + e.getMessage() + "."));
            return null;
        }
    }

    /** The next table, which its length precedes; valid until the next call. */
    private ByteBuffer sized() throws IOException {
        fill(Integer.BYTES);
        int size = ByteBuffer.wrap(buffer).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (size <= 0 || size > remaining) {
            throw new EOFException();
        }
        if (size > buffer.length) {
            buffer = new byte[size];
        }
        fill(size);
        return ByteBuffer.wrap(buffer, 0, size).slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    private void fill(int length) throws IOException {
        if (in.readNBytes(buffer, 0, length) < length) {
            throw new EOFException();
        }
        remaining -= length;
    }

    private void skip(long length) throws IOException {
        in.skipNBytes(length);
        remaining -= length;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
