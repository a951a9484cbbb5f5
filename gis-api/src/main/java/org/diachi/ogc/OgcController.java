package org.diachi.ogc;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.diachi.api.OgcApi;
import org.diachi.api.dto.CollectionDto;
import org.diachi.api.dto.CollectionsDto;
import org.diachi.api.dto.ConformanceDto;
import org.diachi.api.dto.LandingPageDto;
import org.diachi.change.ChangeReader;
import org.diachi.http.Answer;
import org.diachi.http.Body;
import org.diachi.http.ChecksParameters;
import org.diachi.http.CrsParameters;
import org.diachi.http.Etag;
import org.diachi.http.Format;
import org.diachi.http.Links;
import org.diachi.registry.Registry;
import org.diachi.view.extent.CollectionExtents;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** OGC API Features. */
@RestController
class OgcController implements OgcApi {

    private static final String JSON = "application/json";
    private static final String TILE_SETS = "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector";
    private static final String STYLES = "http://www.opengis.net/def/rel/ogc/1.0/styles";
    private static final String TILING_SCHEMES = "http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes";
    private static final List<String> CONFORMS_TO = List.of(
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html",
            "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/core",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tileset",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tilesets-list",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/dataset-tilesets",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/geodata-tilesets",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/oas30",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/mvt",
            "http://www.opengis.net/spec/ogcapi-styles-1/1.0/conf/core",
            "http://www.opengis.net/spec/ogcapi-styles-1/1.0/conf/mapbox-styles",
            "http://www.opengis.net/spec/ogcapi-styles-1/1.0/conf/sld-10",
            "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables",
            "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables-query-parameters",
            "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/filter",
            "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/features-filter",
            "http://www.opengis.net/spec/ogcapi-features-4/1.0/conf/create-replace-delete",
            "http://www.opengis.net/spec/ogcapi-features-4/1.0/conf/update",
            "http://www.opengis.net/spec/ogcapi-features-4/1.0/conf/optimistic-locking-etags",
            "http://www.opengis.net/spec/ogcapi-features-4/1.0/conf/features",
            "http://www.opengis.net/spec/json-fg-1/1.0/conf/core",
            "http://www.opengis.net/spec/cql2/1.0/conf/cql2-text",
            "http://www.opengis.net/spec/cql2/1.0/conf/cql2-json",
            "http://www.opengis.net/spec/cql2/1.0/conf/basic-cql2",
            "http://www.opengis.net/spec/cql2/1.0/conf/advanced-comparison-operators",
            "http://www.opengis.net/spec/cql2/1.0/conf/case-insensitive-comparison",
            "http://www.opengis.net/spec/cql2/1.0/conf/accent-insensitive-comparison",
            "http://www.opengis.net/spec/cql2/1.0/conf/basic-spatial-functions",
            "http://www.opengis.net/spec/cql2/1.0/conf/basic-spatial-functions-plus",
            "http://www.opengis.net/spec/cql2/1.0/conf/spatial-functions",
            "http://www.opengis.net/spec/cql2/1.0/conf/temporal-functions",
            "http://www.opengis.net/spec/cql2/1.0/conf/array-functions",
            "http://www.opengis.net/spec/cql2/1.0/conf/property-property",
            "http://www.opengis.net/spec/cql2/1.0/conf/arithmetic");

    private final Collections collections;
    private final CollectionDescriptions descriptions;
    private final Items items;
    private final SingleItems singleItems;
    private final PropertySchemas schemas;
    private final ChangeReader changes;
    private final CollectionExtents extents;
    private final CrsParameters systems;
    private final Links links;
    private final String city;
    private final HttpServletRequest request;

    OgcController(
            Collections collections,
            CollectionDescriptions descriptions,
            Items items,
            SingleItems singleItems,
            PropertySchemas schemas,
            Registry registry,
            CrsParameters systems,
            Links links,
            HttpServletRequest request) {
        this.collections = collections;
        this.descriptions = descriptions;
        this.items = items;
        this.singleItems = singleItems;
        this.schemas = schemas;
        this.changes = registry.changes();
        this.extents = registry.collectionExtents();
        this.systems = systems;
        this.links = links;
        this.city =
                registry.profile().names().getOrDefault("en", registry.profile().id());
        this.request = request;
    }

    @Override
    public ResponseEntity<LandingPageDto> getLandingPage(@Nullable String f) {
        Format format = page(f);
        String contract = "application/vnd.oai.openapi;version=3.0";
        LandingPageDto page = new LandingPageDto(
                "Diachi " + city,
                "The addresses, administrative units and map layers of " + city,
                List.of(
                        descriptions.link("/ogc", "self", JSON, "This page"),
                        descriptions.link("/ogc?f=html", "alternate", "text/html", "This page, to be read"),
                        descriptions.link("/openapi.yaml", "service-desc", contract, "The contract"),
                        descriptions.link("/", "service-doc", "text/html", "The web page"),
                        descriptions.link("/ogc/conformance", "conformance", JSON, "Conformance"),
                        descriptions.link("/ogc/collections", "data", JSON, "Collections"),
                        descriptions.link("/ogc/tiles", TILE_SETS, JSON, "All collections as vector tiles"),
                        descriptions.link("/ogc/styles", STYLES, JSON, "The styles of maps"),
                        descriptions.link("/ogc/tileMatrixSets", TILING_SCHEMES, JSON, "The grids of tiles")));
        return ResponseEntity.ok().contentType(format.mediaType()).body(page);
    }

    @Override
    public ResponseEntity<ConformanceDto> getConformance(@Nullable String f) {
        return ResponseEntity.ok().contentType(page(f).mediaType()).body(new ConformanceDto(CONFORMS_TO));
    }

    @Override
    public ResponseEntity<CollectionsDto> listCollections(@Nullable String f) {
        Format format = page(f);
        List<Collection> all = collections.list();
        Answer answer = answer(List.of(format, all.stream().map(Collection::id).toList()));
        if (answer.isKnown(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            return answer.notModified();
        }
        CollectionsDto dto = new CollectionsDto(
                List.of(descriptions.link("/ogc/collections", "self", JSON, "Collections")),
                all.stream().map(descriptions::describe).toList());
        dto.setCrs(descriptions.offered());
        return answer.ok(format, dto);
    }

    @Override
    public ResponseEntity<CollectionDto> getCollection(String collectionId, @Nullable String f) {
        Format format = page(f);
        Collection collection = collections.get(collectionId);
        Answer answer = answer(List.of(format, collectionId));
        return answer.isKnown(request.getHeader(HttpHeaders.IF_NONE_MATCH))
                ? answer.notModified()
                : answer.ok(format, descriptions.describe(collection));
    }

    private Answer answer(Object shown) {
        return Answer.of(Etag.ofList(changes.head(), extents.position(), shown, links.to("/")));
    }

    @Override
    public ResponseEntity<Body> getQueryables(String collectionId, @Nullable String f) {
        requireSchema(f);
        Collection collection = collections.get(collectionId);
        return answer(List.of(collectionId, "queryables", collection.fields()))
                .ok(Format.SCHEMA, schemas.queryables(collection));
    }

    @Override
    public ResponseEntity<Body> getSchema(String collectionId, @Nullable String f) {
        requireSchema(f);
        Collection collection = collections.get(collectionId);
        return answer(List.of(collectionId, "schema", collection.fields()))
                .ok(Format.SCHEMA, schemas.schema(collection));
    }

    @Override
    public ResponseEntity<Body> getSortables(String collectionId, @Nullable String f) {
        requireSchema(f);
        Collection collection = collections.get(collectionId);
        return answer(List.of(collectionId, "sortables", collection.fields()))
                .ok(Format.SCHEMA, schemas.sortables(collection));
    }

    private void requireSchema(@Nullable String f) {
        Format.choose(f, request.getHeader(HttpHeaders.ACCEPT), Format.SCHEMA, Format.JSON);
    }

    @Override
    @ChecksParameters
    public ResponseEntity<Body> listItems(
            String collectionId,
            @Nullable List<BigDecimal> bbox,
            @Nullable String bboxCrs,
            @Nullable String datetime,
            @Nullable LocalDate asOf,
            @Nullable OffsetDateTime knownAt,
            @Nullable String filter,
            @Nullable String filterLang,
            @Nullable String filterCrs,
            @Nullable String sortby,
            @Nullable String properties,
            @Nullable Integer limit,
            @Nullable String cursor,
            @Nullable String crs,
            @Nullable Integer zoomLevel,
            @Nullable Double maxAllowableOffset,
            @Nullable String f,
            @Nullable String ifNoneMatch) {
        Items.Request wanted = new Items.Request(
                collections.get(collectionId),
                text(bbox),
                bboxCrs,
                new Items.Time(datetime, asOf, knownAt),
                new Items.Filter(filter, filterLang, filterCrs, sortby),
                properties,
                limit,
                cursor,
                Simplification.of(systems.output(crs), zoomLevel, maxAllowableOffset),
                format(f, Items.FORMATS),
                ifNoneMatch);
        return items.list(wanted);
    }

    @Override
    public ResponseEntity<Body> getItem(
            String collectionId,
            String featureId,
            @Nullable String datetime,
            @Nullable LocalDate asOf,
            @Nullable OffsetDateTime knownAt,
            @Nullable String crs,
            @Nullable Integer zoomLevel,
            @Nullable Double maxAllowableOffset,
            @Nullable String f,
            @Nullable String ifNoneMatch) {
        SingleItems.One wanted = new SingleItems.One(
                collections.get(collectionId),
                featureId,
                new Items.Time(datetime, asOf, knownAt),
                Simplification.of(systems.output(crs), zoomLevel, maxAllowableOffset),
                format(f, SingleItems.FORMATS),
                ifNoneMatch);
        return singleItems.get(wanted);
    }

    private static @Nullable String text(@Nullable List<BigDecimal> numbers) {
        return numbers == null
                ? null
                : numbers.stream().map(BigDecimal::toString).collect(Collectors.joining(","));
    }

    private Format format(@Nullable String f, Format... offered) {
        return Format.choose(f, request.getHeader(HttpHeaders.ACCEPT), offered);
    }

    private Format page(@Nullable String f) {
        return format(f, Format.JSON, Format.HTML);
    }
}
