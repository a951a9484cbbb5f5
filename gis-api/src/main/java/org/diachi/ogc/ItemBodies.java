package org.diachi.ogc;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.diachi.http.Body;
import org.diachi.http.CrsParameters;
import org.diachi.http.Format;
import org.diachi.http.Links;
import org.diachi.http.OutputCrs;
import org.diachi.http.geojson.GeoJson;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Features as documents: GeoJSON, JSON-FG and pages that people read, with their links. */
@Component
class ItemBodies {

    private final Links links;
    private final CrsParameters systems;

    ItemBodies(Links links, CrsParameters systems) {
        this.links = links;
        this.systems = systems;
    }

    /**
     * How the features of one answer are written.
     *
     * @param members which of their properties
     */
    record Writing(Collection collection, Format format, OutputCrs crs, Members members) {}

    /** Where the present answer is, in all its formats, and what it is of. */
    List<Links.Link> around(Collection collection, Format present, Format... formats) {
        List<Links.Link> all = new ArrayList<>(List.of(links.self(present)));
        for (Format format : formats) {
            if (format != present) {
                all.add(links.alternate(format));
            }
        }
        all.add(collectionLink(collection));
        return all;
    }

    /** Where the collection of a feature is described. */
    Links.Link collectionLink(Collection collection) {
        return new Links.Link(
                links.to("/ogc/collections/" + Links.encode(collection.id())), "collection", "application/json");
    }

    /**
     * A page of features.
     *
     * @param matched how many there are on all pages, if that is known
     */
    Body page(Writing writing, List<Item> page, OptionalLong matched, List<Links.Link> all) {
        return switch (writing.format()) {
            case HTML -> html(writing).of(page, all);
            case JSONFG -> jsonFg(writing).collection(page, matched, all);
            default ->
                GeoJson.collection(
                        json -> {
                            page.forEach(item -> writing.members().write(item, json, writing.crs()));
                            return page.size();
                        },
                        matched,
                        all);
        };
    }

    /** One feature. */
    Body one(Writing writing, Item item, List<Links.Link> all) {
        return switch (writing.format()) {
            case HTML -> html(writing).of(List.of(item), all);
            case JSONFG -> jsonFg(writing).feature(item, all);
            default -> linked(writing.members().tree(item, writing.crs()), all);
        };
    }

    private ItemsPage html(Writing writing) {
        return new ItemsPage(writing.collection(), writing.members(), systems.output(null));
    }

    private JsonFg jsonFg(Writing writing) {
        OutputCrs crs = writing.crs();
        OutputCrs degrees =
                systems.output(null).simplifiedTo(crs.offset() * crs.storage().metresPerUnit());
        return new JsonFg(writing.collection().id(), crs, degrees, writing.members());
    }

    private static Body linked(ObjectNode feature, List<Links.Link> all) {
        return GeoJson.feature(json -> {
            json.writeStartObject();
            for (String name : feature.propertyNames()) {
                json.writeName(name);
                Members.JSON.writeValue(json, feature.get(name));
            }
            GeoJson.writeLinks(json, all);
            json.writeEndObject();
        });
    }
}
