package org.diachi.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.diachi.api.ImportsApi;
import org.diachi.api.dto.ImportPageDto;
import org.diachi.api.dto.ImportRunDto;
import org.diachi.http.Body;
import org.diachi.http.CrsParameters;
import org.diachi.http.Format;
import org.diachi.http.OutputCrs;
import org.diachi.http.Paging;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemException;
import org.diachi.http.problem.ProblemType;
import org.diachi.registry.Registry;
import org.diachi.run.ImportIssue;
import org.diachi.run.ImportRun;
import org.diachi.run.ImportRunReader;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** Import runs and what they found. They change without an entry in the change log, so nobody shall keep them. */
@RestController
class ImportsController implements ImportsApi {

    private static final Set<String> STATES = Set.of("checking", "running", "done", "refused", "failed", "cancelled");
    private static final Set<String> SEVERITIES = Set.of("refused", "warning", "repaired", "merged");

    private final ImportRunReader runs;
    private final ImportMapper mapper;
    private final Paging paging;
    private final CrsParameters systems;
    private final HttpServletRequest request;

    ImportsController(
            Registry registry, ImportMapper mapper, Paging paging, CrsParameters systems, HttpServletRequest request) {
        this.runs = new ImportRunReader(
                registry.dataSource(), registry.profile().storageCrs().epsg());
        this.mapper = mapper;
        this.paging = paging;
        this.systems = systems;
        this.request = request;
    }

    @Override
    public ResponseEntity<ImportPageDto> listImports(
            @Nullable String state, @Nullable String source, @Nullable Integer limit, @Nullable String cursor) {
        check("state", state, STATES);
        long before = paging.after(cursor, Long.MAX_VALUE);
        Paging.Page<ImportRun> page = paging.page(limit, most -> runs.list(state, source, before, most), ImportRun::id);
        ImportPageDto dto = new ImportPageDto(
                page.entries().stream().map(mapper::toDto).toList(),
                page.links(Format.JSON).stream().map(mapper::toDto).toList());
        return answer(page).body(dto);
    }

    @Override
    public ResponseEntity<ImportRunDto> getImport(Long id) {
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(mapper.toDto(get(id)));
    }

    @Override
    public ResponseEntity<Body> listImportIssues(
            Long id,
            @Nullable String severity,
            @Nullable String rule,
            @Nullable String crs,
            @Nullable Integer limit,
            @Nullable String cursor,
            @Nullable String f) {
        Format format = Format.choose(f, request.getHeader(HttpHeaders.ACCEPT), Format.JSON, Format.GEOJSON);
        OutputCrs system = systems.output(crs);
        check("severity", severity, SEVERITIES);
        get(id);
        long after = paging.after(cursor, 0);
        Paging.Page<ImportIssue> page =
                paging.page(limit, most -> runs.listIssues(id, severity, rule, after, most), ImportIssue::number);
        IssueAnswer answer = new IssueAnswer(id, page.entries(), page.links(format), system);
        ResponseEntity.BodyBuilder headers = ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .contentType(format.mediaType())
                .header("Content-Crs", system.header());
        page.next(format).ifPresent(next -> headers.header(HttpHeaders.LINK, next.header()));
        return headers.body(format == Format.GEOJSON ? answer.features() : answer.document());
    }

    private ImportRun get(long id) {
        return runs.find(id)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        ProblemType.NOT_FOUND, "There is no import run " + id + ". /api/v1/imports names all.")));
    }

    private static void check(String parameter, @Nullable String value, Set<String> known) {
        if (value != null && !known.contains(value)) {
            List<String> sorted = known.stream().sorted().toList();
            throw new ProblemException(Problem.badValue(
                            parameter,
                            "The parameter \"" + parameter + "\" is \"" + value + "\". Give one of "
                                    + String.join(", ", sorted) + ".")
                    .withKnown(sorted));
        }
    }

    private static ResponseEntity.BodyBuilder answer(Paging.Page<?> page) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().cacheControl(CacheControl.noCache());
        page.next(Format.JSON).ifPresent(next -> answer.header(HttpHeaders.LINK, next.header()));
        return answer;
    }
}
