package io.podflow.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.List;
import java.util.Map;

/** The arrows of docs/architecture.md, and what the domain must not know. */
@AnalyzeClasses(packages = "io.podflow", importOptions = ArchitectureTest.MainClasses.class)
class ArchitectureTest {

  /** In the order of the data's path: a later package may use an earlier one. */
  private static final List<String> DOMAIN =
      List.of(
          "journal",
          "health",
          "market",
          "indicator",
          "position",
          "settings",
          "layout",
          "strategy",
          "metrics",
          "asset",
          "selection",
          "allocation",
          "protection",
          "pod",
          "lifecycle",
          "capital",
          "netting",
          "risk",
          "execution",
          "exchange",
          "portfolio");

  /** Each module with the modules that it may use; {@code models} is reached as services only. */
  private static final Map<String, List<String>> MODULES =
      Map.of(
          "api", List.of(),
          "domain", List.of("api"),
          "config", List.of("api", "domain"),
          "connectors", List.of("api", "domain"),
          "models", List.of("api", "domain"),
          "job", List.of("api", "domain", "config", "connectors"),
          "live", List.of("api", "domain", "config", "connectors", "job"),
          "report", List.of("api", "domain", "connectors"),
          "savepoints", List.of("api", "domain", "config", "connectors", "job"),
          "app",
              List.of(
                  "api", "domain", "config", "connectors", "job", "live", "report", "savepoints"));

  @ArchTest static final ArchRule MODULES_DEPEND_ONE_WAY = modules();

  @ArchTest
  static final ArchRule EVERY_CLASS_IS_OF_A_MODULE =
      classes()
          .that()
          .resideOutsideOfPackage("io.podflow.oracle..")
          .should()
          .resideInAnyPackage(
              MODULES.keySet().stream()
                  .map(name -> "io.podflow." + name + "..")
                  .toArray(String[]::new));

  @ArchTest
  static final ArchRule FLINK_IS_KNOWN_WHERE_JOBS_ARE =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.podflow.config..",
              "io.podflow.connectors..",
              "io.podflow.models..",
              "io.podflow.report..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.flink..");

  @ArchTest
  static final ArchRule DOMAIN_PACKAGES_DEPEND_ONE_WAY = layers("io.podflow.domain.", DOMAIN);

  /** In the portfolio: a later package may use an earlier one; the step uses them all. */
  private static final List<String> PORTFOLIO =
      List.of("books", "broker", "orders", "limits", "day");

  @ArchTest
  static final ArchRule PORTFOLIO_PACKAGES_DEPEND_ONE_WAY =
      layers("io.podflow.domain.portfolio.", PORTFOLIO);

  @ArchTest
  static final ArchRule EVERY_DOMAIN_CLASS_HAS_ITS_PLACE =
      classes()
          .that()
          .resideInAPackage("io.podflow.domain..")
          .should()
          .resideInAnyPackage(
              DOMAIN.stream()
                  .map(name -> "io.podflow.domain." + name + "..")
                  .toArray(String[]::new));

  @ArchTest
  static final ArchRule DOMAIN_USES_ONLY_THE_JDK_AND_ONE_NUMERIC_LIBRARY =
      classes()
          .that()
          .resideInAPackage("io.podflow.domain..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.podflow.domain..",
              "io.podflow.api..",
              "java..",
              "org.jspecify..",
              "org.hipparchus..");

  @ArchTest
  static final ArchRule A_STRATEGY_COMPILES_AGAINST_THE_JDK_AND_THE_API =
      classes()
          .that()
          .resideInAPackage("io.podflow.api..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("io.podflow.api..", "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule DOMAIN_HAS_NO_IO_CLOCK_OR_HIDDEN_RANDOMNESS =
      noClasses()
          .that()
          .resideInAnyPackage("io.podflow.api..", "io.podflow.domain..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.nio.file..", "java.net..", "java.sql..")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.time.Clock")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .callConstructor(java.util.Random.class);

  /** So that the plain loop, the simulation and the Flink job can run the same rules. */
  @ArchTest
  static final ArchRule RULES_OF_THE_STEPS_USE_NO_FLINK =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.podflow.job.step..", "io.podflow.job.version..", "io.podflow.job.inline..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.flink..");

  /**
   * An operator passes on what the domain has made, and reads the components of its records. The
   * one that is left out adds up, in Flink's way, what readers have counted.
   */
  @ArchTest
  static final ArchRule OPERATORS_REACH_THE_DOMAIN_THROUGH_RULES_OF_THE_STEPS =
      noClasses()
          .that()
          .resideInAPackage("io.podflow.job.operator..")
          .and()
          .doNotHaveSimpleName("InputCountsTotal")
          .should()
          .callCodeUnitWhere(
              new DescribedPredicate<JavaCall<?>>("the domain does something") {
                @Override
                public boolean test(JavaCall<?> call) {
                  JavaClass owner = call.getTargetOwner();
                  boolean reads =
                      owner.isRecord() && call.getTarget().getRawParameterTypes().isEmpty();
                  return owner.getPackageName().startsWith("io.podflow.domain") && !reads;
                }
              })
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("io.podflow.job.version..");

  @ArchTest
  static final ArchRule ONLY_THE_COMMAND_LINE_PRINTS =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.podflow.app..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  private static ArchRule modules() {
    LayeredArchitecture layers =
        layeredArchitecture().consideringOnlyDependenciesInAnyPackage("io.podflow..");
    for (String name : MODULES.keySet()) {
      layers = layers.layer(name).definedBy("io.podflow." + name + "..");
    }
    for (Map.Entry<String, List<String>> module : MODULES.entrySet()) {
      layers =
          module.getValue().isEmpty()
              ? layers.whereLayer(module.getKey()).mayNotAccessAnyLayer()
              : layers
                  .whereLayer(module.getKey())
                  .mayOnlyAccessLayers(module.getValue().toArray(String[]::new));
    }
    return layers;
  }

  /** Each package may use those before it. */
  private static ArchRule layers(String parent, List<String> packages) {
    LayeredArchitecture layers =
        layeredArchitecture().consideringOnlyDependenciesInAnyPackage(parent + "*..");
    for (String name : packages) {
      layers = layers.layer(name).definedBy(parent + name + "..");
    }
    for (int i = 0; i < packages.size(); i++) {
      layers =
          i == 0
              ? layers.whereLayer(packages.get(i)).mayNotAccessAnyLayer()
              : layers
                  .whereLayer(packages.get(i))
                  .mayOnlyAccessLayers(packages.subList(0, i).toArray(String[]::new));
    }
    return layers;
  }

  /** Leaves out tests, also those that come as a jar of another module. */
  static final class MainClasses implements ImportOption {

    private final ImportOption noTests = new ImportOption.DoNotIncludeTests();

    @Override
    public boolean includes(Location location) {
      return noTests.includes(location) && !location.contains("tests.jar");
    }
  }
}
