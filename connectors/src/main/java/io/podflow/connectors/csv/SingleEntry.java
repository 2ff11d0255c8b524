package io.podflow.connectors.csv;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** The bytes of the only file in a zip archive, the form of exchanges' downloads. */
final class SingleEntry extends FilterInputStream {

  private final ZipInputStream zip;

  private SingleEntry(ZipInputStream zip) {
    super(zip);
    this.zip = zip;
  }

  static SingleEntry of(InputStream raw) throws IOException {
    ZipInputStream zip = new ZipInputStream(raw);
    if (zip.getNextEntry() == null) {
      throw new ZipException("it holds no file");
    }
    return new SingleEntry(zip);
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int count = zip.read(bytes, from, length);
    if (count < 0 && zip.getNextEntry() != null) {
      throw new ZipException("it holds more than one file (expected: one CSV file)");
    }
    return count;
  }
}
