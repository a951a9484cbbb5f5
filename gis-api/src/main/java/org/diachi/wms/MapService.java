package org.diachi.wms;

import java.util.ArrayList;
import java.util.List;
import org.diachi.change.ChangeReader;
import org.diachi.city.CityProfile;
import org.diachi.http.Etag;
import org.diachi.pack.LayerStyles;
import org.diachi.pack.MapPacks;
import org.diachi.pack.RegisterStates;
import org.diachi.registry.Registry;
import org.diachi.security.Caller;
import org.diachi.wms.map.FrameBox;
import org.diachi.wms.map.MapFrame;
import org.diachi.wms.map.MapHits;
import org.diachi.wms.map.MapRenderer;

/** What the services that draw maps have in common. Thread-safe. */
public final class MapService {

    private static final int MOST_FEATURES = 1_000;

    private final CityProfile profile;
    private final LayerStyles styles;
    private final FrameParameters frames;
    private final LayerParameters layers;
    private final GetMap getMap;
    private final MapHits hits = new MapHits();
    private final MapPacks packs;
    private final ChangeReader changes;
    private final AskedStates states;

    /** The maps of a register. */
    public MapService(Registry registry, MapPacks packs, RegisterStates states, LayerStyles styles) {
        MapRenderer renderer = new MapRenderer();
        this.profile = registry.profile();
        this.packs = packs;
        this.changes = registry.changes();
        this.states = new AskedStates(states);
        this.styles = styles;
        this.frames = new FrameParameters(profile, renderer.mostPixels());
        this.layers = new LayerParameters(packs, styles);
        this.getMap = new GetMap(renderer);
    }

    /** The styles of the layers. */
    public LayerStyles styles() {
        return styles;
    }

    FrameParameters frames() {
        return frames;
    }

    LayerParameters layers() {
        return layers;
    }

    /** What a request of WMS asks for. */
    MapQuestion question(Kvp kvp, WmsVersion version) {
        return question(frames.read(kvp, version), kvp);
    }

    /** What is asked for of one layer in a frame. */
    public MapQuestion question(MapFrame frame, String layer, Kvp kvp) {
        kvp.put("LAYERS", layer);
        kvp.put("STYLES", kvp.get("STYLE", ""));
        return question(frame, kvp);
    }

    private MapQuestion question(MapFrame frame, Kvp kvp) {
        return new MapQuestion(
                frame,
                layers.read(kvp),
                TimeParameter.read(kvp.find("TIME").orElse(null), profile.today(), profile.timeZone()),
                knowledge(kvp));
    }

    private Knowledge knowledge(Kvp kvp) {
        Long seq =
                KnownParameter.read(kvp, profile.timeZone()).map(changes::seqAt).orElse(null);
        return new Knowledge(seq, Caller.seesDrafts());
    }

    /**
     * The tag of a picture. A plan may come to its next step at midnight without an entry in the log.
     *
     * @param request as it was written
     */
    public Etag etag(MapQuestion question, String request) {
        return Etag.ofList(question.changed(), request, question.days(), question.knowledge(), packs.day());
    }

    /** The picture. */
    WmsAnswer map(MapQuestion question, GetMap.Paper paper) {
        return states.answer(
                question,
                () -> FrameBox.ofPicture(question.frame(), profile.storageCrs()),
                asked -> getMap.answer(asked, paper));
    }

    /** The picture of a tile; where nothing is drawn it lets through. */
    public WmsAnswer tile(MapQuestion question, Kvp kvp) {
        kvp.put("TRANSPARENT", kvp.get("TRANSPARENT", "TRUE"));
        return map(question, GetMap.Paper.read(kvp));
    }

    /**
     * What is at a pixel, of the layers that are asked about; of all if none is named.
     *
     * @param across the name of the parameter for the pixel from the left
     * @param down the name of that from above
     */
    public WmsAnswer featureInfo(MapQuestion question, Kvp kvp, String across, String down) {
        List<String> wanted = kvp.list(kvp.find("QUERY_LAYERS").isPresent() ? "QUERY_LAYERS" : "LAYERS");
        layers.states("QUERY_LAYERS", wanted);
        wanted.forEach(name -> requireDrawn(name, question));
        String name = kvp.get("INFO_FORMAT", kvp.get("INFOFORMAT", "text/plain"));
        InfoFormat format = InfoFormat.find(name)
                .orElseThrow(() -> new ServiceException(
                        "InvalidFormat",
                        "INFO_FORMAT",
                        "There is no information of the format \"" + Kvp.shorten(name) + "\". Known are "
                                + String.join(", ", InfoFormat.names()) + "."));
        int i = pixel(kvp, across, question.frame().width());
        int j = pixel(kvp, down, question.frame().height());
        int most = features(kvp.get("FEATURE_COUNT", "1"));
        List<MapHits.Hit> found = states.answer(
                question.of(question.layers().stream()
                        .filter(layer -> wanted.contains(layer.state().layer().collection()))
                        .toList()),
                () -> FrameBox.ofPixel(question.frame(), i, j, profile.storageCrs()),
                asked -> hits(asked, i, j, most));
        return FeatureInfo.write(format, found);
    }

    /** The topmost layer first. */
    private List<MapHits.Hit> hits(MapQuestion question, int i, int j, int most) {
        List<MapHits.Hit> found = new ArrayList<>();
        for (int n = question.layers().size() - 1; n >= 0; n--) {
            found.addAll(hits.at(question.layers().get(n), question.frame(), question.days(), i, j, most));
        }
        return found;
    }

    private static void requireDrawn(String name, MapQuestion question) {
        if (question.layers().stream()
                .noneMatch(layer -> layer.state().layer().collection().equals(name))) {
            throw new ServiceException(
                    "LayerNotDefined",
                    "QUERY_LAYERS",
                    "The layer \"" + Kvp.shorten(name) + "\" is asked about, but is none of the LAYERS of the map.");
        }
    }

    /** What is no positive number means 1 (OGC 06-042, 7.4.3.6). */
    private static int features(String text) {
        int number = text.matches("\\d{1,9}") ? Integer.parseInt(text) : 1;
        return Math.max(1, Math.min(MOST_FEATURES, number));
    }

    private static int pixel(Kvp kvp, String name, int size) {
        String text = kvp.get(name);
        try {
            return kvp.number(name, text, 0, size - 1);
        } catch (ServiceException e) {
            throw new ServiceException("InvalidPoint", name, e.text(), e);
        }
    }
}
