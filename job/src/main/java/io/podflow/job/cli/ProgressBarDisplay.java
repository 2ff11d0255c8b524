package io.podflow.job.cli;

import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar with rate and remaining time, redrawn in place. */
final class ProgressBarDisplay implements ProgressDisplay {

  private final ProgressBar bar;
  private final PrintWriter messages;

  ProgressBarDisplay(long expected, PrintWriter messages) {
    this.messages = messages;
    this.bar =
        new ProgressBarBuilder()
            .setTaskName("bars")
            .setInitialMax(expected)
            .setStyle(ProgressBarStyle.UNICODE_BLOCK)
            .setUpdateIntervalMillis(200)
            .setUnit(" bars", 1)
            .showSpeed()
            .build();
  }

  @Override
  public void bars(long bars) {
    bar.maxHint(Math.max(bar.getMax(), bars));
    bar.stepTo(bars);
  }

  @Override
  public void allRead() {
    bar.maxHint(bar.getCurrent());
    bar.setExtraMessage(" all read, deciding");
  }

  @Override
  public void interrupted() {
    bar.close();
    messages.println("podflow: interrupted; nothing is left of the run");
    messages.flush();
  }

  @Override
  public void close() {
    bar.close();
  }
}
