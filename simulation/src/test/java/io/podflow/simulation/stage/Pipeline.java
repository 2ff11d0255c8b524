package io.podflow.simulation.stage;

import io.podflow.domain.asset.AssetUpdate;
import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.journal.Event;
import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.job.state.FeedItem;
import io.podflow.job.state.KeyNotice;
import io.podflow.job.state.MarketItem;
import io.podflow.job.state.PodBar;
import io.podflow.job.state.PortfolioInput;
import io.podflow.job.state.RunRecord;
import io.podflow.job.state.Uids;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One life of the job: the graph of {@code LiveJob} between its sources and its sinks. */
public final class Pipeline implements AutoCloseable {

  /** Tasks of the operators that scale out. */
  public record Parallelism(int assets, int pods) {}

  private final Channel<FeedItem> bars = new Channel<>();
  private final Channel<ExchangeReport> reports = new Channel<>();
  private final Map<String, List<Task<?>>> tasks = new LinkedHashMap<>();
  private final List<Runnable> closes = new ArrayList<>();
  private final List<Move> moves = new ArrayList<>();
  private final Stages stages;
  private final Output output;
  private final Checkpoint from;
  private final Intake intake;
  private int barsRead;
  private int reportsRead;

  private record Move(Task<?> task, int channel) {}

  public Pipeline(Stages stages, Parallelism parallelism, Checkpoint from, Output output) {
    this.stages = stages;
    this.output = output;
    this.from = from;
    this.barsRead = from.bars();
    this.reportsRead = from.reports();
    this.intake = new Intake(from.version());
    assemble(parallelism);
  }

  private void assemble(Parallelism parallelism) {
    Channel<Told<PortfolioInput>> fillBars = new Channel<>();
    Channel<Told<PortfolioInput>> exchange = new Channel<>();
    Channel<Told<PortfolioInput>> notices = new Channel<>();
    List<Channel<Told<PortfolioInput>>> targets = channels(parallelism.pods());
    List<Channel<Told<PortfolioInput>>> all = new ArrayList<>(targets);
    all.addAll(List.of(fillBars, exchange, notices));
    add(Uids.PORTFOLIO, stages.portfolio(decided(), output::late, kept(Uids.PORTFOLIO)), all);
    List<List<Channel<Told<AssetUpdate>>>> updates = new ArrayList<>();
    List<Channel<Told<AssetUpdate>>> podNotices = channels(parallelism.pods());
    for (int pod = 0; pod < parallelism.pods(); pod++) {
      List<Channel<Told<AssetUpdate>>> inputs = channels(parallelism.assets());
      updates.add(inputs);
      List<Channel<Told<AssetUpdate>>> both = new ArrayList<>(inputs);
      both.add(podNotices.get(pod));
      Stages.Share share = new Stages.Share(pod, parallelism.pods());
      Emission<PodDecision> out = pods(targets.get(pod));
      add(Uids.PODS, stages.pods(out, output::late, share, kept(Uids.PODS)), both);
    }
    List<Channel<PodBar>> podBars = channels(parallelism.assets());
    for (int asset = 0; asset < parallelism.assets(); asset++) {
      int task = asset;
      List<Channel<Told<AssetUpdate>>> outs = updates.stream().map(each -> each.get(task)).toList();
      Stages.Share share = new Stages.Share(asset, parallelism.assets());
      Emission<AssetUpdate> out = spread(outs, AssetUpdate::pod, Told::of);
      add(
          Uids.ASSETS,
          stages.assets(out, output::late, share, kept(Uids.ASSETS)),
          List.of(podBars.get(asset)));
    }
    Channel<MarketItem> market = new Channel<>();
    Emission<PodBar> spread = spread(podBars, PodBar::asset, bar -> bar);
    Aside aside =
        new Aside(
            spread(List.of(fillBars), input -> 0, Told::of),
            spread(podNotices, KeyNotice::key, Told::of),
            spread(List.of(notices), KeyNotice::key, Told::of),
            this::event);
    add(Uids.ROUTER, stages.router(spread, aside), List.of(market));
    add(Uids.MARKET_GATE, stages.marketGate(market, kept(Uids.MARKET_GATE)), List.of(bars));
    Emission<PortfolioInput> reported = spread(List.of(exchange), input -> 0, Told::of);
    add(
        Uids.EXCHANGE_GATE,
        stages.exchangeGate(reported, this::event, kept(Uids.EXCHANGE_GATE)),
        List.of(reports));
  }

  private <T, C> Emission<T> spread(
      List<Channel<C>> outs, ToIntFunction<T> key, Function<T, C> as) {
    return new Spread<>(outs, value -> stages.task(key.applyAsInt(value), outs.size()), as);
  }

  private List<Memory> kept(String operator) {
    return from.of(operator);
  }

  private void event(Event event) {
    output.record(RunRecord.of(event));
  }

  private static <T> List<Channel<T>> channels(int count) {
    return Stream.generate(Channel<T>::new).limit(count).toList();
  }

  private <I> void add(String operator, Stage<I> stage, List<Channel<I>> inputs) {
    Task<I> task = new Task<>(stage, inputs);
    tasks.computeIfAbsent(operator, name -> new ArrayList<>()).add(task);
    closes.add(stage::close);
    IntStream.range(0, inputs.size()).forEach(channel -> moves.add(new Move(task, channel)));
  }

  private Emission<PortfolioDecision> decided() {
    return new Emission<>() {
      @Override
      public void record(PortfolioDecision decision, long time) {
        output.portfolio(decision);
      }

      @Override
      public void watermark(long time) {}
    };
  }

  private Emission<PodDecision> pods(Channel<Told<PortfolioInput>> targets) {
    return new Emission<>() {
      @Override
      public void record(PodDecision decision, long time) {
        output.record(RunRecord.of(decision));
        targets.record(Told.of(PortfolioInput.of(decision)), time);
      }

      @Override
      public void watermark(long time) {
        targets.watermark(time);
      }
    };
  }

  /** How many records of the topic of bars have been read. */
  public int barsRead() {
    return barsRead;
  }

  /** How many records of the topic of reports have been read. */
  public int reportsRead() {
    return reportsRead;
  }

  /** Reads the next record of the topic of bars. */
  public void bar(FeedItem item) {
    barsRead++;
    if (intake.passes(item)) {
      bars.record(item, 0);
    }
  }

  /** Reads the next record of the topic of reports. */
  public void report(ExchangeReport report) {
    reportsRead++;
    reports.record(report, 0);
  }

  /** Some task does one thing; false when nothing is on its way. */
  public boolean move(SplittableRandom random) {
    int first = random.nextInt(moves.size());
    for (int i = 0; i < moves.size(); i++) {
      Move move = moves.get((first + i) % moves.size());
      if (move.task().move(move.channel())) {
        return true;
      }
    }
    return false;
  }

  /** What is on its way arrives, as a barrier behind it would see to, and all is kept. */
  public Checkpoint checkpoint(SplittableRandom random) {
    while (move(random)) {
      // Until nothing is on its way.
    }
    Map<String, List<Memory>> kept = new LinkedHashMap<>();
    tasks.forEach(
        (operator, all) ->
            kept.put(operator, all.stream().map(task -> task.stage().memory()).toList()));
    return new Checkpoint(barsRead, reportsRead, intake.version(), kept);
  }

  @Override
  public void close() {
    closes.forEach(Runnable::run);
  }
}
