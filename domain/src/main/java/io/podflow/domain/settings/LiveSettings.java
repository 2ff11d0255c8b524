package io.podflow.domain.settings;

import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The {@code live} section. Durations are written as {@code 500 ms}, {@code 30 s}, {@code 5 m}. */
public record LiveSettings(
    @Setting(value = "Silence of the exchange after which a warning is raised", def = "30 s")
        Duration exchangeTimeout,
    @Setting(value = "How long a close waits for symbols whose bar is missing", def = "30 s")
        Duration barTimeout,
    @Setting(value = "Age at which an open remainder is cancelled", def = "60 s")
        Duration orderTimeout,
    @Setting(value = "Time between two position snapshots of the paper exchange", def = "60 s")
        Duration reconcileEvery,
    @Setting(value = "What a difference to the exchange leads to", def = "report")
        ReconcilePolicy reconcilePolicy,
    @Setting(value = "Time between checkpoints", def = "10 s") Duration checkpointEvery,
    @Setting(value = "Bars to warm up from: a folder, topic:NAME, or sample", def = Setting.NONE)
        @Nullable String history,
    @Setting(
            value = "Difference between the clocks of two machines above which a warning is raised",
            def = "2 s")
        Duration clockTolerance,
    @Setting(
            value = "How long after its time a close may be decided before a warning is raised",
            def = "30 s")
        Duration closeGrace,
    @Setting(
            value = "Brokers that carry a topic that podflow makes: a number, or auto for up to 3",
            def = "auto")
        Replication replication,
    @Setting(
            value = "Address that the sockets of podflow's own processes listen on",
            def = LiveSettings.LOOPBACK,
            pattern = "[0-9A-Za-z.:_-]{1,253}",
            words = "that is a host name or an IP address")
        String bind)
    implements Serializable {

  /** The address that other machines do not reach. */
  public static final String LOOPBACK = "127.0.0.1";
}
