package io.podflow.job.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar with rate and remaining time, redrawn in place. */
final class ProgressBarDisplay implements ProgressDisplay {

  private final ProgressBar bar;

  ProgressBarDisplay(long expected) {
    bar =
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
    bar.stepTo(bars);
    bar.maxHint(Math.max(bar.getMax(), bars));
  }

  @Override
  public void close() {
    bar.close();
  }
}
