package io.podflow.report.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * An optional section of the page, present only when the run has data for it. Each section has a
 * markup file and a script among the resources.
 */
enum Section {
  LIFECYCLE(data -> !data.lifecycle().stays().isEmpty()),
  RISK(data -> !data.risk().isEmpty()),
  ATTRIBUTION(data -> !data.attribution().isEmpty()),
  NETTING(data -> !data.netting().isEmpty()),
  PROTECTION(data -> !data.protection().isEmpty()),
  MODELS(data -> !data.models().isEmpty());

  @SuppressWarnings("ImmutableEnumChecker") // a lambda without state
  private final Predicate<ReportData> isPresent;

  Section(Predicate<ReportData> isPresent) {
    this.isPresent = isPresent;
  }

  /** The sections of a run, in the order of the page. */
  static List<Section> of(ReportData data) {
    return Arrays.stream(values()).filter(section -> section.isPresent.test(data)).toList();
  }

  /** Name of the section's slot in the template. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  String markup() {
    return label() + ".html";
  }

  String script() {
    return label() + ".js";
  }
}
