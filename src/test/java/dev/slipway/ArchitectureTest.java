package dev.slipway;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The direction of the flow, readable from top to bottom: collect, assess, deliver. */
@AnalyzeClasses(packages = "dev.slipway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] PURE = {
        "dev.slipway.facts..",
        "dev.slipway.jvm..",
        "dev.slipway.parse..",
        "dev.slipway.workload..",
        "dev.slipway.schedule..",
        "dev.slipway.rules..",
        "dev.slipway.score..",
        "dev.slipway.assess..",
        "dev.slipway.draft..",
        "dev.slipway.report.."
    };

    private static final DescribedPredicate<JavaClass> GENERATED = DescribedPredicate.describe(
            "a generated builder",
            type -> type.getName().matches(".*Builder(\\$.*)?")
                            && type.isAnnotatedWith("javax.annotation.processing.Generated")
                    || type.getSource()
                            .flatMap(source -> source.getFileName())
                            .orElse("")
                            .endsWith("Builder.java"));

    @ArchTest
    static final ArchRule data_flows_one_way = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("dev.slipway..")
            .withOptionalLayers(true)
            .layer("facts")
            .definedBy("dev.slipway.facts..")
            .layer("yaml")
            .definedBy("dev.slipway.yaml..")
            .layer("jvm")
            .definedBy("dev.slipway.jvm..")
            .layer("inventory")
            .definedBy("dev.slipway.inventory..")
            .layer("ssh")
            .definedBy("dev.slipway.ssh..")
            .layer("evidence")
            .definedBy("dev.slipway.evidence..")
            .layer("probe")
            .definedBy("dev.slipway.probe..")
            .layer("scan")
            .definedBy("dev.slipway.scan..")
            .layer("parse")
            .definedBy("dev.slipway.parse..")
            .layer("workload")
            .definedBy("dev.slipway.workload..")
            .layer("schedule")
            .definedBy("dev.slipway.schedule..")
            .layer("rules")
            .definedBy("dev.slipway.rules..")
            .layer("score")
            .definedBy("dev.slipway.score..")
            .layer("assess")
            .definedBy("dev.slipway.assess..")
            .layer("draft")
            .definedBy("dev.slipway.draft..")
            .layer("report")
            .definedBy("dev.slipway.report..")
            .layer("run")
            .definedBy("dev.slipway.run..")
            .layer("cli")
            .definedBy("dev.slipway.cli..")
            .whereLayer("facts")
            .mayNotAccessAnyLayer()
            .whereLayer("yaml")
            .mayNotAccessAnyLayer()
            .whereLayer("jvm")
            .mayNotAccessAnyLayer()
            .whereLayer("inventory")
            .mayOnlyAccessLayers("yaml")
            .whereLayer("ssh")
            .mayOnlyAccessLayers("inventory")
            .whereLayer("evidence")
            .mayOnlyAccessLayers("facts")
            .whereLayer("probe")
            .mayOnlyAccessLayers("facts", "evidence", "jvm")
            .whereLayer("scan")
            .mayOnlyAccessLayers("facts", "inventory", "ssh", "evidence", "probe")
            .whereLayer("parse")
            .mayOnlyAccessLayers("facts", "evidence", "schedule", "jvm")
            .whereLayer("workload")
            .mayOnlyAccessLayers("yaml", "facts", "jvm")
            .whereLayer("schedule")
            .mayOnlyAccessLayers("yaml", "facts")
            .whereLayer("rules")
            .mayOnlyAccessLayers("yaml", "facts", "schedule", "jvm")
            .whereLayer("score")
            .mayOnlyAccessLayers("yaml", "facts", "rules")
            .whereLayer("assess")
            .mayOnlyAccessLayers("yaml", "facts", "evidence", "parse", "workload", "schedule", "rules", "score")
            .whereLayer("draft")
            .mayOnlyAccessLayers("yaml", "facts", "schedule", "rules", "score", "assess")
            .whereLayer("report")
            .mayOnlyAccessLayers("yaml", "facts", "schedule", "rules", "score", "assess", "draft")
            .whereLayer("run")
            .mayOnlyAccessLayers("yaml", "facts", "evidence", "scan", "score", "rules", "schedule", "assess")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .ensureAllClassesAreContainedInArchitecture()
            .because("evidence becomes facts becomes findings becomes drafts; nothing flows back");

    @ArchTest
    static final ArchRule packages_are_free_of_cycles =
            slices().matching("dev.slipway.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule assessing_touches_no_file_network_clock_or_environment = noClasses()
            .that(resideInAnyPackage(PURE))
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "java.nio.file..", "java.net..", "java.sql..", "net.schmizz..", "com.hierynomus..", "picocli.."))
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.File")
            .orShould()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getProperty", String.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.ZonedDateTime.class, "now")
            .orShould()
            .callMethod(java.time.ZoneId.class, "systemDefault")
            .orShould()
            .callMethod(java.time.Clock.class, "systemUTC")
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Random")
            .because("the same evidence gives the same bytes on any machine");

    @ArchTest
    static final ArchRule iteration_order_is_deterministic = noClasses()
            .that(resideInAnyPackage(PURE))
            .should()
            .callConstructor(java.util.HashMap.class)
            .orShould()
            .callConstructor(java.util.HashSet.class)
            .orShould()
            .callMethod(java.util.stream.Collectors.class, "groupingBy", java.util.function.Function.class)
            .orShould()
            .callMethod(java.util.stream.Collectors.class, "toSet")
            .because("hash order leaks into reports and golden files");

    @ArchTest
    static final ArchRule values_are_ordered = noFields()
            .that()
            .areDeclaredInClassesThat(resideInAnyPackage(PURE).and(DescribedPredicate.not(GENERATED)))
            .and()
            .areNotStatic()
            .should()
            .haveRawType(java.util.Map.class)
            .orShould()
            .haveRawType(java.util.Set.class)
            .orShould()
            .haveRawType(java.util.Collection.class)
            .because(
                    "Map.of, Set.of and copyOf iterate in a different order in every JVM; use List, SortedMap or SortedSet")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule only_ssh_knows_the_ssh_library = noClasses()
            .that()
            .resideOutsideOfPackage("dev.slipway.ssh..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("net.schmizz..", "com.hierynomus..", "com.jcraft..");

    @ArchTest
    static final ArchRule only_the_cli_knows_picocli_the_console_and_the_exit_code = noClasses()
            .that()
            .resideOutsideOfPackage("dev.slipway.cli..")
            .should(ACCESS_STANDARD_STREAMS)
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("picocli..")
            .orShould()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(System.class, "getenv", String.class);

    @ArchTest
    static final ArchRule facts_are_plain_values = classes()
            .that()
            .resideInAPackage("dev.slipway.facts..")
            .and()
            .arePublic()
            .and(DescribedPredicate.not(GENERATED))
            .should()
            .beRecords()
            .orShould()
            .beEnums()
            .orShould()
            .beInterfaces();

    @ArchTest
    static final ArchRule public_classes_are_final = classes()
            .that()
            .arePublic()
            .and()
            .areNotInterfaces()
            .and()
            .areNotAnnotations()
            .and(DescribedPredicate.not(GENERATED))
            .and()
            .areNotEnums()
            .should()
            .haveModifier(JavaModifier.FINAL);

    @ArchTest
    static final ArchRule there_is_no_dumping_ground = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .resideInAnyPackage("..util..", "..utils..", "..common..", "..misc..", "..helper..");
}
