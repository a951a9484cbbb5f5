package org.diachi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.diachi.change.Snapshot;
import org.diachi.http.problem.ProblemException;
import org.junit.jupiter.api.Test;

/** Cursors go out and come back, and no others come in. */
class CursorTest {

    private final Cursor cursor = new Cursor(new Snapshot(LocalDate.of(2025, 7, 1), 42), 7, "7K3Q-9MXP");

    @Test
    void aCursorComesBackAsItWentOut() {
        assertThat(Cursor.decode(cursor.encode(), 7)).isEqualTo(cursor);
        assertThat(Cursor.decode(null, 7)).isNull();
    }

    @Test
    void aCursorOfAnotherQuestionIsRefused() {
        assertThatThrownBy(() -> Cursor.decode(cursor.encode(), 8)).isInstanceOf(ProblemException.class);
    }

    @Test
    void everyOtherTextIsRefused() {
        String text = cursor.encode();
        for (int i = 0; i < text.length(); i++) {
            String changed = text.substring(0, i) + (text.charAt(i) == 'A' ? 'B' : 'A') + text.substring(i + 1);
            assertThatThrownBy(() -> Cursor.decode(changed, 7)).isInstanceOf(ProblemException.class);
            String cut = text.substring(0, i);
            assertThatThrownBy(() -> Cursor.decode(cut, 7)).isInstanceOf(ProblemException.class);
        }
    }
}
