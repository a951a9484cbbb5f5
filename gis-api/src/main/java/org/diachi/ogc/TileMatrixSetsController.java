package org.diachi.ogc;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.IntStream;
import org.diachi.api.TileMatrixSetsApi;
import org.diachi.api.dto.TileMatrixDto;
import org.diachi.api.dto.TileMatrixSetDto;
import org.diachi.api.dto.TileMatrixSetItemDto;
import org.diachi.api.dto.TileMatrixSetsDto;
import org.diachi.http.Format;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemException;
import org.diachi.http.problem.ProblemType;
import org.diachi.pack.grid.Grid;
import org.diachi.pack.tile.TileAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The grids of vector tiles, as OGC 17-083r4 describes them (annexes B and D.1). */
@RestController
class TileMatrixSetsController implements TileMatrixSetsApi {

    static final String GRID = "WebMercatorQuad";
    static final String GRID_URI = "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad";
    static final String MERCATOR_URI = "http://www.opengis.net/def/crs/EPSG/0/3857";

    private static final String TITLE = "Google Maps Compatible for the World";
    private static final String SCALES = "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible";
    private static final int TILE_PIXELS = 256;
    private static final double PIXEL_METRES = 0.00028;

    private final CollectionDescriptions descriptions;
    private final HttpServletRequest request;

    TileMatrixSetsController(CollectionDescriptions descriptions, HttpServletRequest request) {
        this.descriptions = descriptions;
        this.request = request;
    }

    @Override
    public ResponseEntity<TileMatrixSetsDto> listTileMatrixSets(@Nullable String f) {
        requireJson(f);
        TileMatrixSetItemDto item = new TileMatrixSetItemDto(
                GRID,
                TITLE,
                GRID_URI,
                MERCATOR_URI,
                List.of(descriptions.link("/ogc/tileMatrixSets/" + GRID, "self", "application/json", GRID)));
        return ResponseEntity.ok().contentType(Format.JSON.mediaType()).body(new TileMatrixSetsDto(List.of(item)));
    }

    @Override
    public ResponseEntity<TileMatrixSetDto> getTileMatrixSet(String tileMatrixSetId, @Nullable String f) {
        requireJson(f);
        requireGrid(tileMatrixSetId);
        List<TileMatrixDto> matrices = IntStream.rangeClosed(0, TileAddress.MOST_ZOOM)
                .mapToObj(TileMatrixSetsController::matrix)
                .toList();
        TileMatrixSetDto set = new TileMatrixSetDto(GRID, TITLE, GRID_URI, MERCATOR_URI, SCALES, matrices);
        return ResponseEntity.ok().contentType(Format.JSON.mediaType()).body(set);
    }

    private static TileMatrixDto matrix(int zoom) {
        double cell = 2 * Grid.HALF_WIDTH / TILE_PIXELS / (1 << zoom);
        return new TileMatrixDto(
                String.valueOf(zoom),
                cell / PIXEL_METRES,
                cell,
                TileMatrixDto.CornerOfOriginEnum.TOP_LEFT,
                List.of(-Grid.HALF_WIDTH, Grid.HALF_WIDTH),
                TILE_PIXELS,
                TILE_PIXELS,
                1 << zoom,
                1 << zoom);
    }

    /** Refuses a grid that there are no tiles in. */
    static void requireGrid(String name) {
        if (!name.equals(GRID)) {
            String detail = "There are no tiles in a grid \"" + name + "\". Known is " + GRID + ".";
            throw new ProblemException(Problem.of(ProblemType.NOT_FOUND, detail));
        }
    }

    private void requireJson(@Nullable String f) {
        Format.choose(f, request.getHeader(HttpHeaders.ACCEPT), Format.JSON);
    }
}
