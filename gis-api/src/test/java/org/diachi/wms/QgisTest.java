package org.diachi.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** QGIS, without a screen, loads, draws and asks maps and tiles of every version and system. */
class QgisTest {

    @Test
    void findsTheLandmark(@TempDir Path folder) {
        assertThat(MapCity.get().show(folder, "qgis_maps.py")).contains("QGIS is content");
    }
}
