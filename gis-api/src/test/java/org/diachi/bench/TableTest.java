package org.diachi.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void numbersStandBelowOneAnother() {
        Table table = new Table("round", "rows/s").row("1", "9,999").row("2", "12,345");
        assertThat(table.toString().lines()).containsExactly("round  rows/s", "1       9,999", "2      12,345");
    }

    @Test
    void aRowHasAllCells() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Table("round", "rows/s").row("1"));
    }
}
