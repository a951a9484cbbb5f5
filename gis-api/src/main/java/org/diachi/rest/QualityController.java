package org.diachi.rest;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diachi.api.QualityApi;
import org.diachi.api.dto.QualityDto;
import org.diachi.api.dto.QualityValueDto;
import org.diachi.http.Format;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemException;
import org.diachi.http.problem.ProblemType;
import org.diachi.measure.Criterion;
import org.diachi.measure.Measure;
import org.diachi.measure.Measures;
import org.diachi.registry.Registry;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** What was measured last. */
@RestController
class QualityController implements QualityApi {

    private static final Map<String, Measure> MEASURES =
            Measures.ALL.stream().collect(Collectors.toUnmodifiableMap(Measure::name, Function.identity()));

    private final Measures measures;

    QualityController(Registry registry) {
        this.measures = registry.measures();
    }

    @Override
    public ResponseEntity<QualityDto> getQuality(
            @Nullable String criterion, @Nullable String measure, @Nullable String layer, @Nullable String ward) {
        check(
                "criterion",
                criterion,
                Arrays.stream(Criterion.values()).map(Criterion::label).toList());
        check("measure", measure, Measures.ALL.stream().map(Measure::name).toList());
        Measures.Run run = measures.findLast()
                .orElseThrow(() -> new ProblemException(Problem.of(
                        ProblemType.UNAVAILABLE,
                        "Nothing was measured yet. It is every night; the operator can do so now: diachi measure.")));
        List<QualityValueDto> values = measures.list(run).stream()
                .filter(value -> measure == null || measure.equals(value.measure()))
                .filter(value -> criterion == null
                        || criterion.equals(measureOf(value).criterion().label()))
                .filter(value -> layer == null || layer.equals(value.layer()))
                .filter(value -> ward == null || ward.equals(value.ward()))
                .map(QualityController::dto)
                .toList();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .contentType(Format.JSON.mediaType())
                .body(new QualityDto()
                        .at(run.at().atOffset(ZoneOffset.UTC))
                        .day(run.day())
                        .seq(run.seq())
                        .values(values));
    }

    private static void check(String parameter, @Nullable String value, List<String> known) {
        if (value != null && !known.contains(value)) {
            throw new ProblemException(Problem.badValue(
                            parameter,
                            "The parameter \"" + parameter + "\" is \"" + value + "\". Give one of "
                                    + String.join(", ", known) + ".")
                    .withKnown(known));
        }
    }

    private static Measure measureOf(Measures.Value value) {
        return Objects.requireNonNull(MEASURES.get(value.measure()), value.measure());
    }

    private static QualityValueDto dto(Measures.Value value) {
        Measure measure = measureOf(value);
        return new QualityValueDto()
                .measure(measure.name())
                .criterion(QualityValueDto.CriterionEnum.fromValue(
                        measure.criterion().label()))
                .title(measure.title())
                .unit(measure.unit())
                .layer(value.layer())
                .ward(value.ward())
                .agency(value.agency())
                .value(value.value());
    }
}
