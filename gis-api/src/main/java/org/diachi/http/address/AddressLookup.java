package org.diachi.http.address;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.diachi.address.AddressObject;
import org.diachi.address.AddressReader;
import org.diachi.change.ChangeReader;
import org.diachi.change.Snapshot;
import org.diachi.change.TimeView;
import org.diachi.city.AddressGrammar;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemException;
import org.diachi.http.problem.ProblemType;
import org.diachi.registry.Registry;
import org.diachi.search.AddressSearch;
import org.diachi.value.AddressStatus;
import org.diachi.value.Code;
import org.diachi.value.CodeReader;
import org.springframework.stereotype.Component;

/** Finds the object of a code as people write it, or says which one they may have meant. */
@Component
public final class AddressLookup {

    private static final Set<AddressStatus> LIVING = Set.of(AddressStatus.PROPOSED, AddressStatus.CURRENT);

    private final AddressReader reader;
    private final AddressSearch search;
    private final ChangeReader changes;
    private final AddressGrammar grammar;

    AddressLookup(Registry registry) {
        this.reader = registry.addressReader();
        this.search = registry.search();
        this.changes = registry.changes();
        this.grammar = registry.profile().grammar();
    }

    /**
     * The object of a code. What is known now comes out of the search index if that has taken over the last entry of the
     * change log, which costs a fraction of what the tables do; else out of the tables.
     *
     * @param text as written or typed by people
     * @throws ProblemException if there is none in that state; with candidates if the code is mistyped
     */
    public AddressObject get(String text, TimeView view) {
        CodeReader.Result result = CodeReader.read(text);
        Code code = result.findCode().orElseThrow(() -> notACode(text, result, view));
        if (view.knownAt() == null) {
            Optional<AddressObject> indexed = search.find(code, view.asOf(), changes.head());
            if (indexed.isPresent()) {
                return indexed.get();
            }
        }
        Snapshot snapshot = view.knownAt() == null ? Snapshot.latest(view.asOf()) : changes.resolve(view);
        return reader.find(code, snapshot).orElseThrow(() -> notThere(code, snapshot));
    }

    private ProblemException notACode(String text, CodeReader.Result result, TimeView view) {
        if (result instanceof CodeReader.NotACode) {
            return unknown("\"" + text + "\" is no code. A code reads like 7K3Q-9MXP.", List.of());
        }
        List<Problem.Candidate> candidates = living(result.candidates(), view.asOf());
        String hint = candidates.isEmpty()
                ? "Compare it with the plate once more."
                : "Perhaps one of the candidates was meant.";
        return unknown("The check character of \"" + text + "\" does not fit: it is mistyped. " + hint, candidates);
    }

    private ProblemException notThere(Code code, Snapshot snapshot) {
        Optional<LocalDate> first = reader.findFirstDay(code, snapshot);
        return first.map(day -> unknown(
                        "The object " + code + " begins on " + day + " and is not valid on " + snapshot.asOf()
                                + ". Ask with another asOf.",
                        List.of()))
                .orElseGet(() -> unknown("The code " + code + " has never been issued here.", List.of()));
    }

    private static ProblemException unknown(String detail, List<Problem.Candidate> candidates) {
        return new ProblemException(Problem.of(ProblemType.UNKNOWN_CODE, detail).withCandidates(candidates));
    }

    private List<Problem.Candidate> living(Collection<Code> codes, LocalDate day) {
        return reader.listByCodes(codes, Snapshot.latest(day)).stream()
                .filter(object -> LIVING.contains(object.status()))
                .map(object -> new Problem.Candidate(
                        object.code().toString(),
                        AddressWriter.addressLine(object, grammar),
                        object.status().label(),
                        null))
                .toList();
    }
}
