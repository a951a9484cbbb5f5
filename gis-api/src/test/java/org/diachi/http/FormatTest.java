package org.diachi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.diachi.http.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of GeoJSON, CSV and HTML a caller gets. */
class FormatTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            value = {
                "-       | -                                     | GEOJSON",
                "-       | */*                                   | GEOJSON",
                "-       | text/csv                              | CSV",
                "-       | text/*                                | CSV",
                "-       | text/html, */*;q=0.8                  | HTML",
                "-       | text/csv;q=0.5, text/html;q=0.9       | HTML",
                "-       | application/*;q=0.1, text/csv;q=0     | GEOJSON",
                "csv     | text/html                             | CSV",
                "geojson | image/png                             | GEOJSON"
            })
    void theParameterGoesBeforeTheHeader(String f, String accept, Format expected) {
        assertThat(Format.choose(f, accept, Format.GEOJSON, Format.CSV, Format.HTML))
                .isEqualTo(expected);
    }

    @Test
    void whatIsNotOfferedIsRefused() {
        assertThatThrownBy(() -> Format.choose("pdf", null, Format.GEOJSON)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> Format.choose(null, "image/png", Format.GEOJSON))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> Format.choose(null, "nonsense", Format.GEOJSON))
                .isInstanceOf(ProblemException.class);
    }
}
