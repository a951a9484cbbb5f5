package org.diachi.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.diachi.address.AddressContent;
import org.diachi.address.AddressObject;
import org.diachi.address.AddressReader;
import org.diachi.address.AddressRegister;
import org.diachi.address.DuplicateCandidate;
import org.diachi.address.Outcome;
import org.diachi.address.Registration;
import org.diachi.address.RegistrationRules;
import org.diachi.api.dto.AddressRegistrationDto;
import org.diachi.change.ActContext;
import org.diachi.change.Snapshot;
import org.diachi.city.AddressGrammar;
import org.diachi.http.Body;
import org.diachi.http.Format;
import org.diachi.http.OutputCrs;
import org.diachi.http.TimeParameters;
import org.diachi.http.address.AddressAnswers;
import org.diachi.http.address.AddressWriter;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemException;
import org.diachi.http.problem.ProblemType;
import org.diachi.registry.Registry;
import org.diachi.security.Caller;
import org.diachi.value.Code;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Registers single objects, once each: what is there already is answered, what looks like it is refused. */
@Component
class AddressRegistrar {

    /** Two tellings of one position may differ by rounding. */
    private static final double SAME_METRES = 0.01;

    private final AddressRegister register;
    private final AddressReader reader;
    private final RegistrationReader registrations;
    private final AddressAnswers answers;
    private final TimeParameters times;
    private final AddressGrammar grammar;
    private final double metresPerUnit;

    AddressRegistrar(
            Registry registry, RegistrationReader registrations, AddressAnswers answers, TimeParameters times) {
        this.register = registry.addressRegister();
        this.reader = registry.addressReader();
        this.registrations = registrations;
        this.answers = answers;
        this.times = times;
        this.grammar = registry.profile().grammar();
        this.metresPerUnit = registry.profile().storageCrs().metresPerUnit();
    }

    ResponseEntity<Body> register(AddressRegistrationDto told, OutputCrs crs, Format format) {
        Caller caller = Caller.current()
                .orElseThrow(() -> new IllegalStateException("A write has come past security without a key"));
        RegistrationReader.Told read = registrations.read(told, crs, caller);
        Registration registration = new Registration(read.content(), null, read.externalIds());
        ActContext context = ActContext.of(caller.actor(), read.validFrom());
        Outcome outcome = register.register(List.of(registration), RegistrationRules.STRICT, context)
                .get(0);
        Snapshot day = Snapshot.latest(later(read));
        Code code = outcome.code();
        if (code != null) {
            return registered(reader.find(code, day).orElseThrow(), crs, format);
        }
        return known(outcome, read.content(), day)
                .map(object ->
                        answers.answer(object, format, crs, false).ok(format, answers.feature(object, crs, false)))
                .orElseThrow(() -> duplicate(outcome, day));
    }

    private LocalDate later(RegistrationReader.Told read) {
        return read.validFrom().isAfter(times.today()) ? read.validFrom() : times.today();
    }

    private ResponseEntity<Body> registered(AddressObject object, OutputCrs crs, Format format) {
        return answers.answer(object, format, crs, false)
                .with(HttpHeaders.LOCATION, AddressAnswers.path(object))
                .status(HttpStatus.CREATED, format, answers.feature(object, crs, false));
    }

    /** The object that has the same external id and says the same: telling it twice changes nothing. */
    private Optional<AddressObject> known(Outcome outcome, AddressContent told, Snapshot day) {
        List<Code> bearers = outcome.candidates().stream()
                .filter(candidate -> candidate.rule() == DuplicateCandidate.Rule.SOURCE_ID)
                .map(DuplicateCandidate::code)
                .distinct()
                .toList();
        return bearers.size() == 1
                ? reader.find(bearers.get(0), day).filter(object -> saysTheSame(object, told))
                : Optional.empty();
    }

    private boolean saysTheSame(AddressObject object, AddressContent told) {
        return object.kind() == told.kind()
                && Objects.equals(object.name(), told.name())
                && Objects.equals(object.houseNumber(), told.houseNumber())
                && Objects.equals(object.street(), told.street())
                && object.position().isWithinDistance(told.position(), SAME_METRES / metresPerUnit);
    }

    private ProblemException duplicate(Outcome outcome, Snapshot day) {
        var why = outcome.candidates().stream()
                .collect(Collectors.groupingBy(
                        DuplicateCandidate::code,
                        Collectors.mapping(candidate -> candidate.rule().label(), Collectors.joining(", "))));
        List<Problem.Candidate> candidates = reader.listByCodes(why.keySet(), day).stream()
                .map(object -> new Problem.Candidate(
                        object.code().toString(),
                        AddressWriter.addressLine(object, grammar),
                        object.status().label(),
                        why.get(object.code())))
                .toList();
        String detail = "What is registered already looks like this. If a candidate is the same thing, use its code; if"
                + " not, tell an address, an external id or a position that sets them apart.";
        return new ProblemException(Problem.of(ProblemType.DUPLICATE, detail).withCandidates(candidates));
    }
}
