package io.podflow.connectors.rundb;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Copies the tables of a run to CSV, one file per table (docs/decisions.md, "Fills, costs and
 * books").
 */
public final class RunExport {

  private RunExport() {}

  /**
   * Writes {@code <table>.csv} for all tables of the run in folder {@code run} into {@code out},
   * which is created when needed. Existing files of these names are replaced only when all tables
   * are written, so that a failed export leaves the files unchanged.
   *
   * @return the files written
   */
  public static List<Path> csv(Path run, Path out) throws IOException {
    Map<Path, Path> fileByPart = new LinkedHashMap<>();
    try (RunDb db = RunDb.open(RunFolder.databaseOf(run))) {
      Files.createDirectories(out);
      for (RunTable table : RunTable.values()) {
        Path part = out.resolve("." + table.label() + ".csv.part");
        fileByPart.put(part, out.resolve(table.label() + ".csv"));
        write(db, table, part);
      }
      for (Map.Entry<Path, Path> entry : fileByPart.entrySet()) {
        Files.move(entry.getKey(), entry.getValue(), StandardCopyOption.REPLACE_EXISTING);
      }
      return List.copyOf(fileByPart.values());
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e.getCause());
    } finally {
      for (Path part : fileByPart.keySet()) {
        Files.deleteIfExists(part);
      }
    }
  }

  private static void write(RunDb db, RunTable table, Path file) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
      List<RunTable.Column> columns = table.columns();
      csv.writeRecord(columns.stream().map(RunTable.Column::name).toList());
      @Nullable String[] values = new @Nullable String[columns.size()];
      db.forEach(
          table.selectStatement(),
          row -> {
            for (int i = 0; i < values.length; i++) {
              values[i] = row.exact(i, columns.get(i).type());
            }
            csv.writeRecord(values);
          });
    }
  }
}
