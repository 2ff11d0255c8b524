package io.podflow.connectors.csv;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Writes bars in podflow's normal form: {@code timestamp,open,high,low,close,volume}, one row per
 * bar open, the earliest first, with prices and volumes equal to the input to the last bit. The
 * target folder is complete or absent after the call, and no existing file is overwritten.
 */
public final class BarConversion {

  private BarConversion() {}

  /**
   * @param target folder that must not exist, or be empty
   * @return rows written
   * @throws FileAlreadyExistsException if there is something at {@code target}
   * @throws IOException if the files cannot be written
   * @throws BarInputException if a file changed since it was scanned
   */
  public static long write(List<BarFile> files, Path target) throws IOException {
    Path whole = target.toAbsolutePath().normalize();
    refuseOccupied(whole);
    Path parent = whole.getParent();
    if (parent == null) {
      throw occupied(whole);
    }
    if (Files.exists(parent) && !Files.isDirectory(parent)) {
      throw new FileSystemException(parent.toString(), null, "is a file and no folder");
    }
    Files.createDirectories(parent);
    Path draft = parent.resolve("." + whole.getFileName() + "-" + UUID.randomUUID());
    Files.createDirectory(draft);
    try {
      long rows = 0;
      for (BarFile file : files) {
        rows += write(file, draft.resolve(file.found().name() + ".csv"));
      }
      Files.move(draft, whole, StandardCopyOption.ATOMIC_MOVE);
      return rows;
    } catch (IOException | RuntimeException e) {
      discard(draft, e);
      refuseOccupied(whole);
      throw e;
    }
  }

  private static long write(BarFile file, Path path) throws IOException {
    long count = 0;
    try (BarFile.Rows rows = file.rows();
        BufferedWriter out = Files.newBufferedWriter(path, StandardCharsets.US_ASCII)) {
      out.write("timestamp,open,high,low,close,volume\n");
      while (rows.next()) {
        out.write(
            Instant.ofEpochMilli(rows.openTime())
                + ","
                + decimal(rows.open())
                + ","
                + decimal(rows.high())
                + ","
                + decimal(rows.low())
                + ","
                + decimal(rows.last())
                + ","
                + decimal(rows.volume())
                + "\n");
        count++;
      }
    }
    return count;
  }

  /** The shortest decimal that parses to the same double, without an exponent. */
  private static String decimal(double value) {
    String text = new BigDecimal(Double.toString(value)).toPlainString();
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  /**
   * @throws FileAlreadyExistsException if there is something at {@code target}
   */
  public static void refuseOccupied(Path target) throws IOException {
    if (Files.isDirectory(target)) {
      try (Stream<Path> content = Files.list(target)) {
        if (content.findAny().isEmpty()) {
          return;
        }
      }
    }
    if (Files.exists(target)) {
      throw occupied(target);
    }
  }

  private static FileAlreadyExistsException occupied(Path target) {
    return new FileAlreadyExistsException(
        target.toString(), null, "already exists and is not an empty folder");
  }

  /** The reason of the failure matters more to a reader than a draft that could not be deleted. */
  private static void discard(Path draft, Exception why) {
    try {
      delete(draft);
    } catch (IOException e) {
      why.addSuppressed(e);
    }
  }

  private static void delete(Path draft) throws IOException {
    try (Stream<Path> content = Files.list(draft)) {
      for (Path file : content.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(draft);
  }
}
