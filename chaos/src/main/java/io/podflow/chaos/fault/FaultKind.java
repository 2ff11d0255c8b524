package io.podflow.chaos.fault;

import io.podflow.chaos.stage.LocalProcesses;
import io.podflow.chaos.stage.Stage;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** The faults that there are, by the names that the command line has for them. */
public enum FaultKind {
  /** {@code kill -9} of a task manager that the job runs on. */
  TASK_MANAGER {
    @Override
    public Fault on(Stage stage, SplittableRandom random) {
      return new Killed(
          () -> stage.kill(stage.busyTaskManager(random)), stage.local()::startCluster);
    }
  },
  /** {@code kill -9} of the job manager, which forgets its jobs. */
  JOB_MANAGER {
    @Override
    public Fault on(Stage stage, SplittableRandom random) {
      return new Killed(() -> stage.kill(LocalProcesses.JOB_MANAGER), stage.local()::startCluster);
    }
  },
  /** {@code kill -9} of the broker. */
  BROKER {
    @Override
    public Fault on(Stage stage, SplittableRandom random) {
      return new Killed(() -> stage.kill(LocalProcesses.BROKER), stage.local()::startBroker);
    }
  },
  /** {@code kill -9} of the paper exchange, which keeps nothing. */
  EXCHANGE {
    @Override
    public Fault on(Stage stage, SplittableRandom random) {
      return new Killed(stage::killExchange, stage.exchange()::start);
    }
  },
  /** A stop with a savepoint, and the job goes on from it. */
  SAVEPOINT {
    @Override
    public Fault on(Stage stage, SplittableRandom random) {
      return new Stopped(stage.job(), stage.job().parallelism());
    }
  },
  /** The same at another parallelism: from 1 to 2, and the next time back. */
  RESCALE {
    @Override
    public Fault on(Stage stage, SplittableRandom random) {
      return new Stopped(stage.job(), 3 - stage.job().parallelism());
    }
  },
  /** A task manager that stands still: for shorter or longer than it takes to be given up. */
  PAUSED_TASK_MANAGER {
    @Override
    public Fault on(Stage stage, SplittableRandom random) {
      return new Lasting(
          random,
          1_000,
          10_000,
          () -> {
            long pid = stage.pause(stage.busyTaskManager(random));
            return () -> {
              stage.carryOn(pid);
              stage.local().startCluster();
            };
          });
    }
  },
  /** A job manager that stands still. */
  PAUSED_JOB_MANAGER {
    @Override
    public Fault on(Stage stage, SplittableRandom random) {
      return new Lasting(
          random,
          1_000,
          10_000,
          () -> {
            long pid = stage.pause(LocalProcesses.JOB_MANAGER);
            return () -> {
              stage.carryOn(pid);
              stage.local().startCluster();
            };
          });
    }
  },
  /** A broker that stands still. */
  PAUSED_BROKER {
    @Override
    public Fault on(Stage stage, SplittableRandom random) {
      return new Lasting(
          random,
          1_000,
          8_000,
          () -> {
            long pid = stage.pause(LocalProcesses.BROKER);
            return () -> stage.carryOn(pid);
          });
    }
  },
  /** A paper exchange that stands still. */
  PAUSED_EXCHANGE {
    @Override
    public Fault on(Stage stage, SplittableRandom random) {
      return new Lasting(
          random,
          1_000,
          8_000,
          () -> {
            long pid = stage.pauseExchange();
            return () -> stage.carryOn(pid);
          });
    }
  },
  /** A disk without room for checkpoints. */
  FULL_DISK {
    @Override
    public Fault on(Stage stage, SplittableRandom random) {
      return new Lasting(
          random,
          2_000,
          7_000,
          () -> {
            stage.fillDisk();
            return stage::freeDisk;
          });
    }
  };

  /** This fault, with all that it leaves to chance drawn from {@code random}. */
  public abstract Fault on(Stage stage, SplittableRandom random);

  /** {@code paused-broker}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<FaultKind> named(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst();
  }

  /** All names, separated by commas. */
  public static String labels() {
    return Arrays.stream(values()).map(FaultKind::label).collect(Collectors.joining(", "));
  }
}
