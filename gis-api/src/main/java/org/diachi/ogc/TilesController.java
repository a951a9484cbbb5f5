package org.diachi.ogc;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.diachi.api.TilesApi;
import org.diachi.api.dto.TileJsonDto;
import org.diachi.api.dto.TileLinkDto;
import org.diachi.api.dto.TileMatrixLimitsDto;
import org.diachi.api.dto.TileSetDto;
import org.diachi.api.dto.TileSetsDto;
import org.diachi.api.dto.VectorLayerDto;
import org.diachi.city.CityProfile;
import org.diachi.http.Answer;
import org.diachi.http.Body;
import org.diachi.http.Etag;
import org.diachi.http.Format;
import org.diachi.http.Links;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemException;
import org.diachi.http.problem.ProblemType;
import org.diachi.layer.LayerField;
import org.diachi.pack.Days;
import org.diachi.pack.MapPacks;
import org.diachi.pack.PackState;
import org.diachi.pack.grid.Box;
import org.diachi.pack.tile.TileAddress;
import org.diachi.pack.tile.VectorTile;
import org.diachi.registry.Registry;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** OGC API Tiles (OGC 20-057), part 1, for vector tiles. */
@RestController
class TilesController implements TilesApi {

    private static final String GRID = TileMatrixSetsController.GRID;
    private static final String JSON = "application/json";
    private static final String TILING_SCHEME = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme";

    /** There may be something in every tile: what is outside the city is not known to be empty until it is looked at. */
    private static final List<TileMatrixLimitsDto> LIMITS = IntStream.rangeClosed(0, TileAddress.MOST_ZOOM)
            .mapToObj(zoom -> new TileMatrixLimitsDto(String.valueOf(zoom), 0, (1 << zoom) - 1, 0, (1 << zoom) - 1))
            .toList();

    private static final String NUMBER = "\\d{1,8}";

    /** Deeper tiles have nothing that those of this zoom do not have: clients draw them larger. */
    private static final int MOST_USEFUL_ZOOM = 18;

    private final MapPacks packs;
    private final CityProfile profile;
    private final Links links;
    private final HttpServletRequest request;

    TilesController(Registry registry, MapPacks packs, Links links, HttpServletRequest request) {
        this.packs = packs;
        this.profile = registry.profile();
        this.links = links;
        this.request = request;
    }

    @Override
    public ResponseEntity<TileSetsDto> collectionVectorGetTileSetsList(String collectionId, @Nullable String f) {
        state(collectionId);
        return tileSets("/ogc/collections/" + Links.encode(collectionId), f);
    }

    @Override
    public ResponseEntity<TileSetsDto> datasetVectorGetTileSetsList(@Nullable String f) {
        return tileSets("/ogc", f);
    }

    private ResponseEntity<TileSetsDto> tileSets(String base, @Nullable String f) {
        requireJson(f);
        TileSetDto set = new TileSetDto(
                GRID,
                GRID,
                TileMatrixSetsController.GRID_URI,
                LIMITS,
                TileMatrixSetsController.MERCATOR_URI,
                TileSetDto.DataTypeEnum.VECTOR,
                around(base + "/tiles/" + GRID));
        return ResponseEntity.ok().contentType(Format.JSON.mediaType()).body(new TileSetsDto(List.of(set)));
    }

    /** Where the tile set at a path is, what its tiles are and by what grid they lie. */
    private List<TileLinkDto> around(String path) {
        String tiles = path + "/{tileMatrix}/{tileRow}/{tileCol}";
        return List.of(
                link(path, "self", JSON, "This tile set, as TileJSON too"),
                link(tiles, "item", VectorTile.MEDIA_TYPE, "Tiles").templated(true),
                link("/ogc/tileMatrixSets/" + GRID, TILING_SCHEME, JSON, "The grid of the tiles"));
    }

    private TileLinkDto link(String path, String rel, String type, String title) {
        return new TileLinkDto(links.to(path), rel, type, title);
    }

    @Override
    public ResponseEntity<TileJsonDto> collectionVectorGetTileSet(
            String collectionId, String tileMatrixSetId, @Nullable String f) {
        PackState state = state(collectionId);
        String path = "/ogc/collections/" + Links.encode(collectionId) + "/tiles/";
        return tileJson(path, collectionId, tileMatrixSetId, List.of(state), f);
    }

    @Override
    public ResponseEntity<TileJsonDto> datasetVectorGetTileSet(String tileMatrixSetId, @Nullable String f) {
        String name = profile.names().getOrDefault("en", profile.id());
        return tileJson("/ogc/tiles/", name, tileMatrixSetId, packs.list(), f);
    }

    private ResponseEntity<TileJsonDto> tileJson(
            String path, String name, String grid, List<PackState> states, @Nullable String f) {
        requireJson(f);
        TileMatrixSetsController.requireGrid(grid);
        TileJsonDto json = new TileJsonDto(
                name,
                GRID,
                TileMatrixSetsController.GRID_URI,
                LIMITS,
                TileMatrixSetsController.MERCATOR_URI,
                TileJsonDto.DataTypeEnum.VECTOR,
                around(path + grid),
                "3.0.0",
                name,
                List.of(links.to(path + grid + "/{z}/{y}/{x}")),
                0,
                MOST_USEFUL_ZOOM,
                states.stream().map(TilesController::layer).toList());
        json.setScheme("xyz");
        states.stream()
                .flatMap(state -> state.box().stream())
                .reduce(Box::and)
                .ifPresent(box -> json.setBounds(box.degrees()));
        return ResponseEntity.ok().contentType(Format.JSON.mediaType()).body(json);
    }

    private static VectorLayerDto layer(PackState state) {
        Map<String, String> fields = state.layer().fields().stream()
                .collect(Collectors.toMap(LayerField::name, field -> switch (field.type()) {
                    case "number", "integer" -> "Number";
                    case "boolean" -> "Boolean";
                    default -> "String";
                }));
        String name = state.layer().collection();
        return new VectorLayerDto(name, fields)
                .description(state.layer().titles().getOrDefault("en", name));
    }

    @Override
    public ResponseEntity<Body> collectionVectorGetTile(
            String collectionId,
            String tileMatrixSetId,
            String tileMatrix,
            String tileRow,
            String tileCol,
            @Nullable String ifNoneMatch) {
        List<PackState> states = List.of(state(collectionId));
        TileMatrixSetsController.requireGrid(tileMatrixSetId);
        return tile(states, address(tileMatrix, tileRow, tileCol), ifNoneMatch);
    }

    @Override
    public ResponseEntity<Body> datasetVectorGetTile(
            String tileMatrixSetId, String tileMatrix, String tileRow, String tileCol, @Nullable String ifNoneMatch) {
        TileMatrixSetsController.requireGrid(tileMatrixSetId);
        return tile(packs.list(), address(tileMatrix, tileRow, tileCol), ifNoneMatch);
    }

    private ResponseEntity<Body> tile(List<PackState> states, TileAddress address, @Nullable String ifNoneMatch) {
        Days today = Days.of(profile.today());
        long changed = states.stream().mapToLong(PackState::changed).max().orElse(0);
        Answer answer = Answer.of(Etag.ofList(changed, states.size(), address, today, packs.day()));
        if (answer.isKnown(ifNoneMatch)) {
            return answer.notModified();
        }
        byte[] tile = VectorTile.write(states, address, today);
        return tile.length == 0
                ? ResponseEntity.status(HttpStatus.NO_CONTENT).build()
                : answer.ok(Format.MVT, Body.of(tile));
    }

    private TileAddress address(String zoom, String row, String column) {
        if (zoom.matches(NUMBER) && row.matches(NUMBER) && column.matches(NUMBER)) {
            try {
                return new TileAddress(Integer.parseInt(zoom), Integer.parseInt(column), Integer.parseInt(row));
            } catch (IllegalArgumentException e) {
                throw missing(String.valueOf(e.getMessage()) + ".");
            }
        }
        throw missing("A tile is told by three whole numbers: zoom, row and column.");
    }

    private PackState state(String collectionId) {
        return packs.find(collectionId)
                .orElseThrow(() -> missing("There are no tiles of a collection \"" + collectionId + "\". Known are "
                        + packs.list().stream()
                                .map(state -> state.layer().collection())
                                .collect(Collectors.joining(", "))
                        + "."));
    }

    private static ProblemException missing(String detail) {
        return new ProblemException(Problem.of(ProblemType.NOT_FOUND, Objects.requireNonNull(detail)));
    }

    private void requireJson(@Nullable String f) {
        Format.choose(f, request.getHeader(HttpHeaders.ACCEPT), Format.JSON);
    }
}
