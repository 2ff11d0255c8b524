package io.podflow.job.operator;

import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;

/** Where an operator under test keeps its state. */
enum Backend {
  HEAP {
    @Override
    StateBackend create() {
      return new HashMapStateBackend();
    }
  },
  ROCKSDB {
    @Override
    StateBackend create() {
      return new EmbeddedRocksDBStateBackend();
    }
  };

  abstract StateBackend create();
}
