package org.diachi.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.diachi.ClientProcess;
import org.diachi.security.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** QGIS, without a screen, loads and filters a layer, and its edits arrive. */
class QgisFeaturesTest {

    @Test
    void loadsFiltersAndEdits(@TempDir Path folder) {
        FeatureLayer layer = FeatureLayer.create("qgis-edits", 14);
        EditedCity city = EditedCity.get();
        String key = city.key(Role.EDITOR);
        assertThat(ClientProcess.python(
                        folder, "qgis_features.py", city.base(), layer.collection(), "14", key, "572000", "1842000"))
                .contains("QGIS is content");
        assertThat(city.database()
                        .jdbc()
                        .queryForList(
                                "SELECT act FROM registry.change WHERE kind = ? AND seq > ? ORDER BY seq",
                                String.class,
                                layer.collection(),
                                layer.seq()))
                .containsExactly("register", "change", "retire");
    }
}
