package org.diachi.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.diachi.landuse.Plan;
import org.diachi.landuse.PlanState;
import org.diachi.landuse.PlanStep;
import org.diachi.landuse.statement.Statement;
import org.diachi.landuse.statement.Statement.Amount;
import org.diachi.landuse.statement.Statement.FeaturePart;
import org.diachi.landuse.statement.Statement.Nearby;
import org.diachi.landuse.statement.Statement.PlanPart;
import org.diachi.landuse.statement.Statement.Zone;
import org.diachi.sheet.SheetContent.Fact;
import org.diachi.sheet.SheetContent.Section;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;

/** Puts a statement into the words of a language. For one sheet. */
final class SheetWriter {

    /** Features that lie elsewhere have no share to tell. */
    private static final int NUMBERS_OF_PARTS = 2;

    private static final List<String> NAMES = List.of("name", "title", "linkId", "nodeId", "code", "type");

    private final String language;
    private final SheetNumbers numbers;
    private final LandUseAnswer answer;
    private final boolean byLength;

    private SheetWriter(LandUseAnswer answer, String language) {
        this.answer = answer;
        this.language = language;
        this.numbers = new SheetNumbers(language);
        this.byLength = answer.statement().size().length() > 0;
    }

    static SheetContent content(LandUseAnswer answer, String language) {
        return new SheetWriter(answer, language).content();
    }

    private SheetContent content() {
        Statement statement = answer.statement();
        List<Section> sections = new ArrayList<>();
        statement.plans().forEach(part -> sections.add(plan(part)));
        sections.add(overlays(statement.overlays()));
        sections.add(nearby(Word.GREEN_SPACES, statement.greenSpaces()));
        sections.add(nearby(Word.DRAINAGE, statement.drainage()));
        sections.add(sources(statement.sources()));
        return new SheetContent(language, word(Word.TITLE), facts(statement), sections);
    }

    private String word(Word word) {
        return word.in(language);
    }

    private List<Fact> facts(Statement statement) {
        List<Fact> facts = new ArrayList<>();
        AskedSubject subject = answer.subject();
        add(facts, Word.SUBJECT, subjectWords(subject));
        add(facts, Word.CODE, subject.code());
        add(facts, Word.EXTERNAL_ID, subject.externalId());
        add(facts, Word.AS_OF, numbers.day(answer.snapshot().asOf()));
        add(
                facts,
                Word.KNOWN_AT,
                answer.knownAt() == null
                        ? word(Word.NOW)
                        : answer.knownAt().toInstant().toString());
        if (byLength) {
            add(facts, Word.LENGTH, numbers.hundredths(statement.size().length()));
        } else if (!(subject.shape() instanceof Point)) {
            add(facts, Word.AREA, numbers.hundredths(statement.size().area()));
        }
        add(
                facts,
                Word.SYSTEM,
                answer.crs().storage() + " " + answer.crs().storage().name());
        add(
                facts,
                Word.WARD,
                statement.wards().stream()
                        .map(ward -> ward.name() + " "
                                + numbers.hundredths(ward.amount().share()) + " %")
                        .collect(Collectors.joining("; ")));
        return facts;
    }

    private String subjectWords(AskedSubject subject) {
        String address = subject.address();
        if (address != null) {
            return address;
        }
        if (subject.shape() instanceof Point point) {
            return word(Word.POINT) + " " + numbers.hundredths(point.getX()) + " / " + numbers.hundredths(point.getY());
        }
        return word(Word.GEOMETRY);
    }

    private void add(List<Fact> facts, Word name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            facts.add(new Fact(word(name), value));
        }
    }

    private Section plan(PlanPart part) {
        PlanState state = part.plan();
        String heading = state == null ? word(Word.NO_PLAN) : state.plan().title();
        List<List<String>> rows = new ArrayList<>();
        part.zones().forEach(zone -> rows.add(zoneRow(zone, "")));
        part.slivers().forEach(zone -> rows.add(zoneRow(zone, " (" + word(Word.SLIVER) + ")")));
        rows.add(amountRow(Word.OUTSIDE, part.outside()));
        if (part.overlap().share() > 0) {
            rows.add(amountRow(Word.OVERLAP, part.overlap()));
        }
        return new Section(
                heading,
                state == null ? List.of() : planFacts(state),
                List.of(
                        word(Word.ZONE_CODE),
                        word(Word.ZONE),
                        word(Word.INDICATORS),
                        word(byLength ? Word.LENGTH : Word.AREA),
                        word(Word.SHARE)),
                NUMBERS_OF_PARTS,
                rows);
    }

    private List<Fact> planFacts(PlanState state) {
        List<Fact> facts = new ArrayList<>();
        Plan plan = state.plan();
        add(facts, Word.STEP, stepWords(state.step()) + ", " + word(Word.SINCE) + " " + numbers.day(state.since()));
        String decision = plan.decisionNumber();
        add(
                facts,
                Word.DECISION,
                decision == null ? null : (decision + " " + numbers.day(plan.decisionDate())).strip());
        add(facts, Word.DOCUMENT, state.document());
        if (plan.periodFrom() != null || plan.periodTo() != null) {
            LocalDate end = plan.periodTo();
            String last = numbers.day(end == null ? null : end.minusDays(1));
            add(facts, Word.PERIOD, numbers.day(plan.periodFrom()) + " – " + last);
        }
        add(
                facts,
                Word.VISION,
                plan.visionYear() == null ? null : plan.visionYear().toString());
        add(facts, Word.SUPERSEDES, state.supersedes());
        add(facts, Word.SCHEME, plan.scheme());
        return facts;
    }

    private String stepWords(PlanStep step) {
        return word(Word.valueOf(step.name()));
    }

    private List<String> zoneRow(Zone zone, String remark) {
        String name = zone.names().getOrDefault(language, zone.name());
        return List.of(
                zone.code(),
                name + remark + equivalents(zone),
                zone.indicators().entrySet().stream()
                        .map(entry -> indicator(entry.getKey()) + " " + numbers.plain(entry.getValue()))
                        .collect(Collectors.joining(", ")),
                extent(zone.amount()),
                numbers.hundredths(zone.amount().share()));
    }

    private String indicator(String name) {
        return switch (name) {
            case "buildingDensity" -> word(Word.BUILDING_DENSITY);
            case "floorAreaRatio" -> word(Word.FLOOR_AREA_RATIO);
            case "maxStoreys" -> word(Word.MAX_STOREYS);
            case "minStoreys" -> word(Word.MIN_STOREYS);
            default -> name;
        };
    }

    private String equivalents(Zone zone) {
        return zone.equivalents().stream()
                .filter(equivalent -> equivalent.isLossy() || !equivalent.code().equals(zone.code()))
                .map(equivalent -> "; " + equivalent.scheme() + ": " + equivalent.code()
                        + (equivalent.isLossy() ? " (" + word(Word.LOSS) + ")" : ""))
                .collect(Collectors.joining());
    }

    private List<String> amountRow(Word name, Amount amount) {
        return List.of("", word(name), "", extent(amount), numbers.hundredths(amount.share()));
    }

    private String extent(Amount amount) {
        return numbers.hundredths(byLength ? amount.length() : amount.area());
    }

    private Section overlays(List<FeaturePart> parts) {
        List<List<String>> rows = parts.stream()
                .map(part -> List.of(
                        part.collection(),
                        words(part.id(), part.attributes()),
                        numbers.hundredths(part.amount().area()),
                        numbers.hundredths(part.amount().share())))
                .toList();
        return section(
                word(Word.OVERLAYS),
                List.of(word(Word.LAYER), word(Word.FEATURE), word(Word.AREA), word(Word.SHARE)),
                NUMBERS_OF_PARTS,
                rows);
    }

    private Section nearby(Word heading, List<Nearby> features) {
        List<List<String>> rows = features.stream()
                .map(near -> List.of(
                        near.collection(),
                        words(near.id(), near.attributes()),
                        numbers.hundredths(near.distance()),
                        numbers.hundredths(near.amount().area())))
                .toList();
        String within = ", " + word(Word.WITHIN) + " " + numbers.plain(answer.distance()) + " m";
        return section(
                word(heading) + within,
                List.of(word(Word.LAYER), word(Word.FEATURE), word(Word.DISTANCE), word(Word.AREA)),
                NUMBERS_OF_PARTS,
                rows);
    }

    private Section sources(List<Statement.Source> sources) {
        List<List<String>> rows = sources.stream()
                .map(source -> List.of(
                        source.collection(),
                        source.source() + (source.file() == null ? "" : ", " + source.file()),
                        source.licence() == null ? "" : source.licence(),
                        numbers.day(source.date()),
                        source.rowsRead() == null ? "" : source.rowsRead() + " / " + source.rowsRefused()))
                .toList();
        return section(
                word(Word.SOURCES),
                List.of(word(Word.LAYER), word(Word.SOURCE), word(Word.LICENCE), word(Word.DATE), word(Word.ROWS)),
                0,
                rows);
    }

    private Section section(String heading, List<String> columns, int numericColumns, List<List<String>> rows) {
        return rows.isEmpty()
                ? new Section(heading, List.of(new Fact("", word(Word.NONE))), List.of(), 0, List.of())
                : new Section(heading, List.of(), columns, numericColumns, rows);
    }

    /** The id of a feature and the first name that it bears. */
    private static String words(long id, Map<String, Object> attributes) {
        return NAMES.stream()
                .filter(attributes::containsKey)
                .findFirst()
                .map(name -> id + " " + attributes.get(name))
                .orElse(String.valueOf(id));
    }
}
