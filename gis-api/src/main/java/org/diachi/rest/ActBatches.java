package org.diachi.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.diachi.address.ActRefusedException;
import org.diachi.address.AddressActs;
import org.diachi.address.Outcome;
import org.diachi.api.dto.ActBatchDto;
import org.diachi.api.dto.ActRequestDto;
import org.diachi.change.Act;
import org.diachi.http.Body;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemException;
import org.diachi.rest.PreparedAct.Done;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;

/** Many acts in one request: all or none, or each for itself. */
@Component
class ActBatches {

    private final ActReader reader;
    private final ActRunner runner;
    private final ActProblems problems;

    ActBatches(ActReader reader, ActRunner runner, ActProblems problems) {
        this.reader = reader;
        this.runner = runner;
        this.problems = problems;
    }

    ResponseEntity<Body> run(ActBatchDto batch, Writer by, @Nullable String key) {
        boolean isAtomic = !Boolean.FALSE.equals(batch.getAtomic());
        return runner.run(
                key,
                batch,
                reader.context(new ActRequestDto(), by),
                acts -> ActAnswers.batch(write(batch.getActs(), isAtomic, by, acts)));
    }

    private Consumer<JsonGenerator> write(List<ActRequestDto> told, boolean isAtomic, Writer by, AddressActs acts) {
        List<Consumer<JsonGenerator>> results = new ArrayList<>();
        for (ActRequestDto one : told) {
            results.add(isAtomic ? all(one, by, acts) : each(one, by, acts));
        }
        return json -> results.forEach(result -> result.accept(json));
    }

    private Consumer<JsonGenerator> all(ActRequestDto told, Writer by, AddressActs acts) {
        Done done = reader.read(act(told), told, by).perform(acts);
        if (done.held() != null) {
            throw new ProblemException(problems.duplicate(done.held()));
        }
        return json -> ActAnswers.writeDone(json, Objects.requireNonNull(done.result()));
    }

    private Consumer<JsonGenerator> each(ActRequestDto told, Writer by, AddressActs acts) {
        try {
            Done done = acts.attempt(session -> reader.read(act(told), told, by).perform(session));
            Outcome held = done.held();
            if (held != null) {
                Problem problem = problems.duplicate(held);
                return json -> ActAnswers.writeHeld(json, held, problem);
            }
            return json -> ActAnswers.writeDone(json, Objects.requireNonNull(done.result()));
        } catch (ActRefusedException e) {
            Problem problem = problems.of(e);
            return json -> ActAnswers.writeRefused(json, problem);
        } catch (ProblemException e) {
            return json -> ActAnswers.writeRefused(json, e.problem());
        }
    }

    private static Act act(ActRequestDto told) {
        if (told.getAct() == null) {
            throw PatchReader.refuse("/acts/act", "is missing: say what is to be done");
        }
        try {
            return Act.of(told.getAct());
        } catch (IllegalArgumentException e) {
            throw PatchReader.refuse("/acts/act", "is none: " + e.getMessage());
        }
    }
}
