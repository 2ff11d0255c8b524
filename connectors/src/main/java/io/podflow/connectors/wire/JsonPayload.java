package io.podflow.connectors.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses the bytes of a message, which must be one JSON object. */
final class JsonPayload {

  /** Messages need only three levels. */
  private static final int DEEPEST = 8;

  private static final int LONGEST_KEY = 200;

  /** A double needs at most 25 characters. */
  private static final int LONGEST_NUMBER = 100;

  // Keys come from outside, so they are not interned: a sender could fill the table of keys.
  static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                  .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNameLength(LONGEST_KEY)
                          .maxNumberLength(LONGEST_NUMBER)
                          .build())
                  .build())
          .build();

  /** Parts of a parser message about the parser and its switches, useless to the sender. */
  private static final Pattern OF_THE_PARSER =
      Pattern.compile(
          ":? enable `[^`]*` to allow|, from `[^`]*`| \\(consider enabling `[^`]*`[^)]*\\)"
              + "| \\(not recognized as one since Feature [^)]*\\)"
              + "|\\(?(start marker )?at \\[Source: [^\\]]*\\]\\)?");

  private JsonPayload() {}

  static ObjectNode parse(byte @Nullable [] payload, int maxBytes) {
    if (payload == null || payload.length == 0) {
      throw new PayloadRefusal("payload is empty (expected: a JSON object)");
    }
    requireSize(payload, maxBytes);
    JsonNode tree = tree(text(payload));
    if (!(tree instanceof ObjectNode object)) {
      throw new PayloadRefusal("payload is " + WireText.shown(tree) + " (expected: a JSON object)");
    }
    return object;
  }

  static void requireSize(byte @Nullable [] payload, int maxBytes) {
    int bytes = payload == null ? 0 : payload.length;
    if (bytes > maxBytes) {
      throw new PayloadRefusal(
          "payload is %d bytes (expected: at most %d)".formatted(bytes, maxBytes));
    }
  }

  /** Decodes UTF-8 here because the parser would also accept UTF-16 and UTF-32. */
  private static String text(byte[] payload) {
    ByteBuffer bytes = ByteBuffer.wrap(payload);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw new PayloadRefusal("not UTF-8: byte " + (bytes.position() + 1));
    }
  }

  private static JsonNode tree(String text) {
    try (JsonParser parser = MAPPER.createParser(text)) {
      JsonNode tree = MAPPER.readTree(parser);
      if (tree == null) {
        throw new PayloadRefusal("payload is blank (expected: a JSON object)");
      }
      if (parser.nextToken() != null) {
        throw new PayloadRefusal(
            "not JSON: more follows the end at column "
                + parser.currentTokenLocation().getColumnNr());
      }
      return tree;
    } catch (JsonProcessingException e) {
      throw new PayloadRefusal("not JSON: " + complaint(e) + place(e));
    } catch (IOException e) {
      throw new IllegalStateException("a text cannot be read", e);
    }
  }

  private static String complaint(JsonProcessingException e) {
    String message = OF_THE_PARSER.matcher(e.getOriginalMessage()).replaceAll("").strip();
    // the place is appended to the reason and must not be cut off
    return WireText.shortened(message, WireLimits.LONGEST_REASON - 60);
  }

  private static String place(JsonProcessingException e) {
    if (e.getLocation() == null) {
      return "";
    }
    int line = e.getLocation().getLineNr();
    String column = " at column " + e.getLocation().getColumnNr();
    return line > 1 ? " at line " + line + "," + column.substring(3) : column;
  }
}
