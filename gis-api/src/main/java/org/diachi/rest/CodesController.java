package org.diachi.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.diachi.address.AddressObject;
import org.diachi.api.CodesApi;
import org.diachi.change.TimeView;
import org.diachi.http.Answer;
import org.diachi.http.Body;
import org.diachi.http.CrsParameters;
import org.diachi.http.Format;
import org.diachi.http.OutputCrs;
import org.diachi.http.TimeParameters;
import org.diachi.http.address.AddressAnswers;
import org.diachi.http.address.AddressLookup;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemException;
import org.diachi.http.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** What the QR code on a door plate points to: a page for people, the Feature for programs. */
@RestController
class CodesController implements CodesApi {

    private final AddressLookup lookup;
    private final AddressAnswers answers;
    private final CodePage page;
    private final CrsParameters systems;
    private final TimeParameters times;
    private final HttpServletRequest request;

    CodesController(
            AddressLookup lookup,
            AddressAnswers answers,
            CodePage page,
            CrsParameters systems,
            TimeParameters times,
            HttpServletRequest request) {
        this.lookup = lookup;
        this.answers = answers;
        this.page = page;
        this.systems = systems;
        this.times = times;
        this.request = request;
    }

    @Override
    public ResponseEntity<Body> openCode(
            String code,
            @Nullable LocalDate asOf,
            @Nullable OffsetDateTime knownAt,
            @Nullable String f,
            @Nullable String ifNoneMatch) {
        Format format =
                Format.choose(f, request.getHeader(HttpHeaders.ACCEPT), Format.GEOJSON, Format.JSON, Format.HTML);
        OutputCrs crs = systems.output(null);
        TimeView view = times.view(asOf, knownAt);
        AddressObject object;
        try {
            object = lookup.get(code, view);
        } catch (ProblemException e) {
            return notThere(e, format);
        }
        Answer answer = answers.answer(object, format, crs, false);
        if (answer.isKnown(ifNoneMatch)) {
            return answer.notModified();
        }
        return answer.ok(
                format, format == Format.HTML ? Body.of(page.of(object, crs)) : answers.feature(object, crs, false));
    }

    private ResponseEntity<Body> notThere(ProblemException e, Format format) {
        Problem problem = e.problem();
        if (format != Format.HTML || problem.type() != ProblemType.UNKNOWN_CODE) {
            throw e;
        }
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .contentType(Format.HTML.mediaType())
                .cacheControl(CacheControl.noStore())
                .body(Body.of(page.ofUnknown(problem)));
    }
}
