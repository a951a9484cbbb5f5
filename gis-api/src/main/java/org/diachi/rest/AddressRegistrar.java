package org.diachi.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.diachi.address.AddressActs;
import org.diachi.address.AddressContent;
import org.diachi.address.AddressObject;
import org.diachi.address.AddressQuery;
import org.diachi.address.AddressReader;
import org.diachi.address.Outcome;
import org.diachi.address.Registration;
import org.diachi.api.dto.AddressRegistrationDto;
import org.diachi.api.dto.RegistrationPropertiesDto;
import org.diachi.change.Act;
import org.diachi.change.ActContext;
import org.diachi.change.Snapshot;
import org.diachi.http.Body;
import org.diachi.http.Format;
import org.diachi.http.OutputCrs;
import org.diachi.http.TimeParameters;
import org.diachi.http.address.AddressAnswers;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemJson;
import org.diachi.registry.Registry;
import org.diachi.value.AddressStatus;
import org.diachi.value.Code;
import org.diachi.value.ExternalId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Registers single objects, once each: what is there already is answered, what looks like it is refused. */
@Component
class AddressRegistrar {

    /** Two tellings of one position may differ by rounding. */
    static final double SAME_METRES = 0.01;

    private static final String PATH = "/api/v1/addresses/";

    private final ActRunner runner;
    private final ActProblems problems;
    private final AddressReader reader;
    private final RegistrationReader registrations;
    private final AddressAnswers answers;
    private final TimeParameters times;
    private final HttpServletRequest request;
    private final double metresPerUnit;

    AddressRegistrar(
            Registry registry,
            ActRunner runner,
            ActProblems problems,
            RegistrationReader registrations,
            AddressAnswers answers,
            TimeParameters times,
            HttpServletRequest request) {
        this.request = request;
        this.runner = runner;
        this.problems = problems;
        this.reader = registry.addressReader();
        this.registrations = registrations;
        this.answers = answers;
        this.times = times;
        this.metresPerUnit = registry.profile().storageCrs().metresPerUnit();
    }

    /** @param key the header Idempotency-Key */
    ResponseEntity<Body> register(AddressRegistrationDto told, OutputCrs crs, Format format, @Nullable String key) {
        return register(told, crs, format, key, PATH);
    }

    /**
     * @param key the header Idempotency-Key
     * @param path where the caller will find what is new: this, and its code
     */
    ResponseEntity<Body> register(
            AddressRegistrationDto told, OutputCrs crs, Format format, @Nullable String key, String path) {
        Writer by = Writer.current(isProposal(told) ? Act.PROPOSE : Act.REGISTER, crs);
        RegistrationReader.Told read = registrations.read(told, by);
        ActContext context =
                ActContext.of(by.caller().actor(), read.validFrom()).from(request.getRemoteAddr());
        Function<AddressObject, ResponseEntity<Body>> registered = object -> registered(object, crs, format, path);
        return runner.runOne(key, told, context, acts -> register(acts, read, crs, format, registered));
    }

    private static boolean isProposal(AddressRegistrationDto told) {
        return told.getProperties().getStatus() == RegistrationPropertiesDto.StatusEnum.PROPOSED;
    }

    private Supplier<ResponseEntity<Body>> register(
            AddressActs acts,
            RegistrationReader.Told read,
            OutputCrs crs,
            Format format,
            Function<AddressObject, ResponseEntity<Body>> registered) {
        Snapshot day = Snapshot.latest(later(read));
        Optional<AddressObject> known = known(read, day);
        if (known.isPresent()) {
            return () -> answers.answer(known.get(), format, crs, false)
                    .ok(format, answers.feature(known.get(), crs, false));
        }
        Registration registration = new Registration(read.content(), null, read.externalIds());
        Outcome outcome = read.content().status() == AddressStatus.PROPOSED
                ? acts.propose(registration)
                : acts.register(registration);
        Code code = outcome.code();
        Snapshot after = new Snapshot(day.asOf(), acts.seq());
        return code == null
                ? () -> held(outcome)
                : () -> registered.apply(reader.find(code, after).orElseThrow());
    }

    /** An answer, not an exception: what was held back is kept for an officer. */
    private ResponseEntity<Body> held(Outcome outcome) {
        Problem problem = problems.duplicate(outcome);
        return ResponseEntity.status(problem.type().status())
                .header(HttpHeaders.CONTENT_TYPE, ProblemJson.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(Body.of(ProblemJson.write(problem, request.getRequestURI())));
    }

    private LocalDate later(RegistrationReader.Told read) {
        return read.validFrom().isAfter(times.today()) ? read.validFrom() : times.today();
    }

    private ResponseEntity<Body> registered(AddressObject object, OutputCrs crs, Format format, String path) {
        return answers.answer(object, format, crs, false)
                .with(HttpHeaders.LOCATION, path + object.code())
                .status(HttpStatus.CREATED, format, answers.feature(object, crs, false));
    }

    /** The object that has the same external id and says the same: telling it twice changes nothing. */
    private Optional<AddressObject> known(RegistrationReader.Told read, Snapshot day) {
        List<AddressObject> bearers = read.externalIds().stream()
                .flatMap(id -> reader.list(bearing(id), day, 1, false).stream())
                .distinct()
                .toList();
        return bearers.size() == 1
                ? bearers.stream()
                        .filter(object -> saysTheSame(object, read.content()))
                        .findFirst()
                : Optional.empty();
    }

    private static AddressQuery bearing(ExternalId id) {
        return new AddressQuery(null, null, null, null, null, List.of(), List.of(), id, null, null);
    }

    private boolean saysTheSame(AddressObject object, AddressContent told) {
        return object.kind() == told.kind()
                && Objects.equals(object.name(), told.name())
                && Objects.equals(object.houseNumber(), told.houseNumber())
                && Objects.equals(object.street(), told.street())
                && object.position().isWithinDistance(told.position(), SAME_METRES / metresPerUnit);
    }
}
