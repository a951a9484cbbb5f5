package org.diachi.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;
import org.diachi.address.ActRefusedException;
import org.diachi.address.AddressReader;
import org.diachi.address.DuplicateCandidate;
import org.diachi.address.Outcome;
import org.diachi.change.KeyReusedException;
import org.diachi.change.Snapshot;
import org.diachi.city.AddressGrammar;
import org.diachi.http.address.AddressWriter;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemSender;
import org.diachi.http.problem.ProblemType;
import org.diachi.registry.Registry;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Words as problems what the register refuses. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ActProblems {

    private static final String ADVICE = "What is registered already looks like this. If a candidate is the same thing,"
            + " use its code; if not, tell an address, an external id or a position that sets them apart, or have an"
            + " officer decide.";

    private final AddressReader reader;
    private final AddressGrammar grammar;

    ActProblems(Registry registry) {
        this.reader = registry.addressReader();
        this.grammar = registry.profile().grammar();
    }

    @ExceptionHandler
    ResponseEntity<byte[]> handle(ActRefusedException e, HttpServletRequest request) {
        return ProblemSender.answer(of(e), request, new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<byte[]> handle(KeyReusedException e, HttpServletRequest request) {
        Problem problem = Problem.of(ProblemType.KEY_REUSED, String.valueOf(e.getMessage()));
        return ProblemSender.answer(problem, request, new HttpHeaders());
    }

    Problem of(ActRefusedException refused) {
        String detail = refused.getMessage() + " " + refused.mend();
        Problem problem =
                Problem.of(type(refused.rule()), detail).withRule(refused.rule().label());
        return problem.withCandidates(candidates(refused.candidates()));
    }

    private static ProblemType type(ActRefusedException.Rule rule) {
        return switch (rule) {
            case UNKNOWN_CODE -> ProblemType.UNKNOWN_CODE;
            case UNKNOWN_CASE -> ProblemType.NOT_FOUND;
            case VERSION_CONFLICT -> ProblemType.OUTDATED;
            case DUPLICATE -> ProblemType.DUPLICATE;
            default -> ProblemType.ACT_REFUSED;
        };
    }

    /** What was held back, and where an officer decides on it. */
    Problem duplicate(Outcome outcome) {
        Problem problem = Problem.of(ProblemType.DUPLICATE, ADVICE).withCandidates(candidates(outcome.candidates()));
        return outcome.duplicateCase() == null ? problem : problem.withDuplicateCase(outcome.duplicateCase());
    }

    private List<Problem.Candidate> candidates(List<DuplicateCandidate> candidates) {
        var why = candidates.stream()
                .collect(Collectors.groupingBy(
                        DuplicateCandidate::code,
                        Collectors.mapping(candidate -> candidate.rule().label(), Collectors.joining(", "))));
        return reader.listByCodes(why.keySet(), Snapshot.latest(ActReader.LAST_STATE.asOf())).stream()
                .map(object -> new Problem.Candidate(
                        object.code().toString(),
                        AddressWriter.addressLine(object, grammar),
                        object.status().label(),
                        why.get(object.code())))
                .toList();
    }
}
