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
import org.diachi.security.Denials;
import org.diachi.security.DeniedException;
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
    private final Denials denials;

    ActBatches(ActReader reader, ActRunner runner, ActProblems problems, Denials denials) {
        this.reader = reader;
        this.runner = runner;
        this.problems = problems;
        this.denials = denials;
    }

    ResponseEntity<Body> run(ActBatchDto batch, Writer by, @Nullable String key) {
        boolean isAtomic = !Boolean.FALSE.equals(batch.getAtomic());
        List<DeniedException> denied = new ArrayList<>();
        ResponseEntity<Body> answer = runner.run(key, batch, reader.context(new ActRequestDto(), by), acts -> {
            List<Consumer<JsonGenerator>> results = new ArrayList<>();
            for (ActRequestDto one : batch.getActs()) {
                results.add(isAtomic ? all(one, by, acts) : each(one, by, acts, denied));
            }
            return () -> ActAnswers.batch(json -> results.forEach(result -> result.accept(json)));
        });
        denials.note(denied);
        return answer;
    }

    private Consumer<JsonGenerator> all(ActRequestDto told, Writer by, AddressActs acts) {
        Done done = reader.read(told, by.doing(act(told))).perform(acts);
        if (done.held() != null) {
            throw new ProblemException(problems.duplicate(done.held()));
        }
        return json -> ActAnswers.writeDone(json, Objects.requireNonNull(done.result()));
    }

    private Consumer<JsonGenerator> each(
            ActRequestDto told, Writer by, AddressActs acts, List<DeniedException> denied) {
        try {
            Done done = acts.attempt(
                    session -> reader.read(told, by.doing(act(told))).perform(session));
            Outcome held = done.held();
            if (held != null) {
                Problem problem = problems.duplicate(held);
                return json -> ActAnswers.writeHeld(json, held, problem);
            }
            return json -> ActAnswers.writeDone(json, Objects.requireNonNull(done.result()));
        } catch (ActRefusedException e) {
            Problem problem = problems.of(e);
            return json -> ActAnswers.writeRefused(json, problem);
        } catch (DeniedException e) {
            denied.add(e);
            return json -> ActAnswers.writeRefused(json, e.problem());
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
