package org.diachi.wms.wmts;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diachi.city.CityProfile;
import org.diachi.http.Etag;
import org.diachi.pack.MapPacks;
import org.diachi.wms.Kvp;
import org.diachi.wms.MapQuestion;
import org.diachi.wms.MapService;
import org.diachi.wms.ServiceException;
import org.diachi.wms.WmsAnswer;
import org.diachi.wms.map.BusyException;
import org.diachi.wms.map.MapFrame;

/** WMTS at one address and the paths below it. */
public final class WmtsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Pattern TILE_PATH = Pattern.compile(
            "/1\\.0\\.0/(?<LAYER>[^/]+)/(?<STYLE>[^/]+)/(?<TIME>[^/]+)"
                    + "/(?<TILEMATRIXSET>[^/]+)/(?<TILEMATRIX>[^/]+)/(?<TILEROW>[^/]+)/(?<TILECOL>[^/]+)\\.(?<FORMAT>png|jpe?g)");

    private static final List<String> TILE_PARAMETERS =
            List.of("LAYER", "STYLE", "TIME", "TILEMATRIXSET", "TILEMATRIX", "TILEROW", "TILECOL");

    private static final String VERSION = "1.0.0";

    private static final String CAPABILITIES_PATH = "/1.0.0/WMTSCapabilities.xml";

    private final transient MapService maps;
    private final transient MapPacks packs;
    private final transient WmtsCapabilities capabilities;
    private final transient List<TileGrid> grids;

    /** The service over the maps of a city. */
    public WmtsServlet(CityProfile profile, MapPacks packs, MapService maps) {
        this.maps = maps;
        this.packs = packs;
        this.grids = List.of(TileGrid.web(), TileGrid.of(profile));
        this.capabilities = new WmtsCapabilities(profile, packs, maps.styles(), grids);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            answer(request, response);
        } catch (ServiceException e) {
            refuse(e, HttpServletResponse.SC_BAD_REQUEST, response);
        } catch (BusyException e) {
            ServiceException told = new ServiceException("NoApplicableCode", null, String.valueOf(e.getMessage()), e);
            refuse(told, HttpServletResponse.SC_SERVICE_UNAVAILABLE, response);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        Kvp kvp = path == null || path.equals("/") ? Kvp.parse(request.getQueryString()) : ofPath(path);
        require("SERVICE", "WMTS", kvp);
        require("VERSION", VERSION, kvp);
        String operation = kvp.get("REQUEST");
        switch (operation.toLowerCase(Locale.ROOT)) {
            case "getcapabilities" -> answerCapabilities(kvp, request, response);
            case "gettile" -> answerTile(kvp, request, response);
            case "getfeatureinfo" -> send(maps.featureInfo(question(kvp), kvp, "I", "J"), response);
            default ->
                throw new ServiceException(
                        "OperationNotSupported",
                        "REQUEST",
                        "There is no operation \"" + Kvp.shorten(operation)
                                + "\". Known are GetCapabilities, GetTile and GetFeatureInfo.");
        }
    }

    private static Kvp ofPath(String path) {
        if (path.equals(CAPABILITIES_PATH)) {
            return Kvp.parse("REQUEST=GetCapabilities");
        }
        Matcher matcher = TILE_PATH.matcher(path);
        if (!matcher.matches()) {
            throw new ServiceException(
                    ServiceException.INVALID_VALUE, null, "There is nothing at this path: " + Kvp.shorten(path));
        }
        Kvp kvp = Kvp.parse("REQUEST=GetTile&FORMAT=image/" + matcher.group("FORMAT"));
        TILE_PARAMETERS.forEach(name -> kvp.put(name, matcher.group(name)));
        return kvp;
    }

    /** Who does not name it means it. */
    private static void require(String name, String value, Kvp kvp) {
        if (!kvp.get(name, value).equalsIgnoreCase(value)) {
            throw new ServiceException(
                    ServiceException.INVALID_VALUE, name, "The only " + name + " here is " + value + ".");
        }
    }

    private void answerCapabilities(Kvp kvp, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        List<String> versions = kvp.list("ACCEPTVERSIONS");
        if (!versions.isEmpty() && !versions.contains(VERSION)) {
            throw new ServiceException(
                    "VersionNegotiationFailed", "ACCEPTVERSIONS", "The only version here is " + VERSION + ".");
        }
        long sequence = packs.shown();
        String told = kvp.get("UPDATESEQUENCE", "");
        long known = told.matches("\\d{1,18}") ? Long.parseLong(told) : -1;
        if (known > sequence) {
            throw new ServiceException(
                    "InvalidUpdateSequence",
                    "UPDATESEQUENCE",
                    "The current capabilities are " + sequence + ", older than those that you have.");
        }
        String base = request.getRequestURL().toString();
        String info = request.getPathInfo();
        String url = info == null ? base : base.substring(0, base.length() - info.length());
        response.setHeader("Cache-Control", "no-cache");
        String document = known == sequence ? capabilities.writeUnchanged(sequence) : capabilities.write(url, sequence);
        send(WmsAnswer.text("application/xml", document), response);
    }

    private void answerTile(Kvp kvp, HttpServletRequest request, HttpServletResponse response) throws IOException {
        MapQuestion question = question(kvp);
        Etag etag = maps.etag(question, request.getRequestURI() + "?" + request.getQueryString());
        response.setHeader("ETag", etag.value());
        response.setHeader("Cache-Control", "no-cache");
        if (etag.isIn(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        send(maps.tile(question, kvp), response);
    }

    private MapQuestion question(Kvp kvp) {
        TileGrid grid = grids.stream()
                .filter(each -> each.name().equals(kvp.get("TILEMATRIXSET")))
                .findFirst()
                .orElseThrow(() -> invalid("TILEMATRIXSET", kvp));
        TileGrid.Matrix matrix = grid.matrices().stream()
                .filter(each -> each.name().equals(kvp.get("TILEMATRIX")))
                .findFirst()
                .orElseThrow(() -> invalid("TILEMATRIX", kvp));
        int row = index(kvp, "TILEROW", matrix.rows());
        int column = index(kvp, "TILECOL", matrix.columns());
        MapFrame frame = new MapFrame(
                grid.crs(), grid.box(matrix, column, row), TileGrid.TILE, TileGrid.TILE, MapFrame.STANDARD_DPI);
        return maps.question(frame, kvp.get("LAYER"), kvp);
    }

    private static ServiceException invalid(String name, Kvp kvp) {
        return new ServiceException(
                ServiceException.INVALID_VALUE,
                name,
                "There is no " + name + " \"" + Kvp.shorten(kvp.get(name)) + "\". See the capabilities.");
    }

    private static int index(Kvp kvp, String name, int count) {
        String text = kvp.get(name);
        if (!text.matches("-?\\d{1,9}")) {
            throw invalid(name, kvp);
        }
        int number = Integer.parseInt(text);
        if (number < 0 || number >= count) {
            throw new ServiceException(
                    "TileOutOfRange", name, name + " " + number + " is not from 0 to " + (count - 1) + ".");
        }
        return number;
    }

    private static void refuse(ServiceException e, int otherwise, HttpServletResponse response) throws IOException {
        response.setStatus(WmtsExceptions.status(e, otherwise));
        response.setHeader("ETag", null);
        response.setHeader("Cache-Control", "no-store");
        send(WmsAnswer.text("text/xml", WmtsExceptions.write(e)), response);
    }

    private static void send(WmsAnswer answer, HttpServletResponse response) throws IOException {
        response.setContentType(answer.mediaType());
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }
}
