package org.diachi;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The arrows between the packages of this module, as ARCHITECTURE.md draws them. */
class ArchitectureTest {

    private static final String ROOT = "org.diachi.";

    /** Each package and those it may use. */
    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("value", Set.of()),
            Map.entry("geojson", Set.of("value")),
            Map.entry("city", Set.of("value")),
            Map.entry("db", Set.of("value", "city")),
            Map.entry("audit", Set.of()),
            Map.entry("filter", Set.of("value", "db")),
            Map.entry("change", Set.of("value", "city", "db", "audit")),
            Map.entry("place", Set.of("value", "city", "db", "filter", "change")),
            Map.entry("address", Set.of("value", "city", "db", "filter", "change", "place")),
            Map.entry("layer", Set.of("value", "city", "db", "filter", "change", "place")),
            Map.entry("landuse", Set.of("value", "city", "db", "change", "place", "address", "layer")),
            Map.entry("drainage", Set.of("value", "city", "db", "change", "place", "address", "layer", "view")),
            Map.entry("view", Set.of("value", "city", "db", "change")),
            Map.entry("measure", Set.of("city")),
            Map.entry("watch", Set.of("value", "db", "audit", "view")),
            Map.entry("feed", Set.of("value", "geojson", "city", "db", "change", "place", "address", "layer")),
            Map.entry("search", Set.of("value", "city", "db", "change", "view", "place", "address")),
            Map.entry(
                    "registry",
                    Set.of(
                            "value",
                            "city",
                            "db",
                            "audit",
                            "filter",
                            "change",
                            "place",
                            "address",
                            "layer",
                            "landuse",
                            "drainage",
                            "feed",
                            "view",
                            "measure",
                            "watch",
                            "search")));

    static final List<String> PACKAGES = ALLOWED.keySet().stream().sorted().toList();

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
            .importPackages("org.diachi");

    @ParameterizedTest
    @FieldSource("PACKAGES")
    void packagesUseOnlyWhatTheArrowsAllow(String name) {
        List<String> allowed = ALLOWED.getOrDefault(name, Set.of()).stream()
                .map(ArchitectureTest::withSubpackages)
                .toList();
        DescribedPredicate<JavaClass> forbidden = resideInAnyPackage("org.diachi..")
                .and(resideOutsideOfPackages(withSubpackages(name)))
                .and(resideOutsideOfPackages(allowed.toArray(String[]::new)));
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
        Set<JavaPackage> packages = CLASSES.getPackage("org.diachi").getSubpackagesInTree();
        assertThat(packages).isNotEmpty().allSatisfy(javaPackage -> {
            if (!javaPackage.getClasses().isEmpty()) {
                String name = javaPackage.getName().substring(ROOT.length());
                assertThat(ALLOWED).containsKey(name.split("\\.", 2)[0]);
                assertThat(javaPackage.isAnnotatedWith(NullMarked.class))
                        .as("package-info.java of %s with @NullMarked", javaPackage.getName())
                        .isTrue();
            }
        });
    }
}
