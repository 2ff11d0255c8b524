package io.podflow.savepoints.check;

import io.podflow.domain.metrics.ReturnWindow;
import io.podflow.domain.pod.PodState;
import io.podflow.domain.selection.AssetState;
import io.podflow.domain.selection.SelectorState;
import java.util.Arrays;

/** A pod: its machines stand where their states allow, its weights and targets follow them. */
final class PodCheck {

  private final String pod;
  private final PodState memory;
  private final int rampSteps;
  private final StateFindings findings;

  /**
   * @param rampSteps of the pod's selector; 0 when not known
   */
  PodCheck(String pod, PodState memory, int rampSteps, StateFindings findings) {
    this.pod = pod;
    this.memory = memory;
    this.rampSteps = rampSteps;
    this.findings = findings;
  }

  void run() {
    int n = memory.symbols.length;
    int[] lengths = {
      memory.machines.length,
      memory.returns.length,
      memory.missed.length,
      memory.targets.length,
      memory.weights.length,
      memory.allocated.length,
      memory.held.length,
      later(memory.halted.length, n),
      later(memory.constant.length, n),
      later(memory.factors.length, n),
      later(memory.fundingDue.length, n),
      later(memory.jumps.length, n)
    };
    if (Arrays.stream(lengths).anyMatch(length -> length != n)) {
      findings.expect(false, pod + ": arrays", Arrays.toString(lengths), "all " + n);
      return;
    }
    for (int i = 0; i < n; i++) {
      machine(pod + " " + memory.symbols[i], memory.machines[i], i);
      window(findings, pod + " " + memory.symbols[i] + ": allocator's returns", memory.returns[i]);
    }
    findings.atMostOne(pod + ": sum of weights", Arrays.stream(memory.weights).sum());
  }

  /** Length of what state from before it was kept has nothing of. */
  private static int later(int length, int symbols) {
    return length == 0 ? symbols : length;
  }

  private void machine(String where, SelectorState machine, int i) {
    findings.expect(
        machine.level() >= 0 && (rampSteps == 0 || machine.level() <= rampSteps),
        where + ": level",
        machine.level(),
        rampSteps == 0 ? "at least 0" : "0 to " + rampSteps);
    findings.expect(
        machine.state() != AssetState.COOLDOWN || machine.level() == 0,
        where + ": level in COOLDOWN",
        machine.level(),
        "0");
    findings.expect(
        machine.state() != AssetState.ACTIVE || rampSteps == 0 || machine.level() == rampSteps,
        where + ": level when ACTIVE",
        machine.level(),
        String.valueOf(rampSteps));
    findings.expect(
        machine.confirmation() >= 0 && machine.cooldown() >= 0 && machine.cooldowns() >= 0,
        where + ": counters",
        machine,
        "at least 0");
    findings.expect(memory.weights[i] >= 0, where + ": weight", memory.weights[i], "at least 0");
    findings.finite(where + ": target", memory.targets[i]);
    // A symbol without a bar keeps the target it had, until it is stale.
    findings.expect(
        memory.missed[i] != 0 || machine.level() > 0 || memory.targets[i] == 0,
        where + ": target at level 0",
        memory.targets[i],
        "0");
  }

  static void window(StateFindings findings, String where, ReturnWindow window) {
    findings.expect(
        window.size <= window.capacity && window.start + window.size <= window.values.length,
        where,
        window.size + " from " + window.start,
        "at most " + window.capacity + " within " + window.values.length);
  }
}
