package org.diachi.ogc;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.diachi.http.Body;
import org.diachi.http.HtmlText;
import org.diachi.http.Links;
import org.diachi.http.OutputCrs;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Features as a page that people can read: a map of them, a table, and where to go from there. */
final class ItemsPage {

    private final Collection collection;
    private final Members members;
    private final OutputCrs degrees;

    /** @param degrees longitude and latitude, for the map */
    ItemsPage(Collection collection, Members members, OutputCrs degrees) {
        this.collection = collection;
        this.members = members;
        this.degrees = degrees;
    }

    Body of(List<Item> items, List<Links.Link> links) {
        String title = collection.titles().getOrDefault("en", collection.id());
        StringBuilder page = new StringBuilder(HtmlText.head(title));
        List<Geometry> shapes = items.stream()
                .map(Item::shape)
                .filter(shape -> shape != null && !shape.isEmpty())
                .map(degrees::apply)
                .toList();
        page.append(new ShapesSketch(shapes).svg());
        page.append("<p>")
                .append(items.size())
                .append(items.size() == 1 ? " feature" : " features")
                .append("</p>\n");
        links.stream()
                .filter(link -> link.rel().equals("next"))
                .forEach(link -> page.append("<p><a rel=\"next\" href=\"")
                        .append(HtmlText.escaped(link.href()))
                        .append("\">Next page</a></p>\n"));
        appendTable(page, items);
        page.append("<p>");
        links.forEach(link -> page.append("<a href=\"")
                .append(HtmlText.escaped(link.href()))
                .append("\">")
                .append(HtmlText.escaped(link.rel() + " (" + link.type() + ")"))
                .append("</a> "));
        page.append("</p>\n").append(HtmlText.FOOT);
        return Body.of(page.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void appendTable(StringBuilder page, List<Item> items) {
        List<String> names = items.stream()
                .flatMap(item -> item.values().get().keySet().stream())
                .distinct()
                .filter(name -> members.contains(name) && !name.equals("id"))
                .sorted()
                .toList();
        page.append("<table><thead><tr><th>id</th>");
        names.forEach(name -> page.append("<th>").append(HtmlText.escaped(name)).append("</th>"));
        page.append("</tr></thead><tbody>\n");
        for (Item item : items) {
            Map<String, @Nullable Object> values = item.values().get();
            page.append("<tr><td><a href=\"/ogc/collections/")
                    .append(Links.encode(collection.id()))
                    .append("/items/")
                    .append(Links.encode(item.id()))
                    .append("?f=html\">")
                    .append(HtmlText.escaped(item.id()))
                    .append("</a></td>");
            for (String name : names) {
                Object value = values.get(name);
                page.append("<td>")
                        .append(value == null ? "" : HtmlText.escaped(value.toString()))
                        .append("</td>");
            }
            page.append("</tr>\n");
        }
        page.append("</tbody></table>\n");
    }
}
