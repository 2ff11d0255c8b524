package io.podflow.job.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.journal.EquityRow;
import io.podflow.domain.journal.MonitorRow;
import io.podflow.domain.journal.PodRow;
import io.podflow.domain.journal.TargetRow;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.job.testing.RandomPortfolio;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("L3")
class PortfolioGaugesTest {

  private final Map<String, DoubleSupplier> offered = new TreeMap<>();

  private final Gauges gauges =
      new Gauges() {
        @Override
        public void ofPortfolio(String name, DoubleSupplier value) {
          offered.put(name, value);
        }

        @Override
        public void ofPod(String pod, String name, DoubleSupplier value) {
          offered.put(pod + "." + name, value);
        }
      };

  private double value(String name) {
    return Objects.requireNonNull(offered.get(name), name).getAsDouble();
  }

  @Test
  void showWhatThePortfolioLastWroteDown() {
    PortfolioLayout layout =
        RandomPortfolio.scope(new RandomPortfolio(1, 10).settings(), 10).layout();
    PortfolioGauges portfolio = new PortfolioGauges(gauges);
    portfolio.cover(layout);
    String pod = layout.pod(0).podId();
    assertThat(value("equity")).isNaN();
    assertThat(value(pod + ".gbm_severity")).isNaN();

    portfolio.update(
        layout,
        new PortfolioDecision(
            1,
            List.of(
                new PodRow(1, pod, "PROBATION", 0.3, 350, 0.8, 0, 1, 5, 0, 0.9, 0.3, 0.1, 2.5, 12)),
            List.of(),
            List.of(new TargetRow(1, "A", 0.7, 0.6, 0.5, 1, 1, Double.NaN, 0.3, "")),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(new EquityRow(1, 1_050, 900, 100, 0.5, 0.4, 0.01, 3, -1, 0.2, 0, 0, 0)),
            List.of(
                new MonitorRow(
                    1,
                    pod,
                    0.1,
                    0.2,
                    3,
                    4,
                    "CRITICAL",
                    0.3,
                    0.04,
                    "WARNING",
                    -0.1,
                    0.05,
                    0.02,
                    "NORMAL")),
            List.of(),
            List.of(),
            List.of(),
            List.of()));

    assertThat(value("equity")).isEqualTo(1_050.0);
    assertThat(value("risk_scale")).isEqualTo(0.5);
    assertThat(value(pod + ".pod_lifecycle_state")).isEqualTo(3.0);
    assertThat(value(pod + ".pod_detector_score")).isEqualTo(2.5);
    assertThat(value(pod + ".gbm_severity")).isEqualTo(2.0);
    assertThat(value(pod + ".distribution_severity")).isEqualTo(1.0);
    assertThat(value(pod + ".ransac_severity")).isEqualTo(0.0);
    assertThat(value(pod + ".ransac_slope")).isEqualTo(-0.1);
  }
}
