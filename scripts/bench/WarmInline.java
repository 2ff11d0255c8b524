import io.podflow.config.ConfigReader;
import io.podflow.config.Overrides;
import io.podflow.connectors.csv.BarFolder;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.job.engine.FolderFeed;
import io.podflow.job.inline.InlineEngine;
import io.podflow.job.engine.Progress;
import io.podflow.job.engine.RunScope;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Warm CPU time of the inline engine over one configuration and folder of bars: with every record
 * thrown away, and with run.db written. Arguments: CONFIG FOLDER [RUNS].
 */
class WarmInline {

  public static void main(String[] args) throws Exception {
    PodflowSettings settings =
        ConfigReader.installed()
            .read(Path.of(args[0]), Overrides.none().with("--data", Overrides.BARS, args[1]))
            .orThrow();
    int runs = args.length > 2 ? Integer.parseInt(args[2]) : 20;
    var inventory = BarFolder.inventory(Path.of(args[1]), PortfolioLayout.of(settings.orchestrator()));
    RunScope scope = RunScope.of(settings, BarFolder.window(settings.backtest(), inventory));
    FolderFeed feed = new FolderFeed(inventory, scope, true);
    InlineEngine engine = new InlineEngine(WarmInline.class.getClassLoader());
    var threads = ManagementFactory.getThreadMXBean();
    double steps = Double.MAX_VALUE;
    double written = Double.MAX_VALUE;
    for (int run = 0; run < runs; run++) {
      long start = threads.getCurrentThreadCpuTime();
      engine.run(scope, feed, record -> {}, Progress.SILENT);
      long middle = threads.getCurrentThreadCpuTime();
      Path db = Files.createTempFile("bench", ".db");
      Files.delete(db);
      engine.run(scope, feed, db, Progress.SILENT);
      long end = threads.getCurrentThreadCpuTime();
      Files.delete(db);
      steps = Math.min(steps, (middle - start) / 1e6);
      written = Math.min(written, (end - middle) / 1e6);
    }
    System.out.printf("CPU, minimum of %d: steps %.1f ms, with run.db %.1f ms%n", runs, steps, written);
  }
}
