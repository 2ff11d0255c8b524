package io.podflow.job.source;

import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Version 1 of a shard in checkpoints: shard, shards, emitted. */
final class FeedShardSerializer implements SimpleVersionedSerializer<FeedShard> {

  private static final int VERSION = 1;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(FeedShard shard) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(16);
    write(shard, out);
    return out.getCopyOfBuffer();
  }

  @Override
  public FeedShard deserialize(int version, byte[] bytes) throws IOException {
    requireKnown(version);
    return read(new DataInputDeserializer(bytes));
  }

  static void write(FeedShard shard, DataOutputSerializer out) throws IOException {
    out.writeInt(shard.shard());
    out.writeInt(shard.shards());
    out.writeLong(shard.emitted());
  }

  static FeedShard read(DataInputDeserializer in) throws IOException {
    return new FeedShard(in.readInt(), in.readInt(), in.readLong());
  }

  static void requireKnown(int version) throws IOException {
    if (version != VERSION) {
      throw new IOException("feed position of version " + version + " (known: " + VERSION + ")");
    }
  }
}
