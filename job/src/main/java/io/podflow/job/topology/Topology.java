package io.podflow.job.topology;

import io.podflow.domain.asset.AssetUpdate;
import io.podflow.domain.journal.Event;
import io.podflow.domain.market.MarketRecord;
import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.job.engine.RunScope;
import io.podflow.job.operator.AlignmentOperator;
import io.podflow.job.operator.AssetFunction;
import io.podflow.job.operator.BarRouter;
import io.podflow.job.operator.LateInputs;
import io.podflow.job.operator.VersionRouter;
import io.podflow.job.state.KeyNotice;
import io.podflow.job.state.MarketItem;
import io.podflow.job.state.PodBar;
import io.podflow.job.state.PortfolioInput;
import io.podflow.job.state.RunRecord;
import io.podflow.job.state.StateTypes;
import io.podflow.job.state.Uids;
import io.podflow.job.step.PodSetStep;
import io.podflow.job.step.PortfolioSetStep;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.jspecify.annotations.Nullable;

/**
 * The job as a graph: bars in, records of every decision out. The same graph runs in batch and in
 * streaming; sources and sinks are given from outside.
 */
public final class Topology {

  /** One portfolio per job today, and everything is keyed by it. */
  private static final int PORTFOLIO_KEY = 0;

  private final RunScope scope;
  private final boolean sortedInput;

  /**
   * @param sortedInput whether the job runs in batch, where a keyed operator gets its input sorted
   */
  public Topology(RunScope scope, boolean sortedInput) {
    this.scope = scope;
    this.sortedInput = sortedInput;
  }

  /**
   * What a job has decided.
   *
   * @param records everything that is written down
   * @param portfolio the portfolio's part of it, with what is to be sent
   */
  public record Decided(DataStream<RunRecord> records, DataStream<PortfolioDecision> portfolio) {}

  /** From bars to everything the run writes down; podflow fills its orders itself. */
  public DataStream<RunRecord> decide(DataStream<MarketRecord> market) {
    return decide(routed(market, new BarRouter(scope, PORTFOLIO_KEY)), null, null).records();
  }

  /**
   * From bars, rates of funding and versions of the configuration to decisions.
   *
   * @param exchange what the exchange side reports, with event time of its own; null when podflow
   *     fills its orders itself
   */
  public Decided decideLive(
      DataStream<MarketItem> market, @Nullable DataStream<PortfolioInput> exchange) {
    SingleOutputStreamOperator<PodBar> bars =
        routed(market, new VersionRouter(scope, PORTFOLIO_KEY));
    Notices notices =
        new Notices(
            bars.getSideOutput(VersionRouter.POD_NOTICES),
            bars.getSideOutput(VersionRouter.PORTFOLIO_NOTICES));
    return decide(bars, exchange, notices);
  }

  /** Versions of the configuration and rates of funding, for each key that they concern. */
  private record Notices(DataStream<KeyNotice> pods, DataStream<KeyNotice> portfolio) {}

  /** With more tasks than there are before it, bars of one symbol would overtake each other. */
  private static <T> SingleOutputStreamOperator<PodBar> routed(
      DataStream<T> market, ProcessFunction<T, PodBar> router) {
    return market
        .process(router, StateTypes.POD_BAR)
        .setParallelism(market.getParallelism())
        .uid(Uids.ROUTER)
        .name("route bars to pods");
  }

  private Decided decide(
      SingleOutputStreamOperator<PodBar> bars,
      @Nullable DataStream<PortfolioInput> exchange,
      @Nullable Notices notices) {
    SingleOutputStreamOperator<AssetUpdate> assets = assets(bars);
    SingleOutputStreamOperator<PodDecision> pods =
        pods(assets, notices == null ? null : notices.pods());
    SingleOutputStreamOperator<PortfolioDecision> portfolio =
        portfolio(
            pods,
            inputs(bars.getSideOutput(BarRouter.FILL_BARS), exchange),
            notices == null ? null : notices.portfolio());
    DataStream<RunRecord> records =
        records(
                pods,
                portfolio,
                bars.getSideOutput(BarRouter.DATA_EVENTS)
                    .union(
                        assets.getSideOutput(LateInputs.TAG),
                        pods.getSideOutput(LateInputs.TAG),
                        portfolio.getSideOutput(LateInputs.TAG)))
            .union(assets.getSideOutput(AssetFunction.MODELS));
    return new Decided(records, portfolio);
  }

  private static DataStream<PortfolioInput> inputs(
      DataStream<PortfolioInput> fillBars, @Nullable DataStream<PortfolioInput> exchange) {
    return exchange == null ? fillBars : fillBars.union(exchange);
  }

  private SingleOutputStreamOperator<AssetUpdate> assets(DataStream<PodBar> bars) {
    return bars.keyBy(PodBar::asset, Types.INT)
        .process(new AssetFunction(scope), StateTypes.ASSET_UPDATE)
        .uid(Uids.ASSETS)
        .name("assets: signal, returns, metrics");
  }

  private SingleOutputStreamOperator<PodDecision> pods(
      DataStream<AssetUpdate> assets, @Nullable DataStream<KeyNotice> notices) {
    return aligned(
            assets.keyBy(AssetUpdate::pod, Types.INT),
            notices,
            "pods: account, selector, weights, targets",
            StateTypes.POD_DECISION,
            new AlignmentOperator<>(new PodSetStep(scope), StateTypes.pod(), sortedInput))
        .uid(Uids.PODS);
  }

  private SingleOutputStreamOperator<PortfolioDecision> portfolio(
      DataStream<PodDecision> pods,
      DataStream<PortfolioInput> inputs,
      @Nullable DataStream<KeyNotice> notices) {
    DataStream<PortfolioInput> decisions =
        pods.map(PortfolioInput::of)
            .returns(StateTypes.PORTFOLIO_INPUT)
            .uid(Uids.POD_TARGETS)
            .name("pod targets");
    return aligned(
            inputs.union(decisions).keyBy(input -> PORTFOLIO_KEY, Types.INT),
            notices,
            "portfolio: capital, netting, orders, ledger",
            StateTypes.PORTFOLIO_DECISION,
            new AlignmentOperator<>(
                new PortfolioSetStep(scope), StateTypes.portfolio(), sortedInput))
        .uid(Uids.PORTFOLIO);
  }

  private static <I, O> SingleOutputStreamOperator<O> aligned(
      KeyedStream<I, Integer> inputs,
      @Nullable DataStream<KeyNotice> notices,
      String name,
      TypeInformation<O> type,
      AlignmentOperator<I, ?, O> operator) {
    return notices == null
        ? inputs.transform(name, type, operator)
        : inputs.connect(notices.keyBy(KeyNotice::key, Types.INT)).transform(name, type, operator);
  }

  private static DataStream<RunRecord> records(
      DataStream<PodDecision> pods,
      DataStream<PortfolioDecision> portfolio,
      DataStream<Event> events) {
    return pods.map(RunRecord::of)
        .returns(StateTypes.RUN_RECORD)
        .uid(Uids.POD_RECORDS)
        .name("pod records")
        .union(
            portfolio
                .map(RunRecord::of)
                .returns(StateTypes.RUN_RECORD)
                .uid(Uids.PORTFOLIO_RECORDS)
                .name("portfolio records"),
            events
                .map(RunRecord::of)
                .returns(StateTypes.RUN_RECORD)
                .uid(Uids.EVENT_RECORDS)
                .name("events"));
  }
}
