package org.diachi.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.diachi.value.Crs;
import org.junit.jupiter.api.Test;

class CsvWriterTest {

    @Test
    void pointsGoIntoTwoColumns() throws Exception {
        FeatureType type = Layers.type(GeometryKind.POINT, Crs.CRS84);
        assertThat(write(out -> CsvWriter.withPoint(out, type, "lon", "lat"), Layers.points()))
                .isEqualTo("name,count,height,open,since,lon,lat\r\n"
                        + "\"a\nb\",1,-0.5,true,1999-12-31,107.5731265,16.4639398\r\n"
                        + ",,,,,,\r\n");
    }

    @Test
    void anyGeometryGoesIntoWellKnownText() throws Exception {
        FeatureType type = Layers.type(GeometryKind.POLYGON, Layers.UTM);
        assertThat(write(out -> CsvWriter.withWkt(out, type, "wkt"), Layers.polygons()))
                .isEqualTo("name,count,height,open,since,wkt\r\n"
                        + "\"Chợ Đông Ba, \"\"mới\"\"\",3,2.5,true,2025-07-01,"
                        + "\"POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (2 2, 2 4, 4 4, 4 2, 2 2))\"\r\n"
                        + "\"\",-1,0.001,false,,\"POLYGON ((20 20, 30 20, 25 28, 20 20))\"\r\n"
                        + ",,,,,\r\n");
    }

    @Test
    void refusesOtherGeometriesThanPoints() {
        FeatureType type = Layers.type(GeometryKind.POLYGON, Layers.UTM);
        assertThatThrownBy(() -> CsvWriter.withPoint(OutputStream.nullOutputStream(), type, "x", "y"))
                .isInstanceOf(IllegalArgumentException.class);
        FeatureType points = Layers.type(GeometryKind.POINT, Layers.UTM);
        assertThatThrownBy(() -> write(out -> CsvWriter.withPoint(out, points, "x", "y"), Layers.polygons()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Polygon");
    }

    private interface Opening {
        CsvWriter open(OutputStream out) throws IOException;
    }

    private static String write(Opening opening, List<Feature> features) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CsvWriter writer = opening.open(bytes)) {
            for (Feature feature : features) {
                writer.write(feature);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
