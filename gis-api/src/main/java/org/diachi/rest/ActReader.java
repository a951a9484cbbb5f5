package org.diachi.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.diachi.address.ActResult;
import org.diachi.address.AddressActs;
import org.diachi.address.AddressContent;
import org.diachi.address.AddressObject;
import org.diachi.address.AddressPatch;
import org.diachi.address.Outcome;
import org.diachi.address.Part;
import org.diachi.address.Registration;
import org.diachi.address.Subject;
import org.diachi.api.dto.ActRequestDto;
import org.diachi.api.dto.AddressRegistrationDto;
import org.diachi.api.dto.PartDto;
import org.diachi.api.dto.SubjectDto;
import org.diachi.change.ActContext;
import org.diachi.change.TimeView;
import org.diachi.http.TimeParameters;
import org.diachi.http.address.AddressLookup;
import org.diachi.http.geojson.StoredGeometry;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemException;
import org.diachi.http.problem.ProblemType;
import org.diachi.rest.PreparedAct.Done;
import org.diachi.security.ActRights;
import org.diachi.value.Code;
import org.diachi.value.ExternalId;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import org.springframework.stereotype.Component;

/** Reads what acts are wanted, and refuses those that the caller may not do. */
@Component
class ActReader {

    /** An object is found on this day whenever it begins. */
    static final TimeView LAST_STATE = TimeView.of(LocalDate.of(9999, 1, 1));

    private final AddressLookup lookup;
    private final RegistrationReader registrations;
    private final PatchReader patches;
    private final TimeParameters times;
    private final ActRights rights;
    private final HttpServletRequest request;

    ActReader(
            AddressLookup lookup,
            RegistrationReader registrations,
            PatchReader patches,
            TimeParameters times,
            ActRights rights,
            HttpServletRequest request) {
        this.lookup = lookup;
        this.registrations = registrations;
        this.patches = patches;
        this.times = times;
        this.rights = rights;
        this.request = request;
    }

    /**
     * Reads one act.
     *
     * @throws ProblemException if a member is missing or wrong, or the caller may not do this there
     */
    PreparedAct read(ActRequestDto told, Writer by) {
        return new PreparedAct(context(told, by), act(told, by, day(told)));
    }

    ActContext context(ActRequestDto told, Writer by) {
        return new ActContext(by.caller().actor(), day(told), told.getReason(), told.getDocument(), null)
                .from(request.getRemoteAddr());
    }

    /** The day on which an act takes effect: today unless told. */
    LocalDate day(ActRequestDto told) {
        return Objects.requireNonNullElseGet(told.getEffective(), times::today);
    }

    private Function<AddressActs, Done> act(ActRequestDto told, Writer by, LocalDate day) {
        return switch (by.act()) {
            case REGISTER -> enter(told, by, AddressActs::register);
            case PROPOSE -> enter(told, by, AddressActs::propose);
            case MERGE -> merge(told, by);
            default -> {
                Subject subject = subject(told, by);
                BiFunction<AddressActs, Subject, ActResult> step = onOne(told, by, day);
                yield acts -> Done.of(step.apply(acts, subject));
            }
        };
    }

    private BiFunction<AddressActs, Subject, ActResult> onOne(ActRequestDto told, Writer by, LocalDate day) {
        return switch (by.act()) {
            case APPROVE -> AddressActs::approve;
            case REJECT -> AddressActs::reject;
            case RETIRE -> AddressActs::retire;
            case VERIFY -> AddressActs::verify;
            case CHANGE -> withPatch(told, by, day, AddressActs::change);
            case CORRECT -> withPatch(told, by, day, AddressActs::correct);
            case RELOCATE -> {
                Code place = code("to", told.getTo());
                rights.requireWards(by.caller(), by.act(), place, day);
                AddressPatch patch = patch(told, by, day);
                yield (acts, subject) -> acts.relocate(subject, place, patch);
            }
            case ADD_PART -> {
                Part part = part(needed("part", told.getPart()), by);
                yield (acts, subject) -> acts.addPart(subject, part);
            }
            case ATTACH_ID -> withId(told, AddressActs::attachId);
            case DETACH_ID -> withId(told, AddressActs::detachId);
            case SPLIT -> {
                List<AddressContent> into = contents(told, by);
                yield (acts, subject) -> acts.split(subject, into);
            }
            case REBUILD -> {
                AddressContent anew = one(contents(told, by));
                yield (acts, subject) -> acts.rebuild(subject, anew);
            }
            case REGISTER, PROPOSE, MERGE, REFORM ->
                throw PatchReader.refuse(
                        "/act", "is no act on one object: " + by.act().label());
        };
    }

    private interface Step<T> {
        ActResult on(AddressActs acts, Subject subject, T detail);
    }

    private BiFunction<AddressActs, Subject, ActResult> withPatch(
            ActRequestDto told, Writer by, LocalDate day, Step<AddressPatch> step) {
        AddressPatch patch = patch(told, by, day);
        return (acts, subject) -> step.on(acts, subject, patch);
    }

    private AddressPatch patch(ActRequestDto told, Writer by, LocalDate day) {
        Map<String, Object> properties = told.getProperties();
        return patches.read(properties == null ? Map.of() : properties, told.getGeometry(), day, by);
    }

    private static BiFunction<AddressActs, Subject, ActResult> withId(ActRequestDto told, Step<ExternalId> step) {
        var dto = needed("externalId", told.getExternalId());
        try {
            ExternalId id = new ExternalId(dto.getScheme(), dto.getValue());
            return (acts, subject) -> step.on(acts, subject, id);
        } catch (IllegalArgumentException e) {
            throw PatchReader.refuse("/externalId", "cannot be taken: " + e.getMessage());
        }
    }

    private Function<AddressActs, Done> enter(
            ActRequestDto told, Writer by, BiFunction<AddressActs, Registration, Outcome> step) {
        AddressRegistrationDto dto = one(needed("into", told.getInto()));
        RegistrationReader.Told read = registrations.read(dto, by);
        Registration registration = new Registration(read.content(), null, read.externalIds());
        return acts -> Done.of(by.act(), step.apply(acts, registration));
    }

    private Function<AddressActs, Done> merge(ActRequestDto told, Writer by) {
        List<SubjectDto> dtos = needed("subjects", told.getSubjects());
        List<Subject> subjects =
                dtos.stream().map(dto -> subject(dto, by, day(told))).toList();
        if (told.getSurvivor() == null) {
            AddressContent into = one(contents(told, by));
            return acts -> Done.of(acts.merge(subjects, into));
        }
        Code survivor = code("survivor", told.getSurvivor());
        Subject staying = subjects.stream()
                .filter(subject -> subject.code().equals(survivor))
                .findFirst()
                .orElseThrow(() -> PatchReader.refuse("/survivor", "is none of the subjects"));
        if (subjects.size() != 2) {
            throw PatchReader.refuse("/subjects", "are two when one survives: the duplicate and the survivor");
        }
        Subject duplicate = subjects.get(0).equals(staying) ? subjects.get(1) : subjects.get(0);
        return acts -> Done.of(acts.unite(duplicate, staying));
    }

    private Subject subject(ActRequestDto told, Writer by) {
        return subject(one(needed("subjects", told.getSubjects())), by, day(told));
    }

    private Subject subject(SubjectDto told, Writer by, LocalDate day) {
        if (told.getVersion() == null) {
            throw new ProblemException(Problem.of(
                    ProblemType.VERSION_NEEDED,
                    "Say which version of " + told.getCode() + " you have seen, as version of the subject."));
        }
        return new Subject(permitted(told.getCode(), by, day), told.getVersion());
    }

    /** The object of an act, if the caller may act on it. */
    Code permitted(String code, Writer by, LocalDate day) {
        AddressObject object = lookup.get(code, LAST_STATE);
        rights.require(by.caller(), by.act(), object.kind(), object.code(), day);
        return object.code();
    }

    /** The act of a path, on a subject that the path and If-Match name. */
    PreparedAct onPath(Subject subject, ActRequestDto told, Writer by) {
        BiFunction<AddressActs, Subject, ActResult> step = onOne(told, by, day(told));
        return new PreparedAct(context(told, by), acts -> Done.of(step.apply(acts, subject)));
    }

    private List<AddressContent> contents(ActRequestDto told, Writer by) {
        return needed("into", told.getInto()).stream()
                .map(dto -> registrations.read(dto, by).content())
                .toList();
    }

    private Part part(PartDto told, Writer by) {
        Point door = told.getGeometry() == null
                ? null
                : StoredGeometry.position(StoredGeometry.read(told.getGeometry(), by.crs()));
        PartDto.TypeEnum type = needed("part/type", told.getType());
        return new Part(
                type.getValue(),
                told.getLabel(),
                told.getHouseNumber(),
                told.getStreet(),
                door == null ? null : door.getX(),
                door == null ? null : door.getY(),
                null);
    }

    Code code(String member, @Nullable String text) {
        return lookup.get(needed(member, text), LAST_STATE).code();
    }

    private static <T> T needed(String member, @Nullable T value) {
        if (value == null || (value instanceof List<?> list && list.isEmpty())) {
            throw PatchReader.refuse("/" + member, "is missing: this act needs it");
        }
        return Objects.requireNonNull(value);
    }

    private static <T> T one(List<T> values) {
        if (values.size() != 1) {
            throw PatchReader.refuse("/into", "and /subjects have one element for this act, not " + values.size());
        }
        return values.get(0);
    }
}
