package org.diachi.ogc;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.diachi.api.dto.CollectionDto;
import org.diachi.api.dto.ExtentDto;
import org.diachi.api.dto.LinkDto;
import org.diachi.api.dto.SpatialExtentDto;
import org.diachi.api.dto.TemporalExtentDto;
import org.diachi.http.CrsParameters;
import org.diachi.http.Links;
import org.diachi.pack.MapPacks;
import org.diachi.registry.Registry;
import org.diachi.value.Crs;
import org.diachi.value.CrsTransform;
import org.diachi.value.Period;
import org.diachi.view.extent.CollectionExtents;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.stereotype.Component;

/** Describes collections. What they cover is what the view of it has come to: at most a moment old. */
@Component
class CollectionDescriptions {

    private static final String JSON = "application/json";
    private static final String SCHEMA = "application/schema+json";
    private static final String REL = "http://www.opengis.net/def/rel/ogc/1.0/";
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final CrsParameters systems;
    private final FieldMapper fields;
    private final Links links;
    private final List<String> languages;
    private final CollectionExtents extents;
    private final MapPacks packs;

    CollectionDescriptions(Registry registry, CrsParameters systems, FieldMapper fields, Links links, MapPacks packs) {
        this.packs = packs;
        this.extents = registry.collectionExtents();
        this.systems = systems;
        this.fields = fields;
        this.links = links;
        this.languages = registry.profile().languages();
    }

    /** The URIs of the systems that every collection is answered in. */
    List<String> offered() {
        return systems.offered().stream().map(Crs::uri).toList();
    }

    /** A link within this service. */
    LinkDto link(String path, String rel, String type, String title) {
        return new LinkDto(links.to(path), rel).type(type).title(title);
    }

    CollectionDto describe(Collection collection) {
        String path = "/ogc/collections/" + Links.encode(collection.id());
        CollectionDto dto = new CollectionDto(
                collection.id(),
                title(collection.titles(), collection.id()),
                CollectionDto.ItemTypeEnum.FEATURE,
                offered(),
                systems.storage().uri(),
                collection.fields().stream().map(fields::toDto).toList(),
                links(path, collection));
        dto.setTitles(collection.titles());
        dto.setGeometryType(CollectionDto.GeometryTypeEnum.fromValue(collection.geometryType()));
        dto.setOwner(collection.owner());
        dto.setExtent(extent(collection));
        return dto;
    }

    private List<LinkDto> links(String path, Collection collection) {
        List<LinkDto> all = new ArrayList<>(List.of(
                link(path, "self", JSON, "This collection"),
                link(path + "/items", "items", "application/geo+json", "The features"),
                link(path + "?f=html", "alternate", "text/html", "This collection as a page"),
                link(path + "/items?f=html", "items", "text/html", "The features as a page"),
                link(path + "/items?f=flatgeobuf", "items", "application/flatgeobuf", "All features in a file"),
                link(path + "/download", "enclosure", "application/flatgeobuf", "All features in a file, by pieces"),
                link(path + "/schema", REL + "schema", SCHEMA, "The properties of the features"),
                link(path + "/queryables", REL + "queryables", SCHEMA, "What can be asked of the features"),
                link(path + "/sortables", REL + "sortables", SCHEMA, "What the features can be sorted by")));
        if (packs.find(collection.id()).isPresent()) {
            all.add(link(path + "/tiles", REL + "tilesets-vector", JSON, "The features as vector tiles"));
            all.add(link(path + "/styles", REL + "styles", JSON, "The styles that the features are drawn in"));
        }
        return all;
    }

    private String title(Map<String, String> titles, String id) {
        String english = titles.get("en");
        return english != null
                ? english
                : languages.stream()
                        .filter(titles::containsKey)
                        .map(titles::get)
                        .findFirst()
                        .orElse(id);
    }

    private @Nullable ExtentDto extent(Collection collection) {
        return extents.find(collection.id())
                .map(extent -> new ExtentDto().spatial(spatial(extent.box())).temporal(temporal(extent.valid())))
                .orElse(null);
    }

    private @Nullable SpatialExtentDto spatial(@Nullable Envelope box) {
        if (box == null) {
            return null;
        }
        Envelope degrees = CrsTransform.between(systems.storage(), Crs.CRS84)
                .apply(FACTORY.toGeometry(box))
                .getEnvelopeInternal();
        List<Double> corners = List.of(degrees.getMinX(), degrees.getMinY(), degrees.getMaxX(), degrees.getMaxY());
        return new SpatialExtentDto(List.of(corners), SpatialExtentDto.CrsEnum.fromValue(Crs.CRS84.uri()));
    }

    private static TemporalExtentDto temporal(Period valid) {
        List<@Nullable Object> interval = Arrays.asList(midnight(valid.from()), midnight(valid.to()));
        return new TemporalExtentDto(
                List.of(interval),
                TemporalExtentDto.TrsEnum.fromValue("http://www.opengis.net/def/uom/ISO-8601/0/Gregorian"));
    }

    private static @Nullable OffsetDateTime midnight(@Nullable LocalDate day) {
        return day == null || day.equals(Period.BEGINNING)
                ? null
                : day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }
}
