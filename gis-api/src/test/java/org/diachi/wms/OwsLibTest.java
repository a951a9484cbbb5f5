package org.diachi.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OWSLib reads capabilities, maps, information and tiles of every version and system. */
class OwsLibTest {

    @Test
    void findsTheLandmark(@TempDir Path folder) {
        assertThat(MapCity.get().show(folder, "owslib_maps.py")).contains("OWSLib is content");
    }
}
