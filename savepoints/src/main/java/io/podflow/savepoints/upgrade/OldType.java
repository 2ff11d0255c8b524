package io.podflow.savepoints.upgrade;

import io.podflow.job.state.codec.LogicalNames;
import io.podflow.job.state.codec.Schemas;
import io.podflow.job.state.codec.StateCodec;
import io.podflow.job.state.schema.Schema;
import java.io.IOException;
import java.io.Serializable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.jspecify.annotations.Nullable;

/**
 * A frozen class of state: what Flink took it for, and how its values become bytes.
 *
 * @param name of the class in old savepoints
 */
record OldType(String name) implements Serializable {

  static final OldType ASSET = new OldType("io.podflow.domain.asset.AssetMemory");
  static final OldType POD = new OldType("io.podflow.domain.pod.PodState");
  static final OldType POD_INPUT = new OldType("io.podflow.domain.asset.AssetUpdate");
  static final OldType PORTFOLIO = new OldType("io.podflow.domain.portfolio.PortfolioState");
  static final OldType PORTFOLIO_INPUT = new OldType("io.podflow.job.state.PortfolioInput");
  static final OldType MARKET = new OldType("io.podflow.domain.market.MarketGateState");
  static final OldType EXCHANGE = new OldType("io.podflow.domain.execution.ReportGateState");
  static final OldType VERSION = new OldType("io.podflow.job.state.ConfigVersion");

  /** As Flink's own serializers see the class. */
  @SuppressWarnings("unchecked")
  TypeInformation<Object> information() {
    return (TypeInformation<Object>) TypeInformation.of(type());
  }

  private Class<?> type() {
    return OldNames.load(name, OldType.class.getClassLoader());
  }

  private static final class Codecs {
    static final LogicalNames NAMES = OldNames.in(OldType.class.getClassLoader());
    static final Map<OldType, StateCodec<Object>> MADE = new ConcurrentHashMap<>();
  }

  /** The schema of {@link #bytes}. */
  Schema schema() {
    return Schemas.of(type(), Codecs.NAMES);
  }

  /** A value of the class by its schema, or null for null. */
  byte @Nullable [] bytes(@Nullable Object value) throws IOException {
    if (value == null) {
      return null;
    }
    DataOutputSerializer out = new DataOutputSerializer(1_024);
    Codecs.MADE.computeIfAbsent(this, OldType::codec).write(value, out);
    return out.getCopyOfBuffer();
  }

  private StateCodec<Object> codec() {
    return StateCodec.reading(schema(), Codecs.NAMES);
  }
}
