package org.diachi.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ValuesTest {

    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);

    @Test
    void kindsAndStatusesHaveTheNamesOfTheContract() {
        assertThat(AddressKind.values())
                .extracting(AddressKind::label)
                .containsExactly("building", "business", "publicSpace");
        assertThat(AddressStatus.values())
                .extracting(AddressStatus::label)
                .containsExactly("proposed", "current", "retired", "rejected");
        assertThat(AddressKind.of("publicSpace")).isEqualTo(AddressKind.PUBLIC_SPACE);
        assertThat(AddressStatus.of("retired")).isEqualTo(AddressStatus.RETIRED);
        assertThatThrownBy(() -> AddressKind.of("BUILDING")).hasMessageContaining("'BUILDING'");
        assertThatThrownBy(() -> AddressStatus.of("gone")).hasMessageContaining("'gone'");
    }

    @Test
    void periodsAreHalfOpen() {
        Period before = new Period(Period.BEGINNING, REFORM);
        Period since = Period.since(REFORM);
        assertThat(before.contains(REFORM.minusDays(1))).isTrue();
        assertThat(before.contains(REFORM)).isFalse();
        assertThat(since.contains(REFORM)).isTrue();
        assertThat(since.isOpen()).isTrue();
        assertThat(before.overlaps(since)).isFalse();
        assertThat(before.overlaps(Period.since(REFORM.minusDays(1)))).isTrue();
        assertThatThrownBy(() -> new Period(REFORM, REFORM)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void externalIdsHaveASchemeAndAValue() {
        assertThat(new ExternalId("osm", "way/42")).hasToString("osm:way/42");
        assertThatThrownBy(() -> new ExternalId("open street map", "1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ExternalId("osm", " ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void accuraciesAreMetresOrUnknown() {
        assertThat(new PositionQuality("survey", 0.3).accuracyMetres()).isEqualTo(0.3);
        assertThat(new PositionQuality("survey", null).accuracyMetres()).isNull();
        assertThatThrownBy(() -> new PositionQuality("survey", -1.0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PositionQuality("survey", Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
