package org.diachi;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The arrows between the packages of this module, as ARCHITECTURE.md draws them. {@code api} is generated. */
class ArchitectureTest {

    private static final String ROOT = "org.diachi.";

    /** Each package and those it may use. */
    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("api", Set.of("http")),
            Map.entry("http", Set.of()),
            Map.entry("portrayal", Set.of()),
            Map.entry("pack", Set.of("portrayal")),
            Map.entry("security", Set.of("http")),
            Map.entry("plate", Set.of()),
            Map.entry("sheet", Set.of("http", "portrayal", "pack", "plate")),
            Map.entry("webhook", Set.of()),
            Map.entry("rest", Set.of("api", "http", "security", "webhook", "plate", "pack", "sheet")),
            Map.entry("ogc", Set.of("api", "http", "security", "portrayal", "pack")),
            Map.entry("wms", Set.of("http", "security", "portrayal", "pack")),
            Map.entry("web", Set.of("http")),
            Map.entry("bench", Set.of("portrayal")),
            Map.entry("cli", Set.of("http", "security", "plate", "bench", "pack")));

    static final List<String> PACKAGES = ALLOWED.keySet().stream().sorted().toList();

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption((Location location) -> location.contains("gis-api/target/classes"))
            .importPackages("org.diachi");

    @ParameterizedTest
    @FieldSource("PACKAGES")
    void packagesUseOnlyWhatTheArrowsAllow(String name) {
        String[] others = PACKAGES.stream()
                .filter(other -> !other.equals(name) && !ALLOWED.get(name).contains(other))
                .map(ArchitectureTest::withSubpackages)
                .toArray(String[]::new);
        DescribedPredicate<JavaClass> forbidden = resideInAnyPackage(others);
        noClasses()
                .that()
                .resideInAPackage(withSubpackages(name))
                .should()
                .dependOnClassesThat(forbidden)
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    private static String withSubpackages(String name) {
        return ROOT + name + "..";
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.diachi.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void everyPackageIsOneOfTheDesignAndSaysWhatItIs() {
        Set<JavaPackage> packages = CLASSES.stream().map(JavaClass::getPackage).collect(Collectors.toSet());
        assertThat(packages).isNotEmpty().allSatisfy(javaPackage -> {
            String name = javaPackage.getName().substring(ROOT.length());
            assertThat(ALLOWED).containsKey(name.split("\\.", 2)[0]);
            assertThat(name.startsWith("api") || javaPackage.isAnnotatedWith(NullMarked.class))
                    .as("package-info.java of %s with @NullMarked", javaPackage.getName())
                    .isTrue();
        });
    }
}
