package io.podflow.chaos.fault;

/** One fault, about to happen. */
public interface Fault {

  /** Makes it happen, without delay. */
  void strike() throws Exception;

  /** Brings back what does not come back by itself; may take its time. */
  void mend() throws Exception;

  /** What the seed has drawn of it, for the table; empty where nothing is drawn. */
  default String detail() {
    return "";
  }
}
