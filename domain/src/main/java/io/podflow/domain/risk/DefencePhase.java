package io.podflow.domain.risk;

/** Where the portfolio stands between a critical alert and full size (decision CA4). */
public enum DefencePhase {
  /** Targets have their full size. */
  NORMAL("targets are back at full size"),
  /** A critical alert stands: all targets are 0. */
  DEFENCE("all targets are 0"),
  /** Targets grow back, a step per UTC day. */
  RECOVERY("targets grow back, a step per UTC day");

  private final String meaning;

  DefencePhase(String meaning) {
    this.meaning = meaning;
  }

  /** The phase in which targets have this share of their size. */
  public static DefencePhase of(double scale) {
    if (scale == 0) {
      return DEFENCE;
    }
    return scale < 1 ? RECOVERY : NORMAL;
  }

  /** What the phase does to targets, as an event says it. */
  public String meaning() {
    return meaning;
  }
}
