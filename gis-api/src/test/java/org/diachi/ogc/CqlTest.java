package org.diachi.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diachi.Http;
import org.diachi.Http.Reply;
import org.diachi.TestCity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every filter of the tables beside answers what independent SQL answers, and says where it is wrong if it is. */
class CqlTest {

    private static final Pattern PROPERTY =
            Pattern.compile("\\b(name|kind|storeys|ratio|listed|validFrom|validTo|geometry)\\b");
    private static final Pattern STRING = Pattern.compile("'(?:[^']|'')*'");
    private static final Pattern LAST_TOKEN = Pattern.compile("(\\d+E-\\d+|[\\w.:]+|'(?:[^']|'')*'|[^\\s\\w])\\s*$");

    static final List<Line> TEXT = read("cql2-text.txt");
    static final List<Line> JSON = read("cql2-json.txt");
    static final List<Line> ECQL = read("ecql.txt");

    record Line(String filter, String sql) {

        @Override
        public String toString() {
            return filter;
        }
    }

    private static List<Line> read(String file) {
        try (InputStream in = CqlTest.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" \\|\\|\\| ", 2))
                    .map(parts -> new Line(parts[0], parts[1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reply ask(String filter, String language) {
        String path = "/ogc/collections/" + SampleLayer.COLLECTION + "/items?datetime=../..&limit=1000&filter-lang="
                + language + "&filter=" + Http.encode(filter);
        return Http.get(path, "Authorization", "Bearer " + SampleLayer.key());
    }

    private static void isAnsweredAsBySql(Line line, String language) {
        Reply reply = ask(line.filter(), language);
        List<String> expected = TestCity.get()
                .jdbc()
                .queryForList("SELECT id::text FROM cql_sample WHERE " + line.sql() + " ORDER BY id", String.class);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.each("/features", "/id")).isEqualTo(expected);
    }

    private static void isRefusedAt(String filter, String language, String place) {
        Reply reply = ask(filter, language);
        assertThat(reply.status()).as(filter).isEqualTo(400);
        assertThat(reply.at("/parameter")).isEqualTo("filter");
        assertThat(reply.at("/detail")).as(filter).startsWith("The filter is wrong at " + place + ":");
    }

    @ParameterizedTest
    @FieldSource("TEXT")
    void textIsAnsweredAsBySql(Line line) {
        SampleLayer.key();
        isAnsweredAsBySql(line, "cql2-text");
    }

    @ParameterizedTest
    @FieldSource("TEXT")
    void aWrongTextSaysWhere(Line line) {
        String filter = line.filter();
        // Texts in quotes are made unlike any property, as long as they are.
        Matcher property = PROPERTY.matcher(STRING.matcher(filter)
                .replaceAll(text -> "#".repeat(text.group().length())));
        if (property.find()) {
            String misspelt = filter.substring(0, property.start()) + "nosuch" + filter.substring(property.end());
            int quote = property.start() > 0 && filter.charAt(property.start() - 1) == '"' ? 0 : 1;
            isRefusedAt(misspelt, "cql2-text", "character " + (property.start() + quote));
        }
        Matcher last = LAST_TOKEN.matcher(filter);
        assertThat(last.find()).isTrue();
        String cut = filter.substring(0, last.start()) + "?";
        isRefusedAt(cut, "cql2-text", "character " + cut.length());
        if (!cut.equals("?")) {
            isRefusedAt(filter.substring(0, last.start()), "cql2-text", "character " + cut.length());
        }
    }

    @ParameterizedTest
    @FieldSource("JSON")
    void jsonIsAnsweredAsBySql(Line line) {
        SampleLayer.key();
        isAnsweredAsBySql(line, "cql2-json");
    }

    @ParameterizedTest
    @FieldSource("JSON")
    void wrongJsonSaysWhere(Line line) {
        String misspelt = line.filter().replaceFirst("\"property\":\"\\w+\"", "\"property\":\"nosuch\"");
        Reply reply = ask(misspelt, "cql2-json");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/detail")).contains("wrong at /", "/args/", "\"nosuch\"");
        String cut = line.filter().substring(0, line.filter().length() - 1);
        isRefusedAt(cut, "cql2-json", "character " + (cut.length() + 1));
    }

    @ParameterizedTest
    @FieldSource("ECQL")
    void ecqlIsAnsweredAsBySql(Line line) {
        SampleLayer.key();
        isAnsweredAsBySql(line, "ecql");
    }

    @ParameterizedTest
    @FieldSource("ECQL")
    void wrongEcqlSaysWhere(Line line) {
        Matcher property = PROPERTY.matcher(line.filter());
        if (property.find()) {
            String misspelt = line.filter().substring(0, property.start()) + "nosuch"
                    + line.filter().substring(property.end());
            isRefusedAt(misspelt, "ecql", "character " + (property.start() + 1));
        }
        Reply reply = ask(line.filter() + " ?", "ecql");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/detail")).contains("wrong at character ");
    }
}
