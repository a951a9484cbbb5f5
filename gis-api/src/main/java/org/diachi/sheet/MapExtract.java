package org.diachi.sheet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.diachi.landuse.PlanState;
import org.diachi.landuse.statement.Statement.PlanPart;
import org.diachi.landuse.statement.Statement.Zone;
import org.diachi.layer.FeatureQuery;
import org.diachi.layer.FeatureReader;
import org.diachi.layer.Layer;
import org.diachi.pack.LayerStyles;
import org.diachi.portrayal.LegendGraphic;
import org.diachi.portrayal.Picture;
import org.diachi.portrayal.png.PngEncoder;
import org.diachi.portrayal.style.MapStyle;
import org.diachi.registry.Registry;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Draws the surroundings of a subject as its statement has them: the zones of its first plan. Thread-safe. */
public final class MapExtract {

    private static final int MOST_ZONES = 3000;
    private static final int SAMPLE_WIDTH = 60;
    private static final int SAMPLE_HEIGHT = 36;
    private static final int WHITE = 0xFFFFFFFF;

    private final FeatureReader features;
    private final Layer zones;
    private final MapStyle style;
    private final int srid;

    /** Extracts of a register in the styles of its maps. */
    public MapExtract(Registry registry, LayerStyles styles) {
        this.features = registry.featureReader();
        this.zones = registry.layers().find("zones").orElseThrow();
        this.style = styles.usual("zones");
        this.srid = registry.profile().storageCrs().epsg();
    }

    /** The picture as a PNG file. */
    byte[] png(LandUseAnswer answer, ExtractFrame frame) {
        ExtractPicture picture = new ExtractPicture(frame);
        if (!answer.statement().plans().isEmpty()) {
            PlanState plan = answer.statement().plans().get(0).plan();
            Period day = new Period(
                    answer.snapshot().asOf(), answer.snapshot().asOf().plusDays(1));
            String identifier = plan == null ? null : plan.plan().identifier();
            FeatureQuery query = new FeatureQuery(day, area(frame.box()), identifier, Map.of(), 0).withDrafts(true);
            picture.draw(style, features.list(zones, query, answer.snapshot().seq(), MOST_ZONES));
        }
        return picture.png();
    }

    private Geometry area(Envelope box) {
        Geometry area = new GeometryFactory().toGeometry(box);
        area.setSRID(srid);
        return area;
    }

    /**
     * An entry of a legend.
     *
     * @param png a sample of how the zones are drawn
     * @param zone any of the zones of the code
     * @param area of all of them on the subject
     * @param share of all of them
     */
    record Entry(byte[] png, Zone zone, double area, double share) {}

    /** The codes on the subject, the largest area first. */
    List<Entry> legend(PlanPart part) {
        Map<String, List<Zone>> byCode = new LinkedHashMap<>();
        part.zones()
                .forEach(zone -> byCode.computeIfAbsent(zone.code(), code -> new ArrayList<>())
                        .add(zone));
        List<Entry> entries = new ArrayList<>();
        byCode.values()
                .forEach(same -> entries.add(new Entry(
                        sample(same.get(0)),
                        same.get(0),
                        same.stream().mapToDouble(zone -> zone.amount().area()).sum(),
                        same.stream().mapToDouble(zone -> zone.amount().share()).sum())));
        entries.sort(Comparator.comparingDouble((Entry entry) -> -entry.share())
                .thenComparing(entry -> entry.zone().code()));
        return entries;
    }

    private byte[] sample(Zone zone) {
        Function<String, @Nullable Object> attributes = name -> switch (name) {
            case "code" -> zone.code();
            case "scheme" -> zone.scheme();
            default -> null;
        };
        BitSet rules = style.drawn(style.matching(attributes), 1);
        LegendGraphic.Sample sample = new LegendGraphic.Sample(SAMPLE_WIDTH, SAMPLE_HEIGHT, 2, WHITE);
        int rule = Math.max(0, rules.nextSetBit(0));
        Picture picture = LegendGraphic.ofRule(style, rule, sample);
        return new PngEncoder().encode(picture.argb(), picture.width(), picture.height(), PngEncoder.Kind.RGB);
    }
}
