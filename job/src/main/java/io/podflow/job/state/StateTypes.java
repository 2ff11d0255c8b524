package io.podflow.job.state;

import io.podflow.connectors.wire.ConfigMessage;
import io.podflow.connectors.wire.DeadLetter;
import io.podflow.domain.asset.AssetMemory;
import io.podflow.domain.asset.AssetUpdate;
import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.OrderCommand;
import io.podflow.domain.execution.ReportDeduplicatorState;
import io.podflow.domain.journal.Event;
import io.podflow.domain.market.BarCloseGateState;
import io.podflow.domain.market.MarketRecord;
import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.pod.PodState;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.domain.portfolio.books.PortfolioState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * Every type that crosses a wire or lies in state, and every state by name. One serializer writes
 * them all ({@link StateSerializer}).
 */
public final class StateTypes {

  public static final TypeInformation<MarketRecord> MARKET_RECORD =
      StateType.of(MarketRecord.class);
  public static final TypeInformation<PodBar> POD_BAR = StateType.of(PodBar.class);
  public static final TypeInformation<AssetUpdate> ASSET_UPDATE = StateType.of(AssetUpdate.class);
  public static final TypeInformation<PodDecision> POD_DECISION = StateType.of(PodDecision.class);
  public static final TypeInformation<PortfolioDecision> PORTFOLIO_DECISION =
      StateType.of(PortfolioDecision.class);
  public static final TypeInformation<PortfolioInput> PORTFOLIO_INPUT =
      StateType.of(PortfolioInput.class);
  public static final TypeInformation<Event> EVENT = StateType.of(Event.class);
  public static final TypeInformation<RunRecord> RUN_RECORD = StateType.of(RunRecord.class);

  public static final TypeInformation<MarketItem> MARKET_ITEM = StateType.of(MarketItem.class);
  public static final TypeInformation<KeyNotice> KEY_NOTICE = StateType.of(KeyNotice.class);
  public static final TypeInformation<ConfigMessage> CONFIG_MESSAGE =
      StateType.of(ConfigMessage.class);
  public static final TypeInformation<FeedItem> FEED_ITEM = StateType.of(FeedItem.class);
  public static final TypeInformation<ExchangeReport> EXCHANGE_REPORT =
      StateType.of(ExchangeReport.class);
  public static final TypeInformation<OrderCommand> ORDER_COMMAND =
      StateType.of(OrderCommand.class);

  public static final TypeInformation<RawRecord> RAW_RECORD = StateType.of(RawRecord.class);

  public static final TypeInformation<DeadLetter> DEAD_LETTER = StateType.of(DeadLetter.class);

  private StateTypes() {}

  /** Of the one task that sees the whole market: last rows, open bars, closes that are over. */
  public static ListStateDescriptor<BarCloseGateState> marketGate() {
    return new ListStateDescriptor<>("market-gate", StateType.of(BarCloseGateState.class));
  }

  /** Of tasks that see every version of the configuration: those that were accepted. */
  public static ListStateDescriptor<ConfigVersion> versions() {
    return new ListStateDescriptor<>("versions", StateType.of(ConfigVersion.class));
  }

  /** Of the one task that sees all reports: the last heartbeat and the last fills. */
  public static ListStateDescriptor<ReportDeduplicatorState> exchangeGate() {
    return new ListStateDescriptor<>("exchange-gate", StateType.of(ReportDeduplicatorState.class));
  }

  /** Keyed by (pod, symbol): bars kept, returns, last close. */
  public static ValueStateDescriptor<AssetMemory> asset() {
    return new ValueStateDescriptor<>("asset", StateType.of(AssetMemory.class));
  }

  /** Keyed by pod: machines, weights, targets, account. */
  public static AlignmentState<AssetUpdate, PodState> pod() {
    return AlignmentState.of(ASSET_UPDATE, StateType.of(PodState.class));
  }

  /** Keyed by portfolio: ledger, sub-ledgers, capital, waiting orders. */
  public static AlignmentState<PortfolioInput, PortfolioState> portfolio() {
    return AlignmentState.of(PORTFOLIO_INPUT, StateType.of(PortfolioState.class));
  }
}
