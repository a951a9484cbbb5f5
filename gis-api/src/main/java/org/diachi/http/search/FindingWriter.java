package org.diachi.http.search;

import java.util.List;
import java.util.Objects;
import org.diachi.address.AddressObject;
import org.diachi.city.AddressGrammar;
import org.diachi.city.PersonalFields;
import org.diachi.geojson.GeometryWriter;
import org.diachi.http.OutputCrs;
import org.diachi.http.address.AddressWriter;
import org.diachi.search.Finding;
import org.diachi.search.find.Match;
import org.diachi.search.find.Target;
import org.diachi.search.place.UnitState;
import org.diachi.search.reverse.Nearby;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import tools.jackson.core.JsonGenerator;

/** Writes findings as the contract's SearchFeature. For one answer; not thread-safe. */
public final class FindingWriter {

    private final JsonGenerator json;
    private final AddressGrammar grammar;
    private final AddressWriter addresses;
    private final GeometryWriter geometries;
    private final GeometryFactory factory;

    /**
     * A writer for one answer.
     *
     * @param hidden details that are told to nobody who searches
     */
    public FindingWriter(JsonGenerator json, OutputCrs crs, AddressGrammar grammar, PersonalFields hidden) {
        this.json = json;
        this.grammar = grammar;
        this.addresses = new AddressWriter(json, crs, grammar, false, hidden);
        this.geometries = crs.writer(json);
        this.factory = new GeometryFactory(new PrecisionModel(), crs.storage().epsg());
    }

    /**
     * Writes one Feature.
     *
     * @param highlight marks in a line what was met
     */
    public void write(Finding finding, Highlight highlight) {
        AddressObject object = finding.object();
        Target target = finding.hit().target();
        Match match = finding.hit().match();
        if (object != null) {
            addresses.write(object, () -> {
                writeMatch(match);
                json.writeStringProperty("highlight", highlight.of(label(object)));
            });
        } else if (target instanceof Target.OfStreet street) {
            writeStreet(street, finding, highlight);
        } else {
            writeUnit((Target.OfUnit) target, finding, highlight);
        }
    }

    /** Marks what was met. */
    @FunctionalInterface
    public interface Highlight {

        /** The line as HTML, with {@code mark} around the words that were met. */
        String of(String line);
    }

    /** Writes one Feature with its distance. */
    public void write(Nearby nearby) {
        addresses.write(nearby.object(), () -> {
            json.writeNumberProperty("distance", rounded(nearby.metres()));
            json.writeNumberProperty("bearing", rounded(nearby.bearing()));
            json.writeBooleanProperty("contains", nearby.isContaining());
        });
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private String label(AddressObject object) {
        String address = AddressWriter.addressLine(object, grammar);
        return object.name() == null ? address : object.name() + ", " + address;
    }

    private void writeStreet(Target.OfStreet street, Finding finding, Highlight highlight) {
        String name = street.main().name();
        String ward = finding.wards().size() == 1 ? finding.wards().get(0).fullName() : null;
        String address = grammar.formatAddress(null, name, ward);
        begin("street/" + name, street, name, address);
        json.writeArrayPropertyStart("wards");
        finding.wards().forEach(this::writeWard);
        json.writeEndArray();
        end(finding.hit().match(), highlight.of(address));
    }

    private void writeUnit(Target.OfUnit unit, Finding finding, Highlight highlight) {
        UnitState state = unit.state();
        Period borne = namePeriod(unit);
        begin("place/" + state.code() + "/" + borne.from(), unit, state.name(), state.fullName());
        json.writeStringProperty("code", state.code());
        json.writeStringProperty("level", state.level());
        json.writeName("parent");
        UnitState parent = finding.parent();
        if (parent == null) {
            json.writeNull();
        } else {
            writeWard(parent);
        }
        json.writeArrayPropertyStart("successors");
        finding.wards().forEach(this::writeWard);
        json.writeEndArray();
        json.writeStringProperty("validFrom", borne.from().toString());
        json.writeName("validTo");
        writeString(borne.to());
        end(finding.hit().match(), highlight.of(state.fullName()));
    }

    /** How long the unit has borne the name, whatever else changed meanwhile. */
    private static Period namePeriod(Target.OfUnit unit) {
        List<UnitState> states = unit.unit().states().stream()
                .filter(state -> state.fullName().equals(unit.state().fullName()))
                .toList();
        return new Period(
                states.get(0).valid().from(),
                states.get(states.size() - 1).valid().to());
    }

    private void begin(String id, Target target, String name, String address) {
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        json.writeStringProperty("id", id);
        json.writeName("geometry");
        geometries.write(target.hasPosition() ? factory.createPoint(new Coordinate(target.x(), target.y())) : null);
        json.writeObjectPropertyStart("properties");
        json.writeStringProperty("kind", target.kind().label());
        json.writeStringProperty("name", name);
        json.writeStringProperty("address", address);
    }

    private void end(Match match, String highlight) {
        writeMatch(match);
        json.writeStringProperty("highlight", highlight);
        json.writeEndObject();
        json.writeEndObject();
    }

    private void writeWard(UnitState ward) {
        json.writeStartObject();
        json.writeStringProperty("code", ward.code());
        json.writeStringProperty("name", ward.fullName());
        json.writeEndObject();
    }

    private void writeMatch(Match match) {
        json.writeObjectPropertyStart("match");
        json.writeStringProperty("grade", match.grade().name());
        json.writeNumberProperty("score", match.score());
        writeTexts("matched", match.matched());
        writeTexts("differs", match.differs());
        json.writeEndObject();
    }

    private void writeTexts(String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    private void writeString(@Nullable Object value) {
        if (value == null) {
            json.writeNull();
        } else {
            json.writeString(Objects.requireNonNull(value).toString());
        }
    }
}
