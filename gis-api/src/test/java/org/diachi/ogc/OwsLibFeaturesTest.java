package org.diachi.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.diachi.ClientProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OWSLib walks the landing page, the contract, all collections, their schemas, pages and features. */
class OwsLibFeaturesTest {

    @Test
    void walksEverything(@TempDir Path folder) {
        FeatureLayer layer = FeatureLayer.create("owslib-walk", 23);
        assertThat(ClientProcess.python(
                        folder, "owslib_features.py", EditedCity.get().base(), layer.collection(), "23", "species"))
                .contains("OWSLib is content");
    }
}
