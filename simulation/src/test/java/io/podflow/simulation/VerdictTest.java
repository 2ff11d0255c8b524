package io.podflow.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.execution.OrderCommand;
import io.podflow.domain.journal.AssetRow;
import io.podflow.domain.journal.FillRow;
import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.job.state.RunRecord;
import io.podflow.simulation.Simulate.Level;
import io.podflow.simulation.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A verdict that finds nothing is worth something when it finds what is there. */
@Tag("L5")
@Tag("J3")
class VerdictTest {

  private static final long SEED = 18;

  private final World world = World.of(SEED);
  private final Outcome run = Simulation.calm(world, Level.STEPS.stages().apply(world.scope()));

  @Test
  void nothingIsFoundInARunThatIsAsItShouldBe() {
    assertThat(of(run)).isEmpty();
  }

  @Test
  void aBarThatIsLost() {
    List<RunRecord> records = new ArrayList<>(run.decisions());
    records.remove(first(VerdictTest::hasBars));
    assertThat(of(decided(records))).anyMatch(line -> line.contains("is lost"));
  }

  @Test
  void aBarThatIsCountedTwice() {
    List<RunRecord> records = new ArrayList<>(run.decisions());
    records.add(first(VerdictTest::hasBars));
    assertThat(of(decided(records))).anyMatch(line -> line.contains("expected, once: null"));
  }

  @Test
  void aCloseThatIsNotDecided() {
    List<RunRecord> records = new ArrayList<>(run.decisions());
    records.remove(first(VerdictTest::hasFills));
    assertThat(of(decided(records)))
        .anyMatch(line -> line.contains("decided (expected: "))
        .anyMatch(line -> line.contains("by its fills"))
        .anyMatch(line -> line.startsWith("decided otherwise"));
  }

  @Test
  void aFillThatIsBookedTwice() {
    RunRecord record = first(VerdictTest::hasFills);
    List<RunRecord> records = new ArrayList<>(run.decisions());
    records.set(records.indexOf(record), RunRecord.of(withFillTwice(portfolioOf(record))));
    assertThat(of(decided(records)))
        .anyMatch(line -> line.contains("by its fills"))
        .anyMatch(line -> line.contains("filled for more than was ordered"));
  }

  @Test
  void anOrderIdWithTwoContents() {
    List<OrderCommand> orders = new ArrayList<>(run.orders());
    OrderCommand order =
        orders.stream()
            .filter(each -> each.kind() == OrderCommand.Kind.SEND)
            .findFirst()
            .orElseThrow();
    orders.add(
        OrderCommand.send(
            order.time(),
            order.orderId(),
            order.symbol(),
            -order.quantity(),
            order.referencePrice(),
            order.reduceOnly(),
            order.reason()));
    Outcome twice =
        new Outcome(
            run.decisions(), orders, run.bars(), run.exchange(), run.faults(), run.moments());
    assertThat(of(twice)).anyMatch(line -> line.contains("an id with two contents"));
  }

  private List<String> of(Outcome disturbed) {
    return Verdict.of(world, run, disturbed, Disturbances.only(SEED, Set.of()));
  }

  private Outcome decided(List<RunRecord> records) {
    return new Outcome(
        records, run.orders(), run.bars(), run.exchange(), run.faults(), run.moments());
  }

  private RunRecord first(Predicate<RunRecord> of) {
    return run.decisions().stream().filter(of).findFirst().orElseThrow();
  }

  private static boolean hasBars(RunRecord record) {
    PodDecision pod = record.pod();
    return pod != null && pod.assets().stream().anyMatch(VerdictTest::isBar);
  }

  private static boolean isBar(AssetRow row) {
    return Double.isFinite(row.close());
  }

  private static boolean hasFills(RunRecord record) {
    PortfolioDecision portfolio = record.portfolio();
    return portfolio != null && !portfolio.fills().isEmpty();
  }

  private static PortfolioDecision portfolioOf(RunRecord record) {
    return Objects.requireNonNull(record.portfolio());
  }

  private static PortfolioDecision withFillTwice(PortfolioDecision d) {
    List<FillRow> fills = new ArrayList<>(d.fills());
    fills.add(fills.get(0));
    return new PortfolioDecision(
        d.closeTime(),
        d.pods(),
        d.allocations(),
        d.targets(),
        d.orders(),
        fills,
        d.podFills(),
        d.positions(),
        d.equity(),
        d.monitors(),
        d.events(),
        d.commands(),
        d.benchmarks(),
        d.unsent());
  }
}
