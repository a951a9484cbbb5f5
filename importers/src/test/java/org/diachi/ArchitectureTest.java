package org.diachi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between the packages of this module; that the registry knows none of them is Maven's affair. */
@AnalyzeClasses(
        packages = "org.diachi",
        importOptions = {
            ImportOption.DoNotIncludeTests.class,
            ImportOption.DoNotIncludeJars.class,
            ArchitectureTest.NoTestJars.class
        })
class ArchitectureTest {

    /** The tests of the registry come as a jar, beside which its classes are to be seen. */
    static final class NoTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    @ArchTest
    static final ArchRule SOURCE_KNOWS_ONLY_VALUES = noClasses()
            .that()
            .resideInAPackage("org.diachi.source..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.diachi.city..",
                    "org.diachi.change..",
                    "org.diachi.place..",
                    "org.diachi.address..",
                    "org.diachi.layer..",
                    "org.diachi.landuse..",
                    "org.diachi.drainage..",
                    "org.diachi.view..",
                    "org.diachi.search..",
                    "org.diachi.db..",
                    "org.diachi.registry..",
                    "org.diachi.issue..",
                    "org.diachi.mapping..",
                    "org.diachi.run..",
                    "org.diachi.export..",
                    "org.diachi.sample..");

    @ArchTest
    static final ArchRule FORMATS_ARE_PLUGGED_IN = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.diachi.source.csv",
                    "org.diachi.source.geojson",
                    "org.diachi.source.geopackage",
                    "org.diachi.source.shapefile",
                    "org.diachi.source.flatgeobuf")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.diachi.source.csv",
                    "org.diachi.source.geojson",
                    "org.diachi.source.geopackage",
                    "org.diachi.source.shapefile",
                    "org.diachi.source.flatgeobuf")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule ISSUES_KNOW_NO_PIPELINE = noClasses()
            .that()
            .resideInAPackage("org.diachi.issue..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.diachi.mapping..", "org.diachi.run..", "org.diachi.export..", "org.diachi.sample..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule MAPPING_KNOWS_NO_RUN = noClasses()
            .that()
            .resideInAPackage("org.diachi.mapping..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.diachi.run..", "org.diachi.export..", "org.diachi.sample..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule RUN_KNOWS_NO_SAMPLE = noClasses()
            .that()
            .resideInAPackage("org.diachi.run..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.diachi.export..", "org.diachi.sample..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("org.diachi.(**)").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static void everyPackageIntroducesItself(JavaClasses classes) {
        assertThat(classes.stream().map(type -> type.getPackage()).distinct())
                .filteredOn(diachi -> diachi.tryGetPackageInfo().isEmpty())
                .extracting(JavaPackage::getName)
                .isEmpty();
    }
}
