package io.podflow.domain.testing;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/**
 * No two packages of a module use each other, directly or around others: each can be read without
 * those that use it. A module extends this in its topmost package.
 */
public abstract class PackageCycles {

  private static final ImportOption MAIN_CLASSES =
      location ->
          new ImportOption.DoNotIncludeTests().includes(location)
              && !location.contains("tests.jar");

  @Test
  void noPackagesUseEachOther() {
    JavaClasses module =
        new ClassFileImporter()
            .withImportOption(MAIN_CLASSES)
            .importPackages(getClass().getPackageName());
    slices().matching("io.podflow.(**)").should().beFreeOfCycles().check(module);
  }
}
