package io.podflow.oracle;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** A recomputation by the code that it checks would prove nothing. */
class IndependenceTest {

  private static final JavaClasses OUTSIDER =
      new ClassFileImporter().importPackages("io.podflow.oracle");

  @Test
  void noFormulaOfTheProductionIsUsed() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.podflow.domain.metrics..",
            "io.podflow.domain.selection..",
            "io.podflow.domain.allocation..",
            "io.podflow.domain.pod..",
            "io.podflow.domain.capital..",
            "io.podflow.domain.netting..",
            "io.podflow.domain.execution..",
            "io.podflow.domain.portfolio..",
            "io.podflow.domain.asset..",
            "io.podflow.domain.strategy..")
        .check(OUTSIDER);
  }

  @Test
  void onlyWhatMakesRunsKnowsTheProductionAtAll() {
    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Test")
        .and()
        .haveSimpleNameNotEndingWith("Properties")
        .and()
        .doNotHaveSimpleName("FinishedRun")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.podflow.domain..", "io.podflow.config..", "io.podflow.connectors..")
        .check(OUTSIDER);
  }
}
