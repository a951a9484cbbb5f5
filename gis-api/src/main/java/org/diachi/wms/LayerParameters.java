package org.diachi.wms;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.diachi.pack.LayerStyles;
import org.diachi.pack.MapPacks;
import org.diachi.pack.PackLayer;
import org.diachi.pack.PackState;
import org.diachi.portrayal.sld.SldReader;
import org.diachi.portrayal.style.IconFolder;
import org.diachi.portrayal.style.MapStyle;
import org.diachi.portrayal.style.StyleException;
import org.diachi.wms.map.MapLayer;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;

/** Reads which layers are wanted in which styles. Thread-safe. */
final class LayerParameters {

    /** The most layers of one picture. */
    static final int MOST_LAYERS = 50;

    private static final int MOST_SLD_LETTERS = 100_000;

    private final MapPacks packs;
    private final LayerStyles styles;

    LayerParameters(MapPacks packs, LayerStyles styles) {
        this.packs = packs;
        this.styles = styles;
    }

    /**
     * The layers of LAYERS with their styles and filters.
     *
     * @throws ServiceException if one is unknown, or there are too many
     */
    List<MapLayer> read(Kvp kvp) {
        if (kvp.find("SLD").isPresent()) {
            throw new ServiceException(
                    ServiceException.INVALID_VALUE, "SLD", "Nothing is fetched. Send the style itself as SLD_BODY.");
        }
        List<SldReader.StyledLayer> sent = sent(kvp.get("SLD_BODY", ""));
        List<String> names = kvp.list("LAYERS");
        if (names.isEmpty()) {
            names = sent.stream().map(SldReader.StyledLayer::layer).toList();
        }
        List<PackState> states = states("LAYERS", names);
        List<String> styleNames = styleNames(kvp, states.size());
        List<Filter> filters = CqlParameter.read(
                kvp.get("CQL_FILTER", ""),
                states.stream().map(state -> state.layer().columns()).toList());
        List<MapLayer> layers = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            PackLayer layer = states.get(i).layer();
            Optional<MapStyle> own = sent.isEmpty() ? Optional.empty() : Optional.of(sentStyle(sent, layer));
            MapStyle style = own.isPresent() ? own.get() : style(layer, styleNames.get(i));
            layers.add(new MapLayer(states.get(i), style, own.isEmpty(), filters.get(i)));
        }
        return layers;
    }

    /**
     * Layers by their names.
     *
     * @param parameter that names them
     */
    List<PackState> states(String parameter, List<String> names) {
        if (names.isEmpty()) {
            throw new ServiceException(
                    ServiceException.MISSING_VALUE, parameter, "The parameter " + parameter + " is missing.");
        }
        if (names.size() > MOST_LAYERS) {
            throw new ServiceException(
                    ServiceException.INVALID_VALUE,
                    parameter,
                    names.size() + " layers are too many for one picture. Ask for at most " + MOST_LAYERS + ".");
        }
        return names.stream().map(name -> state(parameter, name)).toList();
    }

    private PackState state(String parameter, String name) {
        return packs.find(name)
                .orElseThrow(() -> new ServiceException(
                        "LayerNotDefined",
                        parameter,
                        packs.list().isEmpty()
                                ? "The layers are not ready yet. Ask again in a minute."
                                : "There is no layer \"" + Kvp.shorten(name) + "\". Known are "
                                        + String.join(
                                                ", ",
                                                packs.list().stream()
                                                        .map(state ->
                                                                state.layer().collection())
                                                        .toList())
                                        + "."));
    }

    private static List<String> styleNames(Kvp kvp, int layers) {
        List<String> names = kvp.list("STYLES");
        if (names.isEmpty()) {
            return Collections.nCopies(layers, "");
        }
        if (names.size() != layers) {
            throw new ServiceException(
                    "StyleNotDefined",
                    "STYLES",
                    "There are " + names.size() + " styles for " + layers + " layers. Name one for each, or none.");
        }
        return names;
    }

    private MapStyle style(PackLayer layer, String name) {
        if (name.isEmpty() || name.equals("default")) {
            return styles.usual(layer);
        }
        return styles.find(layer, name)
                .orElseThrow(() -> new ServiceException(
                        "StyleNotDefined",
                        "STYLES",
                        "The layer " + layer.collection() + " has no style \"" + Kvp.shorten(name) + "\". Known are "
                                + String.join(
                                        ", ",
                                        styles.list(layer).stream()
                                                .map(entry -> entry.style().name())
                                                .toList())
                                + "."))
                .style();
    }

    private static List<SldReader.StyledLayer> sent(String document) {
        if (document.isEmpty()) {
            return List.of();
        }
        if (document.length() > MOST_SLD_LETTERS) {
            throw invalidSld("It is longer than " + MOST_SLD_LETTERS + " letters", null);
        }
        try {
            List<SldReader.StyledLayer> sent =
                    SldReader.read(document.getBytes(StandardCharsets.UTF_8), IconFolder.NONE);
            sent.forEach(styled ->
                    styled.style().rules().forEach(rule -> SafeFilters.requireCheap(rule.filter(), "SLD_BODY")));
            return sent;
        } catch (StyleException e) {
            throw invalidSld(String.valueOf(e.getMessage()), e);
        }
    }

    private static ServiceException invalidSld(String why, @Nullable Exception cause) {
        return new ServiceException(
                ServiceException.INVALID_VALUE, "SLD_BODY", "The style cannot be used. " + why + ".", cause);
    }

    private static MapStyle sentStyle(List<SldReader.StyledLayer> sent, PackLayer layer) {
        return sent.stream()
                .filter(styled -> styled.layer().equals(layer.collection())
                        || styled.layer().isEmpty())
                .findFirst()
                .orElseThrow(() -> new ServiceException(
                        "StyleNotDefined",
                        "SLD_BODY",
                        "The document has no style for the layer " + layer.collection() + "."))
                .style();
    }
}
