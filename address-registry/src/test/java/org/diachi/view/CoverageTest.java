package org.diachi.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import org.diachi.change.Act;
import org.diachi.feed.Village;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every view says of every act on every subject whether it handles it or why it need not, and never both. */
class CoverageTest {

    @RegisterExtension
    static final Village village = Village.create();

    @Test
    void everyViewSpeaksOfEveryKindOfChange() {
        List<String> silent = new ArrayList<>();
        for (View view : village.registry().views().views()) {
            for (Act act : Act.values()) {
                for (Subject subject : Subject.values()) {
                    boolean isIgnored = view.coverage()
                            .findReasonToIgnore(act, subject)
                            .filter(reason -> !reason.isBlank())
                            .isPresent();
                    if (view.coverage().handles(act, subject) == isIgnored) {
                        silent.add(view.name() + " on " + act + " of " + subject);
                    }
                }
            }
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void everyViewIsRun() {
        List<String> written = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.diachi").stream()
                        .filter(type -> type.isAssignableTo(View.class)
                                && !type.isInterface()
                                && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(JavaClass::getName)
                        .toList();
        assertThat(village.registry().views().views())
                .extracting(view -> view.getClass().getName())
                .containsExactlyInAnyOrderElementsOf(written);
    }
}
