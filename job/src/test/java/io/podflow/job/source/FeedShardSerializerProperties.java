package io.podflow.job.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Positions in checkpoints are read back as they were written, or not at all. */
class FeedShardSerializerProperties {

  private final FeedShardSerializer one = new FeedShardSerializer();
  private final FeedShardListSerializer many = new FeedShardListSerializer();

  @Property(tries = 200)
  @Tag("L5")
  void aShardSurvives(@ForAll("shards") FeedShard shard) throws IOException {
    assertThat(one.deserialize(one.getVersion(), one.serialize(shard))).isEqualTo(shard);
  }

  @Property(tries = 200)
  @Tag("L5")
  void aListSurvives(@ForAll("shardLists") List<FeedShard> shards) throws IOException {
    assertThat(many.deserialize(many.getVersion(), many.serialize(shards))).isEqualTo(shards);
  }

  @Property(tries = 50)
  @Tag("L5")
  void anUnknownVersionIsRefused(@ForAll("shards") FeedShard shard, @ForAll int version)
      throws IOException {
    byte[] single = one.serialize(shard);
    byte[] list = many.serialize(List.of(shard));
    if (version != one.getVersion()) {
      assertRefused(version, () -> one.deserialize(version, single));
    }
    if (version != many.getVersion()) {
      assertRefused(version, () -> many.deserialize(version, list));
    }
  }

  private static void assertRefused(int version, ThrowingCallable reading) {
    assertThatThrownBy(reading)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("version " + version);
  }

  @Provide
  Arbitrary<FeedShard> shards() {
    return Combinators.combine(
            Arbitraries.integers().greaterOrEqual(0),
            Arbitraries.integers().greaterOrEqual(1),
            Arbitraries.longs().greaterOrEqual(0))
        .as(FeedShard::new);
  }

  @Provide
  Arbitrary<List<FeedShard>> shardLists() {
    return shards().list().ofMaxSize(8);
  }
}
