package io.podflow.job.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Version 1 of the shards not yet handed out: their number, then each. */
final class FeedShardListSerializer implements SimpleVersionedSerializer<List<FeedShard>> {

  @Override
  public int getVersion() {
    return new FeedShardSerializer().getVersion();
  }

  @Override
  public byte[] serialize(List<FeedShard> shards) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    out.writeInt(shards.size());
    for (FeedShard shard : shards) {
      FeedShardSerializer.write(shard, out);
    }
    return out.getCopyOfBuffer();
  }

  @Override
  public List<FeedShard> deserialize(int version, byte[] bytes) throws IOException {
    FeedShardSerializer.requireKnown(version);
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    int size = in.readInt();
    List<FeedShard> shards = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      shards.add(FeedShardSerializer.read(in));
    }
    return shards;
  }
}
