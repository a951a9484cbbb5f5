package org.diachi.rest;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.diachi.address.AddressTally;
import org.diachi.api.StatisticsApi;
import org.diachi.api.dto.StatisticsDto;
import org.diachi.api.dto.StatisticsEntryDto;
import org.diachi.api.dto.WardReferenceDto;
import org.diachi.change.ChangeReader;
import org.diachi.change.Snapshot;
import org.diachi.change.TimeView;
import org.diachi.http.Answer;
import org.diachi.http.Etag;
import org.diachi.http.Format;
import org.diachi.http.Links;
import org.diachi.http.TimeParameters;
import org.diachi.http.address.AddressParameters;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemException;
import org.diachi.http.problem.ProblemType;
import org.diachi.place.Place;
import org.diachi.place.PlaceQuery;
import org.diachi.place.PlaceReader;
import org.diachi.registry.Registry;
import org.diachi.value.AddressKind;
import org.diachi.view.counts.AddressCounts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** How many objects there are: of what is known now by the view of it, of what was known once by counting. */
@RestController
class StatisticsController implements StatisticsApi {

    /** More units than any city has had on one day. */
    private static final int MOST_UNITS = 10_000;

    private final AddressCounts counts;
    private final AddressTally tally;
    private final PlaceReader places;
    private final ChangeReader changes;
    private final AddressParameters parameters;
    private final TimeParameters times;
    private final Links links;

    StatisticsController(Registry registry, AddressParameters parameters, TimeParameters times, Links links) {
        this.parameters = parameters;
        this.counts = registry.addressCounts();
        this.tally = new AddressTally(registry.dataSource());
        this.places = registry.placeReader();
        this.changes = registry.changes();
        this.times = times;
        this.links = links;
    }

    @Override
    public ResponseEntity<StatisticsDto> getStatistics(
            @Nullable LocalDate asOf,
            @Nullable OffsetDateTime knownAt,
            @Nullable String ward,
            @Nullable String kind,
            @Nullable String ifNoneMatch) {
        List<AddressKind> kinds = parameters.kinds(kind == null ? List.of() : List.of(kind));
        TimeView view = times.view(asOf, knownAt);
        Snapshot snapshot = knownAt == null ? new Snapshot(view.asOf(), positionOfView()) : changes.resolve(view);
        Answer answer = Answer.of(Etag.ofList(snapshot.seq(), snapshot.asOf(), links.question()));
        if (answer.isKnown(ifNoneMatch)) {
            return answer.notModified();
        }
        List<AddressTally.Count> all = knownAt == null ? ofView(view.asOf()) : tally.list(snapshot);
        List<StatisticsEntryDto> wanted = entries(all, snapshot).stream()
                .filter(entry -> kinds.isEmpty()
                        || entry.getKind().getValue().equals(kinds.get(0).label()))
                .filter(entry -> ward == null
                        || (entry.getWard() != null && entry.getWard().getCode().equals(ward)))
                .toList();
        StatisticsDto answered = new StatisticsDto()
                .asOf(snapshot.asOf())
                .knownAt(knownAt == null ? null : knownAt.withOffsetSameInstant(ZoneOffset.UTC))
                .seq(snapshot.seq())
                .counts(wanted)
                .total(wanted.stream().mapToLong(StatisticsEntryDto::getObjects).sum());
        return answer.ok(Format.JSON, answered);
    }

    private long positionOfView() {
        long position = counts.position();
        if (position < 0) {
            throw new ProblemException(Problem.of(
                    ProblemType.UNAVAILABLE, "The objects are being counted for the first time. Ask again soon."));
        }
        return position;
    }

    private List<AddressTally.Count> ofView(LocalDate day) {
        return counts.list(day).stream()
                .map(count -> new AddressTally.Count(count.ward(), count.kind(), count.status(), count.objects()))
                .toList();
    }

    private List<StatisticsEntryDto> entries(List<AddressTally.Count> all, Snapshot snapshot) {
        Map<Long, WardReferenceDto> wards = new HashMap<>();
        PlaceQuery ofDay = new PlaceQuery(snapshot.asOf(), null, null, null, null, null);
        places.list(ofDay, snapshot.seq(), MOST_UNITS, false).forEach(place -> wards.put(place.id(), reference(place)));
        List<StatisticsEntryDto> entries = new ArrayList<>();
        for (AddressTally.Count count : all) {
            entries.add(new StatisticsEntryDto()
                    .ward(count.ward() == null ? null : wards.get(count.ward()))
                    .kind(StatisticsEntryDto.KindEnum.fromValue(count.kind()))
                    .status(StatisticsEntryDto.StatusEnum.fromValue(count.status()))
                    .objects(count.objects()));
        }
        // A stable sort: kinds and statuses of one ward stay in their order; what is outside all wards comes last.
        entries.sort(Comparator.comparing(
                entry -> entry.getWard() == null ? null : entry.getWard().getCode(),
                Comparator.nullsLast(Comparator.naturalOrder())));
        return entries;
    }

    private static WardReferenceDto reference(Place place) {
        return new WardReferenceDto().code(place.code()).name(Objects.requireNonNull(place.fullName()));
    }
}
