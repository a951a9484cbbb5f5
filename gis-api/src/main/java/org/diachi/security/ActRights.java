package org.diachi.security;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diachi.address.AddressReader;
import org.diachi.change.Act;
import org.diachi.city.CityProfile;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemType;
import org.diachi.place.Jurisdiction;
import org.diachi.place.Place;
import org.diachi.place.PlaceQuery;
import org.diachi.place.PlaceReader;
import org.diachi.registry.Registry;
import org.diachi.value.AddressKind;
import org.diachi.value.Code;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.springframework.stereotype.Component;

/** Who may do which act on what: every write path asks here, and nowhere else. What is not allowed here is denied. */
@Component
public final class ActRights {

    /** A feature along a border may be drawn that much beyond it. */
    private static final double BORDER_METRES = 1;

    private static final int MOST_WARDS = 1000;

    private final AddressReader addresses;
    private final PlaceReader places;
    private final Jurisdiction jurisdiction;
    private final CityProfile profile;

    ActRights(Registry registry) {
        this.profile = registry.profile();
        this.addresses = registry.addressReader();
        this.places = registry.placeReader();
        this.jurisdiction = registry.jurisdiction();
    }

    /** The least role that may do an act. */
    public static Role leastRole(Act act) {
        return switch (act) {
            case REGISTER, PROPOSE, CHANGE, CORRECT, RETIRE, SPLIT, REBUILD, RELOCATE -> Role.EDITOR;
            case ADD_PART, ATTACH_ID, DETACH_ID, VERIFY -> Role.EDITOR;
            case APPROVE, REJECT -> Role.APPROVER;
            case MERGE -> Role.STEWARD;
            case REFORM -> Role.ADMINISTRATOR;
        };
    }

    /**
     * Lets pass who may do an act on a registered object that lies where the caller may write, on the day of the act and
     * ever since.
     *
     * @param from the day on which the act takes effect
     * @throws DeniedException if the caller may not
     */
    public void require(Caller caller, Act act, AddressKind kind, Code code, LocalDate from) {
        require(caller, leastRole(act), act.label(), kind, code.toString());
        requireWards(caller, act, code, from);
    }

    /**
     * Lets pass who may do an act that brings an object into being.
     *
     * @param ward id of the place in which it will lie; absent outside all wards
     * @throws DeniedException if the caller may not
     */
    public void requireNew(Caller caller, Act act, AddressKind kind, @Nullable Long ward) {
        require(caller, leastRole(act), act.label(), kind, "a new " + kind.label());
        requireWard(caller, act, ward, "a new " + kind.label());
    }

    /**
     * Lets pass who may do an act on features of a layer.
     *
     * @throws DeniedException if the caller may not
     */
    public static void requireLayer(Caller caller, Act act, String collection, String subject) {
        requireRole(caller, leastRole(act), act.label(), subject);
        if (!caller.bounds().allowWritingLayer(collection)) {
            throw denied(
                    caller,
                    "You may write " + String.join(", ", caller.bounds().words()) + "; " + subject
                            + " belongs to the layer " + collection
                            + ". Let the agency of that layer do it, or ask for its layer.",
                    act.label(),
                    subject);
        }
    }

    /**
     * Lets pass who may write where a feature of a layer lies: all of it in wards of today that the caller is bound to.
     *
     * @param shape in the storage CRS; absent if the feature is nowhere
     * @throws DeniedException if the caller may not
     */
    public void requireGround(Caller caller, Act act, @Nullable Geometry shape, String subject) {
        if (!caller.bounds().areWardsBound()) {
            return;
        }
        List<Place> wards = shape == null ? List.of() : wardsAt(shape);
        Set<String> codes = wards.stream().map(Place::code).collect(Collectors.toUnmodifiableSet());
        List<Geometry> allowed = wards.stream()
                .filter(ward -> caller.bounds().allowWards(Set.of(ward.code())))
                .flatMap(ward -> Stream.ofNullable(ward.outline()))
                .toList();
        if (shape == null || allowed.isEmpty() || !ground(allowed).covers(shape)) {
            throw outside(caller, act.label(), codes, subject);
        }
    }

    private List<Place> wardsAt(Geometry shape) {
        PlaceQuery query = new PlaceQuery(profile.today(), null, "ward", null, shape, null);
        return places.list(query, Long.MAX_VALUE, MOST_WARDS, true);
    }

    private Geometry ground(List<Geometry> wards) {
        return UnaryUnionOp.union(wards)
                .buffer(BORDER_METRES / profile.storageCrs().metresPerUnit());
    }

    /**
     * Lets pass who may write where an object comes to lie.
     *
     * @param ward id of the place; absent outside all wards
     * @param subject the object
     * @throws DeniedException if the caller may not
     */
    public void requireWard(Caller caller, Act act, @Nullable Long ward, String subject) {
        requireWards(caller, act.label(), ward == null ? List.of() : List.of(ward), ward == null, subject);
    }

    /**
     * Lets pass who may write where a registered object lies, on a day and ever since.
     *
     * @throws DeniedException if the caller may not
     */
    public void requireWards(Caller caller, Act act, Code code, LocalDate from) {
        if (caller.bounds().areWardsBound()) {
            // What is yet to come is for those who answer for the present: a reform may have been decided already.
            LocalDate today = profile.today();
            Collection<@Nullable Long> wards = addresses.listWards(code, from, from.isAfter(today) ? from : today);
            List<Long> known = wards.stream().filter(Objects::nonNull).toList();
            requireWards(caller, act.label(), known, wards.contains(null), code.toString());
        }
    }

    /**
     * Lets pass who may decide on what was held back.
     *
     * @param ward id of the place in which the thing lies; absent outside all wards
     * @throws DeniedException if the caller may not
     */
    public void requireDecision(Caller caller, long duplicateCase, AddressKind kind, @Nullable Long ward) {
        String subject = "duplicate case " + duplicateCase;
        require(caller, Role.STEWARD, "resolve", kind, subject);
        requireWards(caller, "resolve", ward == null ? List.of() : List.of(ward), ward == null, subject);
    }

    /** Whether a caller may decide on what was held back there. */
    public boolean mayDecide(Caller caller, AddressKind kind, @Nullable Long ward) {
        Set<Long> wards = ward == null ? Set.of() : Set.of(ward);
        return caller.is(Role.STEWARD)
                && caller.bounds().allowKind(kind)
                && (!caller.bounds().areWardsBound()
                        || caller.bounds().allowWards(jurisdiction.codes(wards, profile.today())));
    }

    private static void require(Caller caller, Role least, String act, AddressKind kind, String subject) {
        requireRole(caller, least, act, subject);
        if (!caller.bounds().allowKind(kind)) {
            throw denied(
                    caller,
                    "You may write " + String.join(", ", caller.bounds().words()) + "; " + subject + " is a "
                            + kind.label() + ". Ask for the rights on that kind, or let its office do it.",
                    act,
                    subject);
        }
    }

    /**
     * Lets pass who has a role.
     *
     * @throws DeniedException if the caller has a lesser one
     */
    public static void requireRole(Caller caller, Role least, String act, @Nullable String subject) {
        if (!caller.is(least)) {
            throw denied(
                    caller,
                    "The act \"" + act + "\" takes the role " + least.label() + "; yours is "
                            + caller.role().label() + ". Let someone with that role do it, or ask for it.",
                    act,
                    subject);
        }
    }

    private void requireWards(
            Caller caller, String act, Collection<Long> wards, boolean isAlsoOutside, String subject) {
        if (!caller.bounds().areWardsBound()) {
            return;
        }
        Set<String> codes = jurisdiction.codes(new HashSet<>(wards), profile.today());
        if (isAlsoOutside || !caller.bounds().allowWards(codes)) {
            throw outside(caller, act, codes, subject);
        }
    }

    private static DeniedException outside(Caller caller, String act, Set<String> codes, String subject) {
        String where = codes.isEmpty()
                ? "outside the wards of today"
                : "in ward " + codes.stream().sorted().collect(Collectors.joining(", "));
        return denied(
                caller,
                "You may write in ward "
                        + caller.bounds().wards().stream().sorted().collect(Collectors.joining(", ")) + "; " + subject
                        + " lies " + where + ". Let the office of that ward do it, or ask for its ward.",
                act,
                subject);
    }

    private static DeniedException denied(Caller caller, String detail, String act, @Nullable String subject) {
        Problem problem = Problem.of(ProblemType.FORBIDDEN, detail)
                .withKnown(caller.bounds().words());
        return new DeniedException(problem, act, subject);
    }
}
