package org.diachi.ogc;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.diachi.api.DownloadsApi;
import org.diachi.change.ChangeReader;
import org.diachi.change.Snapshot;
import org.diachi.http.Body;
import org.diachi.http.CrsParameters;
import org.diachi.http.Etag;
import org.diachi.http.Format;
import org.diachi.http.OutputCrs;
import org.diachi.http.PersonalAccess;
import org.diachi.http.TimeParameters;
import org.diachi.registry.Registry;
import org.diachi.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** Whole collections as files that can be fetched piece by piece (RFC 9110, 14). */
@RestController
class DownloadsController implements DownloadsApi {

    private static final Format[] FORMATS = {Format.FLATGEOBUF, Format.GEOPACKAGE, Format.CSV, Format.GEOJSONSEQ};
    private static final MediaType GZIP = MediaType.valueOf("application/gzip");

    private final Collections collections;
    private final Items items;
    private final PreparedFiles files;
    private final ChangeReader changes;
    private final TimeParameters times;
    private final CrsParameters systems;
    private final PersonalAccess access;
    private final HttpServletRequest request;

    DownloadsController(
            Collections collections,
            Items items,
            PreparedFiles files,
            Registry registry,
            TimeParameters times,
            CrsParameters systems,
            PersonalAccess access,
            HttpServletRequest request) {
        this.collections = collections;
        this.items = items;
        this.files = files;
        this.changes = registry.changes();
        this.times = times;
        this.systems = systems;
        this.access = access;
        this.request = request;
    }

    @Override
    public ResponseEntity<Resource> downloadCollection(
            String collectionId,
            @Nullable String f,
            @Nullable String crs,
            @Nullable String compress,
            @Nullable String ifNoneMatch,
            @Nullable String ifRange) {
        Collection collection = collections.get(collectionId);
        Format format = Format.choose(f, request.getHeader(HttpHeaders.ACCEPT), FORMATS);
        OutputCrs output = systems.output(crs);
        boolean isCompressed = compress != null;
        Snapshot now = changes.resolve(times.view(null, null));
        Body body = items.whole(collection, format, output, now);
        Path file = files.get(
                name(collection, format, output, isCompressed), now.seq() + "-" + now.asOf(), isCompressed, body);
        String etag = "\"" + Integer.toHexString(file.getFileName().toString().hashCode()) + "-" + length(file) + "\"";
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.ETAG, etag);
        headers.set(HttpHeaders.CACHE_CONTROL, "no-cache");
        headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        headers.set("Content-Crs", output.header());
        if (new Etag(etag).isIn(ifNoneMatch)) {
            return new ResponseEntity<>(headers, HttpStatus.NOT_MODIFIED);
        }
        headers.setContentType(isCompressed ? GZIP : format.mediaType());
        String ending = Items.ending(format) + (isCompressed ? ".gz" : "");
        headers.set("Content-Disposition", "attachment; filename=\"" + collection.id() + ending + "\"");
        headers.set(HttpHeaders.ACCEPT_RANGES, "bytes");
        return ranged(file, headers, ifRange == null || ifRange.equals(etag));
    }

    /** Spring gives the pieces of a file that a request asks for. Who has the beginning of another one gets all. */
    private static ResponseEntity<Resource> ranged(Path file, HttpHeaders headers, boolean inPieces) {
        Resource resource = new FileSystemResource(file);
        if (inPieces) {
            return new ResponseEntity<>(resource, headers, HttpStatus.OK);
        }
        try {
            headers.setContentLength(length(file));
            return new ResponseEntity<>(new InputStreamResource(resource.getInputStream()), headers, HttpStatus.OK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who may see more than everybody gets files of their own. */
    private String name(Collection collection, Format format, OutputCrs crs, boolean isCompressed) {
        String who = (access.isGranted() ? "stewards" : "public") + (Caller.seesDrafts() ? "-drafts" : "");
        String system = crs.header().replaceAll("[^A-Za-z0-9.]+", "_");
        return String.join(
                "-",
                collection.id(),
                who,
                format.parameter().toLowerCase(Locale.ROOT),
                system,
                isCompressed ? "gz" : "plain");
    }

    private static long length(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
