package org.diachi.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.diachi.address.AddressObject;
import org.diachi.address.Lineage;
import org.diachi.city.AddressGrammar;
import org.diachi.city.CityProfile;
import org.diachi.geojson.Decimals;
import org.diachi.http.OutputCrs;
import org.diachi.http.address.AddressWriter;
import org.diachi.http.problem.Problem;
import org.diachi.registry.Registry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * The page of one object, for people with a telephone in their hand: small, without scripts, readable aloud. Every label
 * is in each language of the city that this page knows, the official one first.
 */
@Component
class CodePage {

    private static final String FALLBACK = "en";

    private final AddressGrammar grammar;

    /** What the page says, by language, the official one first. */
    private final Map<String, Properties> words;

    CodePage(Registry registry) {
        CityProfile profile = registry.profile();
        this.grammar = profile.grammar();
        this.words = readWords(profile.languages());
    }

    private static Map<String, Properties> readWords(List<String> languages) {
        Map<String, Properties> words = new LinkedHashMap<>();
        languages.forEach(language -> readWords(language).ifPresent(found -> words.put(language, found)));
        return words.isEmpty() ? Map.of(FALLBACK, readWords(FALLBACK).orElseThrow()) : words;
    }

    private static Optional<Properties> readWords(String language) {
        try (InputStream in = CodePage.class.getResourceAsStream("words_" + language + ".properties")) {
            if (in == null) {
                return Optional.empty();
            }
            Properties found = new Properties();
            found.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return Optional.of(found);
        } catch (IOException e) {
            throw new UncheckedIOException("The words of the page cannot be read", e);
        }
    }

    /** The page of an object. */
    byte[] of(AddressObject object, OutputCrs crs) {
        String status = object.status().label();
        StringBuilder body = new StringBuilder("<main class=\"" + status + "\"><h1>" + object.code() + "</h1><dl>");
        add(body, "address", AddressWriter.addressLine(object, grammar));
        add(body, "name", object.name());
        addLabelled(body, "kind", object.kind().label());
        addLabelled(body, "status", status);
        addLinks(body, "successors", object.successors());
        addLinks(body, "predecessors", object.predecessors());
        add(body, "validFrom", object.valid().from().toString());
        add(body, "position", position(object, crs));
        body.append("</dl><p>");
        addLink(body, "/?code=" + object.code(), "map");
        addLink(body, "/api/v1/addresses/" + object.code(), "data");
        body.append("</p></main>");
        return document(object.code().toString(), body);
    }

    private static String position(AddressObject object, OutputCrs crs) {
        double[] xy = {object.position().getX(), object.position().getY()};
        crs.transform().apply(xy, 1);
        Decimals decimals = new Decimals(6);
        return decimals.text(xy[1]) + ", " + decimals.text(xy[0]);
    }

    /** The page for a code that no object has. */
    byte[] ofUnknown(Problem problem) {
        StringBuilder body = new StringBuilder("<main><h1>" + label("unknown") + "</h1>");
        if (!problem.candidates().isEmpty()) {
            body.append("<p>").append(label("candidates")).append("</p><ul>");
            problem.candidates()
                    .forEach(candidate -> body.append("<li>")
                            .append(link(candidate.code()))
                            .append(" – ")
                            .append(escape(candidate.address()))
                            .append("</li>"));
            body.append("</ul>");
        }
        return document(words.values().iterator().next().getProperty("unknown"), body.append("</main>"));
    }

    private byte[] document(String title, StringBuilder body) {
        String html = "<!DOCTYPE html><html lang=\"" + words.keySet().iterator().next()
                + "\"><head><meta charset=\"utf-8\"><title>"
                + escape(title)
                + "</title><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
                + "<link rel=\"icon\" href=\"/assets/icon.svg\">"
                + "<link rel=\"stylesheet\" href=\"/assets/style.css\"></head><body class=\"plate\">"
                + body
                + "</body></html>";
        return html.getBytes(StandardCharsets.UTF_8);
    }

    private void add(StringBuilder body, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            body.append("<dt>")
                    .append(label(key))
                    .append("</dt><dd>")
                    .append(escape(value))
                    .append("</dd>");
        }
    }

    private void addLabelled(StringBuilder body, String key, String value) {
        body.append("<dt>")
                .append(label(key))
                .append("</dt><dd>")
                .append(label(value))
                .append("</dd>");
    }

    private void addLink(StringBuilder body, String href, String key) {
        body.append("<a href=\"").append(href).append("\">").append(label(key)).append("</a> ");
    }

    private void addLinks(StringBuilder body, String key, List<Lineage> links) {
        if (!links.isEmpty()) {
            body.append("<dt>").append(label(key)).append("</dt>");
            links.forEach(link -> body.append("<dd>")
                    .append(link(link.code().toString()))
                    .append(" (")
                    .append(link.effective())
                    .append(")</dd>"));
        }
    }

    private static String link(String code) {
        return "<a href=\"/" + code + "\">" + code + "</a>";
    }

    /** In each language of the city, marked so that it is read aloud rightly. */
    private String label(String key) {
        return words.entrySet().stream()
                .map(each -> "<span lang=\"" + each.getKey() + "\">"
                        + each.getValue().getProperty(key) + "</span>")
                .collect(Collectors.joining(" · "));
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
