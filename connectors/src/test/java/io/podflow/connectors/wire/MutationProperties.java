package io.podflow.connectors.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.OrderCommand;
import io.podflow.domain.execution.PositionReport;
import io.podflow.domain.execution.PositionSnapshot;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** Whatever bytes arrive, reading them gives a message that can be believed, or a reason. */
@Tag("J2")
class MutationProperties {

  private static final int TRIES = 10_000;
  private static final List<Examples.Group<?>> GROUPS = Examples.all();

  @Property(tries = TRIES)
  void neverThrowsAndNeverBelievesNonsense(@ForAll long seed) {
    Random random = new Random(seed);
    for (Examples.Group<?> group : GROUPS) {
      List<byte[]> encoded = group.encoded();
      byte[] bytes = encoded.get(random.nextInt(encoded.size()));
      check(group.topic(), Mutation.any(random).of(bytes, random));
    }
  }

  @Property(tries = 20)
  void everyMutationChangesWhatIsRead(@ForAll long seed) {
    Map<Mutation, Integer> refused = new EnumMap<>(Mutation.class);
    for (Mutation mutation : Mutation.values()) {
      Random random = new Random(seed);
      for (int i = 0; i < 50; i++) {
        for (Examples.Group<?> group : GROUPS) {
          byte[] bytes = mutation.of(group.encoded().get(0), random);
          boolean no = group.topic().decode(bytes, Examples.NOW) instanceof Decoded.Refused;
          refused.merge(mutation, no ? 1 : 0, Integer::sum);
        }
      }
    }
    assertThat(refused).allSatisfy((mutation, count) -> assertThat(count).isGreaterThan(50));
  }

  private static <T> void check(WireTopic<T> topic, byte[] bytes) {
    Decoded<T> decoded = topic.decode(bytes, Examples.NOW);
    if (decoded instanceof Decoded.Refused<T> refused) {
      assertThat(refused.reason()).isNotBlank().hasSizeLessThanOrEqualTo(300);
      assertThat(refused.reason()).doesNotContain("\n", "Exception", "com.fasterxml", "Feature.");
    } else if (decoded instanceof Decoded.Message<T> message) {
      plausible(message.value());
      assertThat(topic.decode(topic.encode(message.value()), Examples.NOW))
          .isEqualTo(new Decoded.Message<>(message.value()));
    }
  }

  private static void plausible(Object message) {
    if (message instanceof MarketMessage market) {
      plausible(market);
    } else if (message instanceof OrderCommand order) {
      time(order.time(), Values.LATEST);
      if (order.kind() == OrderCommand.Kind.SEND) {
        tradable(order.orderId(), order.quantity(), order.referencePrice());
      }
    } else if (message instanceof ExchangeReport report) {
      time(report.time(), Examples.NOW + 86_400_000);
      assertThat(report.sequence()).isNotNegative();
      if (report.kind() == ExchangeReport.Kind.FILL) {
        tradable(report.orderId(), report.quantity(), report.price());
        assertThat(report.fillId()).isNotBlank().hasSizeLessThanOrEqualTo(WireLimits.LONGEST_ID);
        assertThat(report.fee()).isFinite();
        assertThat(report.slippageCost()).isFinite();
      }
      PositionSnapshot snapshot = report.snapshot();
      if (snapshot != null) {
        plausible(snapshot);
      }
    } else if (message instanceof ConfigMessage config) {
      assertThat(config.version()).isNotBlank().hasSizeLessThanOrEqualTo(WireLimits.LONGEST_ID);
      time(config.effective(), Values.LATEST);
      if (config.begin() != ConfigMessage.NOT_TOLD) {
        time(config.begin(), Values.LATEST);
      }
    }
  }

  private static void plausible(PositionSnapshot snapshot) {
    assertThat(snapshot.positions()).doesNotHaveDuplicates();
    for (PositionReport position : snapshot.positions()) {
      assertThat(position.quantity()).isFinite();
      assertThat(position.averagePrice()).isFinite().isNotNegative();
    }
  }

  private static void plausible(MarketMessage market) {
    boolean version = market.kind() == MarketMessage.Kind.VERSION;
    time(market.eventTime(), version ? Values.LATEST : Examples.NOW + 86_400_000);
    assertThat(Math.abs(market.rate())).isLessThan(1);
    if (market.kind() == MarketMessage.Kind.FUNDING) {
      assertThat(market.symbol()).isIn("BTC/USDT", "ETH/USDT");
    } else if (!market.symbol().isEmpty()) {
      assertThat(market.symbol()).isIn("BTC/USDT", "ETH/USDT");
      assertThat(market.timeframe().closesAt(market.time())).isTrue();
      assertThat(market.low()).isFinite().isPositive();
      assertThat(market.high()).isFinite();
      assertThat(market.open()).isBetween(market.low(), market.high());
      assertThat(market.close()).isBetween(market.low(), market.high());
      assertThat(market.volume()).isFinite().isNotNegative();
    }
  }

  private static void tradable(String orderId, double quantity, double price) {
    assertThat(orderId).isNotBlank().hasSizeLessThanOrEqualTo(WireLimits.LONGEST_ID);
    assertThat(quantity).isFinite().isNotZero();
    assertThat(price).isFinite().isPositive();
  }

  private static void time(long time, long latest) {
    assertThat(time).isBetween(WireTimes.EARLIEST, latest);
  }
}
