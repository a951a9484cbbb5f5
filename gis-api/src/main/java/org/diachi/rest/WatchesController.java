package org.diachi.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.SecureRandom;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.diachi.api.WatchesApi;
import org.diachi.api.dto.LinkDto;
import org.diachi.api.dto.NewWatchDto;
import org.diachi.api.dto.WatchDto;
import org.diachi.api.dto.WatchEventDto;
import org.diachi.api.dto.WatchEventPageDto;
import org.diachi.api.dto.WatchListDto;
import org.diachi.http.CrsParameters;
import org.diachi.http.Format;
import org.diachi.http.Links;
import org.diachi.http.OutputCrs;
import org.diachi.http.Paging;
import org.diachi.http.geojson.StoredGeometry;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemException;
import org.diachi.http.problem.ProblemType;
import org.diachi.registry.Registry;
import org.diachi.security.Caller;
import org.diachi.security.DeniedException;
import org.diachi.watch.Watch;
import org.diachi.watch.WatchEvent;
import org.diachi.watch.Watches;
import org.diachi.webhook.WebhookAddress;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Watches over areas and codes: everybody sees and removes only their own. */
@RestController
class WatchesController implements WatchesApi {

    /** Watches of one owner. */
    private static final int MOST = 100;

    private static final int SECRET_BYTES = 32;
    private static final JsonMapper JSON = new JsonMapper();

    private final Watches watches;
    private final WebhookAddress addresses;
    private final ActReader reader;
    private final OutputCrs crs84;
    private final Paging paging;
    private final Links links;
    private final HttpServletRequest request;
    private final SecureRandom random = new SecureRandom();

    WatchesController(
            Registry registry,
            WebhookAddress addresses,
            ActReader reader,
            CrsParameters systems,
            Paging paging,
            Links links,
            HttpServletRequest request) {
        this.watches = registry.watches();
        this.addresses = addresses;
        this.reader = reader;
        this.crs84 = systems.output(null);
        this.paging = paging;
        this.links = links;
        this.request = request;
    }

    private static String owner() {
        return Caller.current()
                .orElseThrow(() -> new DeniedException(
                        Problem.of(ProblemType.UNAUTHORIZED, "Watches are their owners'. Send the key."),
                        "list watches",
                        null))
                .actor();
    }

    @Override
    public ResponseEntity<WatchListDto> listWatches() {
        return answer().body(new WatchListDto()
                .watches(watches.list(owner()).stream()
                        .map(watch -> dto(watch, null))
                        .toList()));
    }

    @Override
    public ResponseEntity<WatchDto> createWatch(NewWatchDto told) {
        String owner = owner();
        if ((told.getCode() == null) == (told.getArea() == null)) {
            throw refuse("/code", "and /area: give one of both, what is watched");
        }
        if (watches.list(owner).size() >= MOST) {
            throw refuse("/label", "is one too many: you have " + MOST + " watches. Remove one first");
        }
        String code = told.getCode() == null
                ? null
                : reader.code("code", told.getCode()).toString();
        String secret = null;
        if (told.getUrl() != null) {
            check(told.getUrl());
            secret = secret();
        }
        Watch watch = watches.create(
                new Watch.Order(owner, told.getLabel(), code, area(told.getArea()), told.getUrl(), secret),
                request.getRemoteAddr());
        return ResponseEntity.created(URI.create(links.to("/api/v1/watches/" + watch.id())))
                .cacheControl(CacheControl.noStore())
                .body(dto(watch, secret));
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private @Nullable Geometry area(@Nullable Geometry told) {
        return told == null ? null : StoredGeometry.readArea(told, crs84, "/area");
    }

    private void check(String url) {
        try {
            addresses.resolve(WebhookAddress.parse(url));
        } catch (WebhookAddress.RefusedException e) {
            throw refuse("/url", "is refused. " + e.getMessage());
        }
    }

    private static ProblemException refuse(String pointer, String detail) {
        return new ProblemException(Problem.ofErrors(
                ProblemType.UNPROCESSABLE,
                "The member " + pointer + " " + detail + ".",
                List.of(new Problem.MemberError(pointer, detail))));
    }

    @Override
    public ResponseEntity<WatchDto> getWatch(Long id) {
        return answer().body(dto(own(id), null));
    }

    @Override
    public ResponseEntity<Void> removeWatch(Long id) {
        watches.remove(id, owner(), request.getRemoteAddr());
        return ResponseEntity.noContent().build();
    }

    @Override
    public ResponseEntity<WatchEventPageDto> listWatchEvents(
            Long id, @Nullable Integer limit, @Nullable String cursor) {
        Watch watch = own(id);
        long after = paging.after(cursor, 0);
        Paging.Page<WatchEvent> page =
                paging.page(limit, most -> watches.listEvents(watch.id(), after, most), WatchEvent::number);
        return answer().body(new WatchEventPageDto()
                .events(page.entries().stream().map(WatchesController::dto).toList())
                .links(page.links(Format.JSON).stream()
                        .map(link ->
                                new LinkDto().href(link.href()).rel(link.rel()).type(link.type()))
                        .toList()));
    }

    private Watch own(long id) {
        String owner = owner();
        return watches.find(id)
                .filter(watch -> watch.owner().equals(owner))
                .orElseThrow(() -> new ProblemException(Problem.of(
                        ProblemType.NOT_FOUND, "You have no watch " + id + ". /api/v1/watches names all of yours.")));
    }

    private static ResponseEntity.BodyBuilder answer() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).contentType(Format.JSON.mediaType());
    }

    private WatchDto dto(Watch watch, @Nullable String secret) {
        return new WatchDto()
                .id(watch.id())
                .label(watch.label())
                .code(watch.code())
                .area(watch.area() == null ? null : crs84.toWire(watch.area()))
                .url(watch.url())
                .created(watch.created().atOffset(ZoneOffset.UTC))
                .attempts(watch.attempts())
                .failure(watch.failure())
                .secret(secret);
    }

    private static WatchEventDto dto(WatchEvent event) {
        Map<String, Object> detail =
                Objects.requireNonNull(JSON.readValue(event.detail(), new TypeReference<Map<String, Object>>() {}));
        return new WatchEventDto()
                .number(event.number())
                .seq(event.seq())
                .at(event.at().atOffset(ZoneOffset.UTC))
                .kind(WatchEventDto.KindEnum.fromValue(event.kind()))
                .detail(detail);
    }
}
