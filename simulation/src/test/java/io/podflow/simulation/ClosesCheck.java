package io.podflow.simulation;

import io.podflow.api.Bar;
import io.podflow.domain.journal.AssetRow;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.RunRecord;
import io.podflow.job.step.Routes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** No bar and no close is lost or counted twice: every one of the feed has its rows, once. */
final class ClosesCheck {

  private final MarketOnce market;
  private final Outcome run;
  private final List<String> found = new ArrayList<>();

  ClosesCheck(MarketOnce market, Outcome run) {
    this.market = market;
    this.run = run;
  }

  List<String> find() {
    bars();
    closes();
    return found;
  }

  private void bars() {
    Map<String, Double> expected = new HashMap<>();
    for (Bar bar : market.bars()) {
      RunScope scope = market.timeline().at(bar.closeTime()).scope();
      if (!scope.window().warmsUp(bar.closeTime())) {
        expect(expected, scope.layout(), bar);
      }
    }
    for (RunRecord record : run.decisions()) {
      PodDecision pod = record.pod();
      for (AssetRow row : pod == null ? List.<AssetRow>of() : pod.assets()) {
        String bar = row.pod() + " " + row.symbol() + " " + row.time();
        Double close = expected.remove(bar);
        if (!Objects.equals(close, row.close())) {
          found.add(
              "bar " + bar + " counted at " + row.close() + " (expected, once: " + close + ")");
        }
      }
    }
    expected.forEach((bar, close) -> found.add("bar " + bar + " at " + close + " is lost"));
  }

  private static void expect(Map<String, Double> expected, PortfolioLayout layout, Bar bar) {
    for (Routes.Seat seat : new Routes(layout).of(bar)) {
      String pod = layout.pod(seat.pod()).podId();
      String symbol = layout.universe().symbol(bar.symbol());
      expected.put(pod + " " + symbol + " " + bar.closeTime(), bar.close());
    }
  }

  private void closes() {
    List<PortfolioDecision> decisions =
        Decisions.portfolio(run.decisions()).stream()
            .filter(decision -> market.timeline().isClose(decision.closeTime()))
            .toList();
    long end = run.end();
    long expected = decisions.isEmpty() ? end : decisions.get(0).closeTime();
    for (PortfolioDecision decision : decisions) {
      if (decision.closeTime() != expected) {
        found.add("close " + decision.closeTime() + " decided (expected: " + expected + ")");
        return;
      }
      expected = market.timeline().nextClose(expected);
    }
    if (expected <= end) {
      found.add("closes from " + expected + " to " + end + " are not decided");
    }
  }
}
