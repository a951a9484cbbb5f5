package org.diachi.mapping;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.diachi.layer.LayerField;
import org.diachi.source.GeometryColumns;
import org.diachi.source.ReadOptions;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * How the rows of a data set become objects of the register.
 *
 * @param source names the data set; with a row's id it makes one thing one object, so it must never change
 * @param title what the data set is, for people
 * @param licence under which it may be used
 * @param target what rows become: {@code building}, {@code business}, {@code publicSpace}, {@code place}, or the
 *     collection of a layer
 * @param layer the schema of a layer that is created if the register does not have it
 * @param read what is known of the file
 * @param id the fields that identify a row, joined by a slash; some may be empty, not all; where none is told the id
 *     that the format itself gives; {@code $geometry} where the source has no ids: rows are then told apart by where they
 *     are, to a millimetre
 * @param fields attribute of the register → where it comes from
 * @param geometryFrom where the geometry is found, if it is in another file
 * @param position how positions were found
 * @param validFrom first day on which the rows hold; the day of the import where absent
 * @param plans the plans that zones belong to; with more than one the attribute {@code plan} tells which
 * @param rules what may be taken for one thing without asking
 * @param references fields that refer to features of another layer
 */
public record Mapping(
        String source,
        @Nullable String title,
        @Nullable String licence,
        String target,
        @Nullable NewLayer layer,
        @Nullable ReadSettings read,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<String> id,

        Map<String, FieldRule> fields,
        @Nullable GeometryFrom geometryFrom,
        @Nullable PositionSettings position,
        @Nullable LocalDate validFrom,
        List<PlanSettings> plans,
        @Nullable Rules rules,
        List<Reference> references) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    /** What is known of the file and need not be detected. */
    public record ReadSettings(
            @Nullable String table,
            @Nullable String encoding,
            @Nullable Character delimiter,
            @Nullable Character decimalMark,
            @Nullable Boolean header,
            @Nullable String x,
            @Nullable String y,
            @Nullable String wkt,
            @Nullable String crs) {}

    /** A layer that the import may create, with the attributes of its features in order. */
    public record NewLayer(
            Map<String, String> titles,
            String geometryType,
            List<LayerField> fields,
            @Nullable String owner) {}

    /** A file that has the geometry, found by a key: a row lies inside the area of that key. */
    public record GeometryFrom(
            String file,
            @Nullable String table,
            String key,
            String field,
            @Nullable String crs) {}

    /** How positions were found, and how exact they are in metres. */
    public record PositionSettings(String method, @Nullable Double accuracy) {}

    /** The plan of zones. */
    public record PlanSettings(
            String identifier,
            String title,
            String level,
            String type,
            String scheme,
            @Nullable LocalDate periodFrom,
            @Nullable LocalDate periodTo,
            @Nullable Integer visionYear,
            @Nullable String decisionNumber,
            @Nullable LocalDate decisionDate,
            String step) {}

    /** What may be taken for one thing without asking; absent means no. */
    public record Rules(
            @Nullable Boolean joinsContainingBuilding,
            @Nullable Boolean mergesSameAddress,
            @Nullable Boolean acceptsOverlaps) {}

    /** A field that names a feature of another layer by one of its attributes. */
    public record Reference(String field, String collection, String attribute) {}

    public Mapping {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(target, "target");
        id = id == null ? List.of() : List.copyOf(id);
        fields = fields == null ? Map.of() : Map.copyOf(fields);
        plans = plans == null ? List.of() : List.copyOf(plans);
        references = references == null ? List.of() : List.copyOf(references);
        if (source.isBlank()) {
            throw new MappingException("source: name the data set, such as osm-geneva-buildings");
        }
        if (target.isBlank()) {
            throw new MappingException("target: say what rows become, such as building or zones");
        }
    }

    /**
     * Reads a mapping file.
     *
     * @throws MappingException if a key is unknown, missing or of the wrong kind; the message names file, key and line
     */
    public static Mapping read(Path file) {
        try {
            return YAML.readValue(Files.readString(file), Mapping.class);
        } catch (JacksonException e) {
            String line =
                    e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
            throw new MappingException(file + line + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the mapping " + file, e);
        }
    }

    /** How the file is to be read. */
    public ReadOptions readOptions() {
        if (read == null) {
            return ReadOptions.DETECT;
        }
        return ReadOptions.DETECT
                .withLayer(read.table())
                .withEncoding(read.encoding())
                .withDelimiter(read.delimiter())
                .withDecimalMark(read.decimalMark())
                .withHeader(read.header())
                .withGeometry(geometryColumns(read));
    }

    private static GeometryColumns geometryColumns(ReadSettings read) {
        if (read.wkt() != null) {
            return GeometryColumns.ofWkt(read.wkt());
        }
        return read.x() != null && read.y() != null
                ? GeometryColumns.ofPoint(read.x(), read.y())
                : GeometryColumns.DETECT;
    }
}
