package io.podflow.job.state.codec;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Lengths and numbers of constants: seven bits a byte, the lowest first; 0 stands for null. */
final class Lengths {

  static final int NULL = -1;

  private Lengths() {}

  /**
   * @param length at least 0, or {@link #NULL}
   */
  static void write(int length, DataOutput out) throws IOException {
    int rest = length + 1;
    while (rest >= 0x80) {
      out.writeByte(rest | 0x80);
      rest >>>= 7;
    }
    out.writeByte(rest);
  }

  static int read(DataInput in) throws IOException {
    int part = in.readUnsignedByte();
    int value = part & 0x7f;
    for (int shift = 7; part >= 0x80; shift += 7) {
      part = in.readUnsignedByte();
      value |= (part & 0x7f) << shift;
    }
    return value - 1;
  }
}
