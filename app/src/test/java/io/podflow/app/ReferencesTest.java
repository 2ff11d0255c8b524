package io.podflow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every rule, document and section that a source or a page names is there. */
class ReferencesTest {

  private static final Path ROOT = Path.of(System.getProperty("podflow.root", ".."));

  private static final Path RULES = ROOT.resolve("docs/decisions.md");

  /** The entry of a code in the page of rules. */
  private static final Pattern ENTRY = Pattern.compile("(?m)^- \\*\\*([A-Z]+\\d+)\\*\\* ");

  /** A time of day, such as T12:00, is none. */
  private static final Pattern CODE = Pattern.compile("\\b([A-Z]{1,2})\\d{1,2}\\b(?!:)");

  /** Comments, and tags of tests. */
  private static final Pattern WORDS =
      Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*|Tag\\(\"[^\"]*\"\\)");

  /** Look like codes, and are the names of a benchmark and of a store of files. */
  private static final Set<String> NO_CODES = Set.of("W1", "S3");

  /** Whether a text is worth a closer look. */
  private static final Pattern MENTION = Pattern.compile("\\.md\\b|(?i:\\badr)[ /]");

  /** A document, and the section of it that is named. */
  private static final Pattern DOCUMENT =
      Pattern.compile("(?<![\\w./-])(?:\\$root/)?([\\w./-]*\\w\\.md)\\b(?:, \"([^\"]+)\")?");

  /** A record of a choice, by its number. */
  private static final Pattern RECORD = Pattern.compile("(?i)\\badr[ /](\\d+)\\b");

  private static final Pattern LINK =
      Pattern.compile("\\]\\((?!https?:)([^)#\\s]*)(?:#([^)]+))?\\)");

  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

  /** What tests read that is not of this repository. */
  private static final Pattern OUTSIDE = Pattern.compile("Shared\\.path\\(\\s*\"[^\"]*\"");

  private static final Set<String> NOT_SOURCES = Set.of("target", "runs", "fixtures");

  private static final List<String> ENDINGS =
      List.of(".java", ".md", ".yaml", ".yml", ".xml", ".py", ".sh", ".properties");

  private static final Map<Path, String> TEXTS = new TreeMap<>();

  @BeforeAll
  static void read() throws IOException {
    Files.walkFileTree(
        ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = folder.getFileName().toString();
            boolean hidden = name.startsWith(".") && !folder.equals(ROOT);
            return hidden || NOT_SOURCES.contains(name)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (isSource(file)) {
              TEXTS.put(file, OUTSIDE.matcher(Files.readString(file)).replaceAll(""));
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Scripts have no ending. */
  private static boolean isSource(Path file) {
    String name = file.getFileName().toString();
    return ENDINGS.stream().anyMatch(name::endsWith)
        || (!name.contains(".") && file.startsWith(ROOT.resolve("scripts")));
  }

  @Test
  void everyCodeHasAnEntry() {
    List<String> entries = all(ENTRY, text(RULES)).map(match -> match.group(1)).toList();
    Set<String> families = families(entries);
    Set<String> named = new TreeSet<>();
    Set<String> missing = new TreeSet<>();
    TEXTS.forEach(
        (file, text) -> {
          Set<String> codes = codes(file, text, families);
          if (!file.equals(RULES)) {
            named.addAll(codes);
          }
          codes.stream()
              .filter(code -> !entries.contains(code))
              .forEach(code -> missing.add(code + " in " + ROOT.relativize(file)));
        });

    assertThat(entries).doesNotHaveDuplicates();
    assertThat(named).hasSizeGreaterThan(120);
    assertThat(missing).as("codes without an entry in " + RULES).isEmpty();
  }

  @Test
  void everyDocumentAndSectionIsThere() {
    Set<String> missing = new TreeSet<>();
    List<String> named = new ArrayList<>();
    TEXTS.forEach(
        (file, text) -> {
          if (!MENTION.matcher(text).find()) {
            return;
          }
          String joined = text.replaceAll("\\s*\\n\\s*(?:\\*(?!/)|#)?\\s*", " ");
          all(DOCUMENT, joined)
              .forEach(
                  match -> {
                    named.add(match.group());
                    if (!isThere(file, match.group(1), match.group(2))) {
                      missing.add(match.group() + " in " + ROOT.relativize(file));
                    }
                  });
          all(RECORD, joined)
              .filter(match -> !isRecord(match.group(1)))
              .forEach(match -> missing.add(match.group() + " in " + ROOT.relativize(file)));
        });

    assertThat(named).hasSizeGreaterThan(100);
    assertThat(missing).as("documents and sections that are not there").isEmpty();
  }

  @Test
  void everyLinkOfAPageLeadsSomewhere() {
    Set<String> missing = new TreeSet<>();
    TEXTS.forEach(
        (file, text) -> {
          if (isPage(file)) {
            all(LINK, text)
                .filter(match -> !leads(file, match.group(1), match.group(2)))
                .forEach(match -> missing.add(match.group() + " in " + ROOT.relativize(file)));
          }
        });

    assertThat(missing).as("links that lead nowhere").isEmpty();
  }

  /** The letters of the codes, where they are more than one. */
  private static Set<String> families(List<String> entries) {
    return entries.stream()
        .map(entry -> entry.replaceAll("\\d", ""))
        .filter(family -> family.length() > 1)
        .collect(Collectors.toSet());
  }

  /** In words all that looks like a code is one; in Java code, what is of a known family. */
  private static Set<String> codes(Path file, String text, Set<String> families) {
    boolean java = file.toString().endsWith(".java");
    String words =
        java ? all(WORDS, text).map(MatchResult::group).collect(Collectors.joining("\n")) : text;
    Stream<MatchResult> inCode =
        all(CODE, java ? text : "").filter(match -> families.contains(match.group(1)));
    return Stream.concat(all(CODE, words), inCode)
        .map(MatchResult::group)
        .filter(code -> !NO_CODES.contains(code))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Pages may be named as seen from the root, from beside, or by their name alone. */
  private static boolean isThere(Path file, String document, @Nullable String section) {
    return Stream.of(ROOT, RULES.getParent(), file.toAbsolutePath().getParent())
        .map(folder -> folder.resolve(document))
        .filter(Files::isRegularFile)
        .anyMatch(page -> section == null || headings(page).contains(section));
  }

  private static boolean isRecord(String number) {
    String name = "%04d-".formatted(Integer.parseInt(number));
    return TEXTS.keySet().stream()
        .anyMatch(
            page ->
                page.startsWith(ROOT.resolve("docs/adr"))
                    && page.getFileName().toString().startsWith(name));
  }

  private static boolean leads(Path file, String target, @Nullable String anchor) {
    Path page = target.isEmpty() ? file : file.toAbsolutePath().resolveSibling(target);
    return Files.exists(page)
        && (anchor == null
            || headings(page).stream().anyMatch(title -> slug(title).equals(anchor)));
  }

  private static Set<String> headings(Path page) {
    return all(HEADING, text(page)).map(match -> match.group(1)).collect(Collectors.toSet());
  }

  /** The anchor that a heading has where pages are shown. */
  private static String slug(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-');
  }

  private static boolean isPage(Path file) {
    return file.toString().endsWith(".md");
  }

  private static String text(Path page) {
    Path place = ROOT.toAbsolutePath().normalize();
    Path name = place.relativize(page.toAbsolutePath().normalize());
    return TEXTS.getOrDefault(ROOT.resolve(name), "");
  }

  private static Stream<MatchResult> all(Pattern pattern, String text) {
    return pattern.matcher(text).results();
  }
}
