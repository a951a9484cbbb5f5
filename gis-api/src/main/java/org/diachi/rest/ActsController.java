package org.diachi.rest;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.diachi.address.ActResult;
import org.diachi.address.AddressActs;
import org.diachi.address.AddressHistory;
import org.diachi.address.AddressObject;
import org.diachi.address.Subject;
import org.diachi.api.ActsApi;
import org.diachi.api.dto.ActBatchDto;
import org.diachi.api.dto.ActRequestDto;
import org.diachi.api.dto.AddressHistoryDto;
import org.diachi.api.dto.AmendmentDto;
import org.diachi.api.dto.PartDto;
import org.diachi.change.Act;
import org.diachi.change.ChangeReader;
import org.diachi.change.TimeView;
import org.diachi.http.Answer;
import org.diachi.http.Body;
import org.diachi.http.CrsParameters;
import org.diachi.http.Etag;
import org.diachi.http.Format;
import org.diachi.http.IfMatch;
import org.diachi.http.TimeParameters;
import org.diachi.http.address.AddressLookup;
import org.diachi.http.problem.ProblemException;
import org.diachi.registry.Registry;
import org.diachi.value.Code;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The acts on address objects, one by one and many at once, and their history. */
@RestController
class ActsController implements ActsApi {

    private static final Map<String, Act> ACTS = Map.ofEntries(
            Map.entry("approve", Act.APPROVE),
            Map.entry("reject", Act.REJECT),
            Map.entry("retire", Act.RETIRE),
            Map.entry("split", Act.SPLIT),
            Map.entry("rebuild", Act.REBUILD),
            Map.entry("relocate", Act.RELOCATE),
            Map.entry("entrances", Act.ADD_PART),
            Map.entry("units", Act.ADD_PART),
            Map.entry("external-ids", Act.ATTACH_ID),
            Map.entry("detach", Act.DETACH_ID),
            Map.entry("verify", Act.VERIFY));

    private final ActReader reader;
    private final ActRunner runner;
    private final ActBatches batches;
    private final CrsParameters systems;
    private final AddressLookup lookup;
    private final TimeParameters times;
    private final AddressHistory histories;
    private final ChangeReader changes;

    ActsController(
            ActReader reader,
            ActRunner runner,
            ActBatches batches,
            CrsParameters systems,
            AddressLookup lookup,
            TimeParameters times,
            Registry registry) {
        this.reader = reader;
        this.runner = runner;
        this.batches = batches;
        this.systems = systems;
        this.lookup = lookup;
        this.times = times;
        this.histories = registry.addressHistory();
        this.changes = registry.changes();
    }

    @Override
    public ResponseEntity<Body> amendAddress(
            String code, AmendmentDto amendment, @Nullable String crs, @Nullable String ifMatch) {
        ActRequestDto told = new ActRequestDto()
                .effective(amendment.getEffective())
                .reason(amendment.getReason())
                .document(amendment.getDocument())
                .geometry(amendment.getGeometry())
                .properties(amendment.getProperties());
        return act(Act.of(amendment.getAct().getValue()), code, told, crs, ifMatch, null);
    }

    @Override
    public ResponseEntity<Body> actOnAddress(
            String code,
            String act,
            ActRequestDto told,
            @Nullable String crs,
            @Nullable String ifMatch,
            @Nullable String idempotencyKey) {
        Act known = ACTS.get(act);
        if (known == null) {
            throw ProblemException.badValue(
                    "act", "There is no act \"" + act + "\". Known are " + String.join(", ", names()) + ".");
        }
        if (known == Act.ADD_PART && told.getPart() != null) {
            told.getPart().setType(act.equals("units") ? PartDto.TypeEnum.UNIT : PartDto.TypeEnum.ENTRANCE);
        }
        return act(known, code, told, crs, ifMatch, idempotencyKey);
    }

    private static List<String> names() {
        return ACTS.keySet().stream().sorted().toList();
    }

    private ResponseEntity<Body> act(
            Act act,
            String code,
            ActRequestDto told,
            @Nullable String crs,
            @Nullable String ifMatch,
            @Nullable String key) {
        Writer by = Writer.current(act, systems.output(crs));
        Code permitted = reader.permitted(code, by, reader.day(told));
        Subject subject = new Subject(permitted, IfMatch.version(ifMatch));
        return run(reader.onPath(subject, told, by), told, key);
    }

    private ResponseEntity<Body> run(PreparedAct act, Object question, @Nullable String key) {
        return runner.runOne(key, question, act.context(), acts -> answer(act, acts));
    }

    private static Supplier<ResponseEntity<Body>> answer(PreparedAct act, AddressActs acts) {
        PreparedAct.Done done = act.perform(acts);
        ActResult result = Objects.requireNonNull(done.result(), "An act on registered objects was held back");
        return () -> ActAnswers.done(result);
    }

    @Override
    public ResponseEntity<Body> mergeAddresses(
            ActRequestDto told, @Nullable String crs, @Nullable String idempotencyKey) {
        Writer by = Writer.current(Act.MERGE, systems.output(crs));
        return run(reader.read(told, by), told, idempotencyKey);
    }

    @Override
    public ResponseEntity<Body> performActs(ActBatchDto batch, @Nullable String crs, @Nullable String idempotencyKey) {
        return batches.run(batch, Writer.current(Act.REGISTER, systems.output(crs)), idempotencyKey);
    }

    @Override
    public ResponseEntity<AddressHistoryDto> getAddressHistory(
            String code, @Nullable LocalDate asOf, @Nullable OffsetDateTime knownAt, @Nullable String ifNoneMatch) {
        TimeView view = times.view(asOf, knownAt);
        LocalDate day = asOf == null ? ActReader.LAST_STATE.asOf() : asOf;
        AddressObject object = lookup.get(code, new TimeView(day, view.knownAt()));
        Answer answer = Answer.of(Etag.ofObject(object.version(), object.changed(), "history", asOf, knownAt));
        if (answer.isKnown(ifNoneMatch)) {
            return answer.notModified();
        }
        long seq = view.knownAt() == null ? Long.MAX_VALUE : changes.seqAt(view.knownAt());
        List<AddressHistory.Entry> entries = histories.list(object.code(), seq);
        return answer.ok(Format.JSON, HistoryMapper.history(object, asOf == null ? entries : on(asOf, entries)));
    }

    private static List<AddressHistory.Entry> on(LocalDate day, List<AddressHistory.Entry> entries) {
        return entries.stream()
                .map(entry -> entry.on(day))
                .filter(entry -> !entry.states().isEmpty())
                .toList();
    }
}
