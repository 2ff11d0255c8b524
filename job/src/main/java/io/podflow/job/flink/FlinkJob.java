package io.podflow.job.flink;

import io.podflow.domain.market.MarketRecord;
import io.podflow.job.engine.RunScope;
import io.podflow.job.sink.RunDbSink;
import io.podflow.job.source.BarWatermarks;
import io.podflow.job.state.StateTypes;
import io.podflow.job.state.Uids;
import io.podflow.job.topology.Topology;
import java.nio.file.Path;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A backtest as a Flink job: the topology between a bounded feed and a run database. */
public final class FlinkJob {

  private final RunScope scope;
  private final Source<MarketRecord, ?, ?> bars;
  private final Path runDb;

  /**
   * @param bars emits in order of event time within each reader
   * @param runDb file that receives the records, on this machine
   */
  public FlinkJob(RunScope scope, Source<MarketRecord, ?, ?> bars, Path runDb) {
    this.scope = scope;
    this.bars = bars;
    this.runDb = runDb;
  }

  /** Starts the job in a cluster inside this process; {@link FlinkOptions} makes the options. */
  public JobClient start(Configuration options) throws Exception {
    return assemble(options).executeAsync("podflow " + scope.layout().settings().portfolioId());
  }

  /** The whole graph, not started. */
  public StreamExecutionEnvironment assemble(Configuration options) {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(options);
    boolean batch = options.get(ExecutionOptions.RUNTIME_MODE) == RuntimeExecutionMode.BATCH;
    DataStream<MarketRecord> market =
        env.fromSource(bars, BarWatermarks.punctuated(), "bars", StateTypes.MARKET_RECORD)
            .uid(Uids.BARS);
    new Topology(scope, batch)
        .decide(market)
        .sinkTo(new RunDbSink(runDb))
        .setParallelism(1)
        .uid(Uids.RUN)
        .name("run.db");
    return env;
  }
}
