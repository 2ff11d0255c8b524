package io.podflow.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.testing.Shared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every rule that podflow follows has a test that bears its code as a tag, and that every build
 * runs.
 */
class RuleTagsTest {

  private static final Path ROOT = Path.of(System.getProperty("podflow.root", ".."));

  private static final Pattern TAG =
      Pattern.compile("@(?:net\\.jqwik\\.api\\.)?Tag\\(\"(\\w+)\"\\)");

  /** Rules of what a run decides, books and shows. */
  private static final Pattern RULE = Pattern.compile("(?m)^- ((?:TR|EV|RU|DA|FI)\\d+)\\b");

  private static final Pattern REQUIREMENT = Pattern.compile("(?m)^\\W*([A-Z]\\d+)\\b");

  /** Research over many trials is not built. */
  private static final Set<String> NOT_BUILT = Set.of("F2", "F3");

  @Test
  void everyRuleOfTheLastSectionIsTested() throws IOException {
    Set<String> rules = found(RULE, Files.readString(Shared.path("spec/decisions.md")));
    assertThat(rules).hasSizeGreaterThan(20);
    assertThat(tags()).containsAll(rules);
  }

  @Test
  void everyRequirementIsTested() throws IOException {
    Set<String> ids =
        found(REQUIREMENT, Files.readString(Shared.path("requirements/requirements.md")));
    ids.removeAll(NOT_BUILT);
    assertThat(ids).hasSizeGreaterThan(30);
    assertThat(tags()).containsAll(ids);
  }

  private static Set<String> tags() throws IOException {
    try (Stream<Path> modules = Files.list(ROOT)) {
      return modules
          .map(module -> module.resolve("src/test/java"))
          .filter(Files::isDirectory)
          .flatMap(RuleTagsTest::sources)
          .flatMap(source -> found(TAG, source).stream())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Stream<String> sources(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.toString().endsWith("Nightly.java"))
          .map(RuleTagsTest::text)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
