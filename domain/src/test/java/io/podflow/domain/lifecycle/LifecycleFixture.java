package io.podflow.domain.lifecycle;

import io.podflow.api.Timeframe;
import io.podflow.domain.settings.ExposureBasis;
import io.podflow.domain.settings.GraduationSettings;
import io.podflow.domain.settings.LifecycleState;
import io.podflow.domain.settings.PageHinkleySettings;
import io.podflow.domain.settings.PodSettings;
import io.podflow.domain.settings.RetirementSettings;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Settings and days for tests: the defaults, and a way to say what differs. */
final class LifecycleFixture {

  static final GraduationSettings GRADUATION =
      new GraduationSettings(30, 0.5, 0.2, 5, 0.3, 0.3, 0.65, 90);
  static final RetirementSettings RETIREMENT = new RetirementSettings(0.25, 6, 0.3, 30);
  static final PageHinkleySettings DETECTOR = new PageHinkleySettings(0.2, 11, 0.99, true);

  /** Raw returns and a score that no daily returns reach. */
  static final PageHinkleySettings DEAF = new PageHinkleySettings(0.005, 50, 0.99, false);

  private LifecycleFixture() {}

  static PodSettings pod(@Nullable Double expectedSharpe) {
    return new PodSettings(
        "pod",
        "test",
        Map.of(),
        List.of("A/B"),
        Timeframe.D1,
        0.1,
        0.4,
        0.02,
        0.15,
        0.10,
        2,
        null,
        false,
        3,
        0.05,
        null,
        null,
        ExposureBasis.PER_ASSET,
        LifecycleState.INCUBATION,
        expectedSharpe,
        null,
        null,
        10);
  }

  static PodLifecycle lifecycle(PageHinkleySettings detector) {
    return new PodLifecycle(GRADUATION, RETIREMENT, detector, pod(null));
  }
}
