package org.diachi.export;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.wololo.flatgeobuf.ColumnMeta;
import org.wololo.flatgeobuf.Constants;
import org.wololo.flatgeobuf.HeaderMeta;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.GeometryType;

/**
 * Writes FlatGeobuf 3 as a stream: without a spatial index and without a count of features, both of which would have to
 * be known before the first feature. Readers find both out by reading.
 */
public final class FlatGeobufWriter implements FeatureWriter {
    private final OutputStream out;
    private final FeatureType type;
    private final FlatBufferBuilder builder = new FlatBufferBuilder(1 << 14);
    private ByteBuffer properties = ByteBuffer.allocate(1 << 12).order(ByteOrder.LITTLE_ENDIAN);

    /** Writes the header at once; closing the writer closes the stream. */
    public FlatGeobufWriter(OutputStream out, FeatureType type) throws IOException {
        this.out = new BufferedOutputStream(out, 1 << 16);
        this.type = type;
        HeaderMeta header = new HeaderMeta();
        header.name = type.name();
        header.geometryType = geometryType(type.geometry());
        header.srid = type.crs().epsg();
        header.columns = columns(type);
        this.out.write(Constants.MAGIC_BYTES);
        HeaderMeta.write(header, this.out, builder);
    }

    @Override
    public void write(Feature feature) throws IOException {
        type.check(feature);
        builder.clear();
        Geometry geometry = feature.geometry();
        int geometryOffset = geometry == null ? 0 : FlatGeobufGeometry.write(builder, geometry);
        properties.clear();
        for (int i = 0; i < type.fields().size(); i++) {
            property(i, feature.values().get(i));
        }
        int propertiesOffset =
                org.wololo.flatgeobuf.generated.Feature.createPropertiesVector(builder, properties.flip());
        builder.finishSizePrefixed(
                org.wololo.flatgeobuf.generated.Feature.createFeature(builder, geometryOffset, propertiesOffset, 0));
        ByteBuffer bytes = builder.dataBuffer();
        out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** A property is the index of its column and the value, little-endian; unknown values are left out. */
    private void property(int column, @Nullable Object value) {
        if (value == null) {
            return;
        }
        reserve(16);
        properties.putShort((short) column);
        if (value instanceof Long number) {
            properties.putLong(number);
        } else if (value instanceof Double number) {
            properties.putDouble(number);
        } else if (value instanceof Boolean flag) {
            properties.put((byte) (flag ? 1 : 0));
        } else {
            byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
            properties.putInt(text.length);
            reserve(text.length);
            properties.put(text);
        }
    }

    private void reserve(int bytes) {
        if (properties.remaining() < bytes) {
            int size = Math.max(2 * properties.capacity(), properties.position() + bytes);
            properties =
                    ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN).put(properties.flip());
        }
    }

    private static List<ColumnMeta> columns(FeatureType type) {
        List<ColumnMeta> columns = new ArrayList<>();
        for (Field field : type.fields()) {
            ColumnMeta column = new ColumnMeta();
            column.name = field.name();
            column.type = columnType(field.type());
            column.nullable = true;
            columns.add(column);
        }
        return columns;
    }

    private static byte columnType(Field.Type type) {
        return (byte)
                switch (type) {
                    case TEXT -> ColumnType.String;
                    case INTEGER -> ColumnType.Long;
                    case REAL -> ColumnType.Double;
                    case BOOLEAN -> ColumnType.Bool;
                    case DATE -> ColumnType.DateTime;
                };
    }

    private static byte geometryType(GeometryKind kind) {
        return (byte)
                switch (kind) {
                    case POINT -> GeometryType.Point;
                    case LINESTRING -> GeometryType.LineString;
                    case POLYGON -> GeometryType.Polygon;
                    case MULTIPOINT -> GeometryType.MultiPoint;
                    case MULTILINESTRING -> GeometryType.MultiLineString;
                    case MULTIPOLYGON -> GeometryType.MultiPolygon;
                    case GEOMETRY -> GeometryType.Unknown;
                };
    }
}
