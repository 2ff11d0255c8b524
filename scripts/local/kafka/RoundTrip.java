import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * For scripts/local/check: sends a message to a topic, or reads the topic's first one as a member of a group and prints
 * it.
 *
 * <p>The variable CLIENT_PROPERTIES names a file of more settings. The message is of 2021, like a replayed bar: a broker that removed messages by age would lose it.
 */
class RoundTrip {

  public static void main(String[] arguments) throws Exception {
    String broker = "127.0.0.1:" + arguments[1];
    String topic = arguments[2];
    if (arguments[0].equals("send")) {
      send(broker, topic, arguments[3]);
    } else {
      System.out.println(first(broker, topic));
    }
  }

  private static void send(String broker, String topic, String message) throws Exception {
    Map<String, Object> settings = settings(Map.of("bootstrap.servers", broker, "max.block.ms", 10_000));
    try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, 0, 1_609_459_200_000L, "key", message)).get();
    }
  }

  private static Map<String, Object> settings(Map<String, Object> own) throws Exception {
    Properties file = new Properties();
    if (System.getenv("CLIENT_PROPERTIES") != null) {
      try (Reader reader = Files.newBufferedReader(Path.of(System.getenv("CLIENT_PROPERTIES")))) {
        file.load(reader);
      }
    }
    Map<String, Object> all = new HashMap<>(own);
    file.stringPropertyNames().forEach(key -> all.put(key, file.getProperty(key)));
    return all;
  }

  private static String first(String broker, String topic) throws Exception {
    Map<String, Object> settings =
        settings(Map.of("bootstrap.servers", broker, "group.id", "check-" + System.nanoTime(), "auto.offset.reset", "earliest"));
    try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(topic));
      long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (System.nanoTime() < until) {
        for (var message : consumer.poll(Duration.ofMillis(200))) {
          return message.value();
        }
      }
    }
    throw new IllegalStateException("no message in " + topic + " within 20 s");
  }
}
