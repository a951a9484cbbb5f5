package org.diachi.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diachi.api.ConflictsApi;
import org.diachi.api.dto.ConflictFeatureCollectionDto;
import org.diachi.api.dto.ConflictFeatureDto;
import org.diachi.api.dto.ConflictPartyDto;
import org.diachi.api.dto.ConflictPropertiesDto;
import org.diachi.city.ConflictRule;
import org.diachi.http.CrsParameters;
import org.diachi.http.Format;
import org.diachi.http.OutputCrs;
import org.diachi.http.Paging;
import org.diachi.http.TimeParameters;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemException;
import org.diachi.http.problem.ProblemType;
import org.diachi.registry.Registry;
import org.diachi.view.conflict.Conflict;
import org.diachi.view.conflict.ConflictQuery;
import org.diachi.view.conflict.Conflicts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** What lies where it must not. */
@RestController
class ConflictsController implements ConflictsApi {

    private final Conflicts conflicts;
    private final Map<String, ConflictRule> rules;
    private final CrsParameters systems;
    private final TimeParameters times;
    private final Paging paging;
    private final ImportMapper mapper;

    ConflictsController(
            Registry registry, CrsParameters systems, TimeParameters times, Paging paging, ImportMapper mapper) {
        this.conflicts = registry.conflicts();
        this.rules =
                conflicts.rules().stream().collect(Collectors.toUnmodifiableMap(ConflictRule::id, Function.identity()));
        this.systems = systems;
        this.times = times;
        this.paging = paging;
        this.mapper = mapper;
    }

    @Override
    public ResponseEntity<ConflictFeatureCollectionDto> listConflicts(
            @Nullable String rule,
            @Nullable String severity,
            @Nullable String ward,
            @Nullable LocalDate asOf,
            @Nullable String crs,
            @Nullable Integer limit,
            @Nullable String cursor) {
        check(rule);
        if (!conflicts.isBuilt()) {
            throw new ProblemException(Problem.of(
                    ProblemType.UNAVAILABLE, "The conflicts are being looked for for the first time. Ask again soon."));
        }
        OutputCrs output = systems.output(crs);
        LocalDate day = times.view(asOf, null).asOf();
        ConflictQuery query = new ConflictQuery(day, rule, severity, ward, paging.after(cursor, 0));
        Paging.Page<Conflict> page = paging.page(limit, most -> conflicts.list(query, most), Conflict::id);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .contentType(Format.GEOJSON.mediaType())
                .header("Content-Crs", output.header());
        page.next(Format.GEOJSON).ifPresent(next -> answer.header(HttpHeaders.LINK, next.header()));
        List<ConflictFeatureDto> features = page.entries().stream()
                .map(conflict -> feature(conflict, output))
                .toList();
        return answer.body(new ConflictFeatureCollectionDto(
                ConflictFeatureCollectionDto.TypeEnum.FEATURE_COLLECTION,
                features,
                features.size(),
                page.links(Format.GEOJSON).stream().map(mapper::toDto).toList()));
    }

    private void check(@Nullable String rule) {
        if (rule != null && !rules.containsKey(rule)) {
            List<String> known =
                    conflicts.rules().stream().map(ConflictRule::id).toList();
            throw new ProblemException(Problem.badValue(
                            "rule", "The parameter \"rule\" is \"" + rule + "\", which is no rule of the city profile.")
                    .withKnown(known));
        }
    }

    private ConflictFeatureDto feature(Conflict conflict, OutputCrs output) {
        ConflictRule rule = Objects.requireNonNull(rules.get(conflict.rule()));
        ConflictPropertiesDto properties = new ConflictPropertiesDto()
                .rule(rule.id())
                .titles(rule.titles())
                .severity(ConflictPropertiesDto.SeverityEnum.fromValue(rule.severity()))
                .left(party(conflict.left()))
                .right(party(conflict.right()))
                .area(hundredths(conflict.area()))
                .ward(conflict.ward())
                .validFrom(conflict.period().from())
                .validTo(conflict.period().to())
                .found(conflict.found())
                .addresses(conflict.addresses())
                .addressCount(conflict.addressCount());
        return new ConflictFeatureDto(
                ConflictFeatureDto.TypeEnum.FEATURE, conflict.id(), output.toWire(conflict.shape()), properties);
    }

    /** As statements have areas. */
    private static double hundredths(double squareMetres) {
        return Math.round(100 * squareMetres) / 100.0;
    }

    private static ConflictPartyDto party(Conflict.Party party) {
        return new ConflictPartyDto()
                .collection(party.collection())
                .code(party.object())
                .sourceId(party.sourceId());
    }
}
