package org.diachi.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.diachi.http.Links;
import org.diachi.landuse.Plan;
import org.diachi.landuse.PlanState;
import org.diachi.landuse.statement.Statement;
import org.diachi.landuse.statement.Statement.Amount;
import org.diachi.landuse.statement.Statement.Nearby;
import org.diachi.landuse.statement.Statement.PlanPart;
import org.diachi.landuse.statement.Statement.Zone;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes a statement as the contract has it. For one answer. */
public final class StatementJson {

    /** Areas are exact to a tenth of a millimetre squared, shares to a millionth of a percent: sums stay sums. */
    private static final int DECIMALS_OF_METRES = 4;

    private static final int DECIMALS_OF_PERCENT = 6;

    private final JsonGenerator json;

    private StatementJson(JsonGenerator json) {
        this.json = json;
    }

    /** Writes the whole answer as one object. */
    public static void write(JsonGenerator json, LandUseAnswer answer) {
        new StatementJson(json).write(answer);
    }

    private void write(LandUseAnswer answer) {
        Statement statement = answer.statement();
        json.writeStartObject();
        subject(answer);
        text("asOf", answer.snapshot().asOf());
        text("knownAt", answer.knownAt() == null ? null : answer.knownAt().toInstant());
        json.writeNumberProperty("seq", answer.snapshot().seq());
        text("crs", answer.crs().storage().uri());
        metres("area", statement.size().area());
        metres("length", statement.size().length());
        list("wards", statement.wards(), ward -> {
            text("code", ward.code());
            text("name", ward.name());
            amount(ward.amount());
        });
        list("plans", statement.plans(), this::plan);
        list("overlays", statement.overlays(), part -> {
            text("collection", part.collection());
            json.writeNumberProperty("id", part.id());
            text("plan", part.plan());
            amount(part.amount());
            properties(part.attributes());
        });
        metres("distance", answer.distance());
        list("greenSpaces", statement.greenSpaces(), this::nearby);
        list("drainage", statement.drainage(), this::nearby);
        list("sources", statement.sources(), this::source);
        list("links", answer.links(), this::link);
        json.writeEndObject();
    }

    private void subject(LandUseAnswer answer) {
        AskedSubject subject = answer.subject();
        json.writeObjectPropertyStart("subject");
        text("type", subject.type());
        text("code", subject.code());
        text("address", subject.address());
        text("externalId", subject.externalId());
        json.writeName("geometry");
        answer.crs().writer(json).write(subject.shape());
        json.writeEndObject();
    }

    private void plan(PlanPart part) {
        PlanState state = part.plan();
        if (state == null) {
            json.writeNullProperty("identifier");
        } else {
            plan(state);
        }
        list("zones", part.zones(), this::zone);
        list("slivers", part.slivers(), this::zone);
        amount("outside", part.outside());
        amount("overlap", part.overlap());
    }

    private void plan(PlanState state) {
        Plan plan = state.plan();
        text("identifier", plan.identifier());
        text("title", plan.title());
        text("level", plan.level());
        text("type", plan.type());
        text("scheme", plan.scheme());
        text("step", state.step().label());
        text("since", state.since());
        text("periodFrom", plan.periodFrom());
        text("periodTo", plan.periodTo());
        number("visionYear", plan.visionYear());
        text("decisionNumber", plan.decisionNumber());
        text("decisionDate", plan.decisionDate());
        text("document", state.document());
        text("supersedes", state.supersedes());
    }

    private void zone(Zone zone) {
        json.writeNumberProperty("id", zone.id());
        text("scheme", zone.scheme());
        text("code", zone.code());
        text("name", zone.name());
        json.writeObjectPropertyStart("names");
        zone.names().forEach(this::text);
        json.writeEndObject();
        amount(zone.amount());
        json.writeBooleanProperty("onBorder", zone.isOnBorder());
        json.writeObjectPropertyStart("indicators");
        zone.indicators().forEach((name, value) -> rounded(name, value, DECIMALS_OF_METRES));
        json.writeEndObject();
        text("decisionNumber", zone.decisionNumber());
        number("legalArea", zone.legalArea());
        text("validFrom", zone.valid().from());
        text("validTo", zone.valid().to());
        list("equivalents", zone.equivalents(), equivalent -> {
            text("scheme", equivalent.scheme());
            text("code", equivalent.code());
            json.writeBooleanProperty("loss", equivalent.isLossy());
            text("note", equivalent.note());
        });
    }

    private void nearby(Nearby near) {
        text("collection", near.collection());
        json.writeNumberProperty("id", near.id());
        metres("distance", near.distance());
        amount(near.amount());
        properties(near.attributes());
    }

    private void source(Statement.Source source) {
        text("collection", source.collection());
        text("source", source.source());
        text("file", source.file());
        text("licence", source.licence());
        text("date", source.date());
        number("rowsRead", source.rowsRead());
        number("rowsRefused", source.rowsRefused());
        json.writeNumberProperty("features", source.features());
    }

    private void link(Links.Link link) {
        text("href", link.href());
        text("rel", link.rel());
        text("type", link.type());
    }

    private interface Members<T> {
        void write(T element);
    }

    private <T> void list(String name, List<T> elements, Members<T> members) {
        json.writeArrayPropertyStart(name);
        for (T element : elements) {
            json.writeStartObject();
            members.write(element);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void amount(String name, Amount amount) {
        json.writeObjectPropertyStart(name);
        amount(amount);
        json.writeEndObject();
    }

    private void amount(Amount amount) {
        metres("area", amount.area());
        metres("length", amount.length());
        rounded("share", amount.share(), DECIMALS_OF_PERCENT);
    }

    private void properties(Map<String, Object> attributes) {
        json.writeObjectPropertyStart("properties");
        attributes.forEach((name, value) -> {
            json.writeName(name);
            if (value instanceof Long number) {
                json.writeNumber(number);
            } else if (value instanceof Double number) {
                json.writeNumber(number);
            } else if (value instanceof Boolean flag) {
                json.writeBoolean(flag);
            } else {
                json.writeString(value.toString());
            }
        });
        json.writeEndObject();
    }

    private void metres(String name, double value) {
        rounded(name, value, DECIMALS_OF_METRES);
    }

    private void rounded(String name, double value, int decimals) {
        BigDecimal number = BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        json.writeName(name);
        json.writeNumber(number.scale() < 0 ? number.setScale(0, RoundingMode.UNNECESSARY) : number);
    }

    private void text(String name, @Nullable Object value) {
        json.writeName(name);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value.toString());
        }
    }

    private void number(String name, @Nullable Number value) {
        json.writeName(name);
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Double fraction) {
            json.writeNumber(fraction);
        } else {
            json.writeNumber(value.longValue());
        }
    }
}
