package org.diachi.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diachi.Http;
import org.diachi.Http.Reply;
import org.diachi.address.AddressContent;
import org.diachi.address.Outcome;
import org.diachi.address.Registration;
import org.diachi.audit.AuditEntry;
import org.diachi.change.ActContext;
import org.diachi.cli.Service;
import org.diachi.feed.Village;
import org.diachi.landuse.Plan;
import org.diachi.place.PlaceRow;
import org.diachi.place.Reform;
import org.diachi.value.AddressKind;
import org.diachi.value.AddressStatus;
import org.diachi.value.Code;
import org.diachi.value.ExternalId;
import org.diachi.value.Period;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A village of two drawn wards, each ten kilometres wide, that is served: EAST from easting 560000 on, WEST from 570000 on.
 * Every object stands on a plot of its own.
 */
final class TwoWards implements AutoCloseable {

    static final String EAST = Village.EAST;
    static final String WEST = Village.WEST;
    static final LocalDate FOUNDED = Village.FOUNDED;

    private static final int PLOT = 40;
    private static final int PLOTS_IN_A_ROW = 200;

    final Village village = Village.create();
    private final ConfigurableApplicationContext service;
    private final KeyStore keys;
    private int plots;

    TwoWards(String... settings) {
        draw("east", EAST, "Đông", 560_000);
        draw("west", WEST, "Tây", 570_000);
        keys = new KeyStore(village.registry().dataSource());
        service = Service.start(village.registry(), 0, settings);
    }

    private void draw(String key, String code, String name, int easting) {
        PlaceRow row = ward(key, code, name, FOUNDED, easting, easting + 10_000);
        village.registry().placeRegister().register(List.of(row), ActContext.of("surveyor", FOUNDED));
    }

    private static PlaceRow ward(String key, String code, String name, LocalDate from, int west, int east) {
        Geometry outline = Village.geometry(
                "MULTIPOLYGON (((%1$d 1820000, %2$d 1820000, %2$d 1840000, %1$d 1840000, %1$d 1820000)))"
                        .formatted(west, east));
        return new PlaceRow(
                key,
                code,
                "ward",
                "Phường",
                name,
                "Phường " + name,
                Period.since(from),
                List.of(),
                List.of(),
                null,
                (MultiPolygon) outline);
    }

    /** Both wards give way to one that bears a code. */
    void unite(LocalDate day, String code) {
        PlaceRow united = ward("united", code, "Hợp", day, 560_000, 580_000);
        Reform reform =
                new Reform("ward", List.of(united), List.of(new Reform.Step(EAST, code), new Reform.Step(WEST, code)));
        village.registry().wardReform().apply(reform, ActContext.of("council", day));
    }

    /** A free plot in a ward: its easting and northing. */
    synchronized int[] plot(String ward) {
        plots++;
        int west = ward.equals(EAST) ? 560_100 : 570_100;
        return new int[] {west + PLOT * (plots % PLOTS_IN_A_ROW), 1_820_100 + PLOT * (plots / PLOTS_IN_A_ROW)};
    }

    synchronized String number() {
        return String.valueOf(++plots);
    }

    private long ward(String code) {
        return village.ward(code, FOUNDED);
    }

    AddressContent building(String ward) {
        int[] plot = plot(ward);
        return Village.building(ward(ward), number(), plot[0], plot[1]);
    }

    /** Registers an object of a kind and status in a ward, with the external id test:its code's first registration. */
    Code object(AddressKind kind, AddressStatus status, String ward) {
        AddressContent house = building(ward);
        AddressContent content = new AddressContent(
                kind,
                status,
                kind == AddressKind.BUSINESS ? "Tiệm " + house.houseNumber() : null,
                house.houseNumber(),
                house.street(),
                house.ward(),
                house.quality(),
                house.position(),
                house.position(),
                null,
                List.of(),
                Map.of());
        Registration registration =
                new Registration(content, null, List.of(new ExternalId("plot", house.houseNumber())));
        Outcome outcome = village.registry()
                .addressRegister()
                .act(
                        ActContext.of("clerk", FOUNDED),
                        acts -> status == AddressStatus.PROPOSED
                                ? acts.propose(registration)
                                : acts.register(registration));
        assertThat(outcome.code()).as(outcome.toString()).isNotNull();
        return outcome.code();
    }

    /** A new plan that is being drafted. */
    String plan() {
        String identifier = "plan-" + number();
        Plan plan = new Plan(
                identifier,
                "Quy hoạch",
                "city",
                "landUsePlan",
                "vn-land-law",
                null,
                null,
                null,
                null,
                null,
                "elaboration");
        village.registry().planRegister().enter(plan, ActContext.of("clerk", FOUNDED));
        return identifier;
    }

    Code house(String ward) {
        return object(AddressKind.BUILDING, AddressStatus.CURRENT, ward);
    }

    /** A case of one thing that looks like two registered houses of a ward: their codes are added to the list. */
    long duplicateCase(String ward, List<String> candidates) {
        AddressContent first = building(ward);
        AddressContent second = building(ward);
        candidates.add(village.register(first, "a" + number()).toString());
        candidates.add(village.register(second, "b" + number()).toString());
        Point position = second.position();
        AddressContent both = new AddressContent(
                AddressKind.BUILDING,
                AddressStatus.CURRENT,
                null,
                first.houseNumber(),
                first.street(),
                first.ward(),
                first.quality(),
                position,
                second.shape(),
                null,
                List.of(),
                Map.of());
        Outcome held = village.registry()
                .addressRegister()
                .act(
                        ActContext.of("clerk", FOUNDED),
                        acts -> acts.register(new Registration(both, null, List.of(new ExternalId("test", number())))));
        assertThat(held.duplicateCase()).as(held.toString()).isNotNull();
        return held.duplicateCase();
    }

    /** A feature as callers tell of a new building in a ward. */
    String feature(String ward) {
        int[] plot = plot(ward);
        return """
                {"type": "Feature", "geometry": {"type": "Point", "coordinates": [%d, %d]}, "properties": {
                 "kind": "building", "houseNumber": "%s", "street": "Phố Mới", "validFrom": "2020-01-01",
                 "position": {"method": "survey", "accuracy": 0.5}}}
                """.formatted(plot[0], plot[1], number());
    }

    String key(Role role, Bounds bounds) {
        return keys.create(new KeyStore.Grant(role, bounds, "test", null), "test");
    }

    String key(Role role, String... wards) {
        return key(role, Bounds.of(List.of(wards), List.of(), List.of()));
    }

    String revokedKey() {
        String key = key(Role.ADMINISTRATOR);
        keys.revoke(lastKey(), "test");
        return key;
    }

    String expiredKey() {
        String key = keys.create(
                new KeyStore.Grant(
                        Role.ADMINISTRATOR, Bounds.NONE, "", Instant.now().plusSeconds(60)),
                "test");
        village.database().jdbc().update("""
                UPDATE registry.api_key SET created = now() - interval '2 days', expires = now() - interval '1 day'
                 WHERE id = ?
                """, lastKey());
        return key;
    }

    private long lastKey() {
        List<KeyStore.Key> all = keys.list();
        return all.get(all.size() - 1).number();
    }

    /** Sends with a key or token, or without one if it is empty. */
    Reply send(String bearer, String method, String path, String body, String... headers) {
        List<String> all = new ArrayList<>(List.of("Content-Type", "application/json"));
        if (!bearer.isEmpty()) {
            all.addAll(List.of("Authorization", "Bearer " + bearer));
        }
        all.addAll(List.of(headers));
        return Http.send(method, base() + path, body, all.toArray(String[]::new));
    }

    Reply get(String bearer, String path) {
        return bearer.isEmpty()
                ? Http.get(base() + path)
                : Http.get(base() + path, "Authorization", "Bearer " + bearer);
    }

    String base() {
        return "http://localhost:" + Service.port(service);
    }

    List<AuditEntry> audit() {
        return village.registry().audit().list(0, 100_000);
    }

    AuditEntry lastAudit() {
        List<AuditEntry> all = audit();
        return all.get(all.size() - 1);
    }

    @Override
    public void close() {
        service.close();
        village.database().close();
    }
}
