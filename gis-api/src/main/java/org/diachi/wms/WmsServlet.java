package org.diachi.wms;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.diachi.city.CityProfile;
import org.diachi.http.Etag;
import org.diachi.pack.MapPacks;
import org.diachi.wms.map.BusyException;

/** WMS at one address. */
public final class WmsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String ASK_AGAIN = "no-cache";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int MOST_FORM_BYTES = 400_000;

    private final transient MapPacks packs;
    private final transient MapService maps;
    private final transient Capabilities capabilities;
    private final transient Legends legends;

    /** The service over the maps of a city. */
    public WmsServlet(CityProfile profile, MapPacks packs, MapService maps) {
        this.packs = packs;
        this.maps = maps;
        this.capabilities = new Capabilities(profile, packs, maps.styles(), maps.frames());
        this.legends = new Legends(maps.layers(), maps.styles());
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String query = request.getQueryString();
        answer(query == null ? "" : query, request, response);
    }

    /** As a form, for what is too long for an address. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String type = request.getContentType();
        byte[] form = type != null && type.toLowerCase(Locale.ROOT).startsWith(FORM)
                ? request.getInputStream().readNBytes(MOST_FORM_BYTES + 1)
                : new byte[0];
        if (form.length == 0 || form.length > MOST_FORM_BYTES) {
            String why = "A request is posted as " + FORM + " of at most " + MOST_FORM_BYTES + " bytes.";
            ServiceException told = new ServiceException(ServiceException.INVALID_VALUE, null, why);
            refuse(told, Kvp.parse(null), WmsVersion.V1_3_0, response);
            return;
        }
        String query = request.getQueryString();
        answer((query == null ? "" : query + "&") + new String(form, StandardCharsets.UTF_8), request, response);
    }

    private void answer(String query, HttpServletRequest request, HttpServletResponse response) throws IOException {
        WmsVersion version = WmsVersion.V1_3_0;
        Kvp kvp = Kvp.parse(null);
        try {
            kvp = Kvp.parse(query);
            version = WmsVersion.negotiate(kvp);
            answer(kvp, version, query, request, response);
        } catch (ServiceException e) {
            refuse(e, kvp, version, response);
        } catch (BusyException e) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.setHeader("Retry-After", "5");
            refuse(new ServiceException(null, null, String.valueOf(e.getMessage()), e), kvp, version, response);
        }
    }

    private void answer(
            Kvp kvp, WmsVersion version, String query, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!kvp.get("SERVICE", "WMS").equalsIgnoreCase("WMS")) {
            throw new ServiceException(
                    ServiceException.INVALID_VALUE, "SERVICE", "Here is the service WMS and no other.");
        }
        switch (kvp.get("REQUEST").toLowerCase(Locale.ROOT)) {
            case "getmap", "map" -> answerMap(maps.question(kvp, version), kvp, query, request, response);
            case "getfeatureinfo", "feature_info" -> {
                boolean isNew = version == WmsVersion.V1_3_0;
                MapQuestion question = maps.question(kvp, version);
                send(maps.featureInfo(question, kvp, isNew ? "I" : "X", isNew ? "J" : "Y"), response);
            }
            case "getcapabilities", "capabilities" -> answerCapabilities(kvp, version, request, response);
            case "getlegendgraphic" -> send(legends.graphic(kvp), response);
            case "describelayer" -> send(legends.describe(kvp, version), response);
            case "getstyles" -> send(legends.styles(kvp), response);
            default ->
                throw new ServiceException(
                        "OperationNotSupported",
                        "REQUEST",
                        "There is no operation \"" + Kvp.shorten(kvp.get("REQUEST"))
                                + "\". Known are GetCapabilities, GetMap, GetFeatureInfo, GetLegendGraphic,"
                                + " DescribeLayer and GetStyles.");
        }
    }

    private void answerMap(
            MapQuestion question, Kvp kvp, String query, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        GetMap.Paper paper = GetMap.Paper.read(kvp);
        Etag etag = maps.etag(question, query);
        response.setHeader("ETag", etag.value());
        response.setHeader("Cache-Control", ASK_AGAIN);
        if (etag.isIn(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        send(maps.map(question, paper), response);
    }

    private void answerCapabilities(
            Kvp kvp, WmsVersion version, HttpServletRequest request, HttpServletResponse response) throws IOException {
        long sequence = packs.shown();
        requireOtherSequence(kvp.get("UPDATESEQUENCE", ""), sequence);
        String url = request.getRequestURL() + "?";
        Etag etag = Etag.ofList(sequence, version, url);
        response.setHeader("ETag", etag.value());
        response.setHeader("Cache-Control", ASK_AGAIN);
        if (etag.isIn(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        send(WmsAnswer.text(version.capabilitiesType(), capabilities.write(version, url, sequence)), response);
    }

    /** OGC 06-042, 7.2.3.5. */
    private static void requireOtherSequence(String told, long sequence) {
        if (!told.matches("\\d{1,18}")) {
            return;
        }
        long number = Long.parseLong(told);
        if (number == sequence) {
            throw new ServiceException(
                    "CurrentUpdateSequence", "UPDATESEQUENCE", "You have the current capabilities, " + sequence + ".");
        }
        if (number > sequence) {
            throw new ServiceException(
                    "InvalidUpdateSequence",
                    "UPDATESEQUENCE",
                    "The current capabilities are " + sequence + ", older than those that you have.");
        }
    }

    private static void refuse(ServiceException e, Kvp kvp, WmsVersion version, HttpServletResponse response)
            throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("ETag", null);
        Optional<WmsAnswer> picture = ExceptionPicture.write(e, kvp);
        send(
                picture.isPresent()
                        ? picture.get()
                        : WmsAnswer.text(version.exceptionType(), Exceptions.write(e, version)),
                response);
    }

    private static void send(WmsAnswer answer, HttpServletResponse response) throws IOException {
        response.setContentType(answer.mediaType());
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }
}
