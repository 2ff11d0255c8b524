package io.podflow.oracle;

/** Table {@code unsent}: every change that is wanted, not sent, and refused by a rule (TR4). */
final class UnsentCheck {

  private final Run run;
  private final Decisions decisions;
  private final Comparison comparison;

  UnsentCheck(Run run, Decisions decisions, Comparison comparison) {
    this.run = run;
    this.decisions = decisions;
    this.comparison = comparison;
  }

  void check() {
    boolean all = run.config.journal("unsent").equals("all");
    for (Decision decision : decisions.all()) {
      boolean drift = decision.rule().equals("band") && decision.cause().equals("drift");
      if (!decision.rule().isEmpty() && (all || !drift)) {
        double size = Math.max(Math.abs(decision.netWanted()), Math.abs(decision.netHeld()));
        comparison
            .row(decision.close(), decision.symbol())
            .quantity("wanted", decision.netWanted(), size)
            .quantity("held", decision.netHeld(), size)
            .quantity("on_its_way", decision.onItsWay(), size)
            .text("cause", decision.cause())
            .text("rule", decision.rule())
            .quantity("limit", decision.limit(), size);
      }
    }
  }
}
