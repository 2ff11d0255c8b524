import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Grants the principal {@code feed} the rights of docs/security.md and has it try what it has and
 * what it has not. Arguments: HOST:PORT FOLDER_OF_PROPERTIES PREFIX. Exit code 1 when anything was allowed or
 * refused that should not be.
 */
class Acls {

  private static final List<String> TOPICS =
      List.of("bars", "orders", "exchange", "config", "decisions", "dead-letter");

  private static boolean wrong;

  private interface Attempt {
    void run() throws Exception;
  }

  public static void main(String[] args) throws Exception {
    Properties all = read(args[0], Path.of(args[1], "client.properties"));
    Properties feed = read(args[0], Path.of(args[1], "feed.properties"));
    String prefix = args[2];
    try (Admin admin = Admin.create(all)) {
      Stream<NewTopic> topics = TOPICS.stream().map(t -> new NewTopic(prefix + "." + t, 1, (short) 1));
      admin.createTopics(topics.toList()).all().get();
      for (String topic : TOPICS) {
        told("before a grant: feed writes " + topic, false, () -> write(feed, prefix + "." + topic));
      }
      admin.createAcls(
              List.of(
                  grant(prefix + ".bars", AclOperation.WRITE),
                  grant(prefix + ".bars", AclOperation.DESCRIBE)))
          .all()
          .get();
    }
    for (String topic : TOPICS) {
      told("feed writes " + topic, topic.equals("bars"), () -> write(feed, prefix + "." + topic));
    }
    for (String topic : TOPICS) {
      told("feed reads " + topic, false, () -> read(feed, prefix + "." + topic));
    }
    System.exit(wrong ? 1 : 0);
  }

  private static AclBinding grant(String topic, AclOperation operation) {
    return new AclBinding(
        new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL),
        new AccessControlEntry("User:feed", "*", operation, AclPermissionType.ALLOW));
  }

  private static Properties read(String broker, Path file) throws Exception {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    properties.put("bootstrap.servers", broker);
    properties.put("max.block.ms", "10000");
    return properties;
  }

  private static void write(Properties client, String topic) throws Exception {
    try (var producer = new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, 0, null, new byte[] {'{', '}'})).get(10, TimeUnit.SECONDS);
    }
  }

  private static void read(Properties client, String topic) {
    try (var consumer = new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      TopicPartition partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      consumer.poll(java.time.Duration.ofSeconds(10));
    }
  }

  private static void told(String what, boolean expected, Attempt attempt) throws Exception {
    String outcome = "allowed";
    try {
      attempt.run();
    } catch (AuthorizationException e) {
      outcome = "refused: " + e.getMessage();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof AuthorizationException)) {
        throw e;
      }
      outcome = "refused: " + e.getCause().getMessage();
    }
    boolean asExpected = expected == outcome.equals("allowed");
    wrong |= !asExpected;
    System.out.println((asExpected ? "ok     " : "WRONG  ") + what + ": " + outcome);
  }
}
