extension BuiltInProfiles {
  static let kafka = #"""
    name: kafka
    title: Apache Kafka
    protocol: kafka
    process:
      # As a whole argument: class paths, editors and searches have it inside of others.
      main_classes:
        - kafka.Kafka
        # Confluent Platform 5.3 to 5.5.
        - io.confluent.support.metrics.SupportedKafka
      # Kafka's native image.
      programs: ['(.*/)?kafka\.Kafka']
    container:
      images:
        - '(.*/)?apache/kafka(-native)?([:@].*)?'
        - '(.*/)?confluentinc/cp-(server|kafka|enterprise-kafka)([:@].*)?'
        - '(.*/)?confluentinc/confluent-local([:@].*)?'
        - '(.*/)?bitnami(legacy)?/kafka([:@].*)?'
        - '(.*/)?strimzi/kafka([:@].*)?'
    units: ['(confluent-)?kafka(-docker)?(@.*)?\.service', 'confluent-server(@.*)?\.service']
    settings:
      format: kafka

    """#

  static let redpanda = #"""
    name: redpanda
    title: Redpanda
    protocol: kafka
    process:
      # Not rpk, which is its tool.
      programs: ['(.*/)?redpanda/(libexec|bin)/redpanda', 'redpanda']
    container:
      images: ['(.*/)?(redpandadata|vectorized)/redpanda([:@].*)?']
    units: ['redpanda\.service']
    settings:
      format: redpanda
      options: ['--redpanda-cfg']
      files: [/etc/redpanda/redpanda.yaml]

    """#

  static let zooKeeper = #"""
    name: zookeeper
    title: Apache ZooKeeper
    role: zookeeper
    process:
      main_classes:
        - org.apache.zookeeper.server.quorum.QuorumPeerMain
        - org.apache.zookeeper.server.ZooKeeperServerMain
    container:
      images:
        - '(.*/)?zookeeper([:@].*)?'
        - '(.*/)?confluentinc/cp-zookeeper([:@].*)?'
    units: ['(confluent-)?zookeeper(@.*)?\.service']

    """#

  static let connect = #"""
    name: connect
    title: Kafka Connect
    role: connect
    process:
      main_classes:
        - org.apache.kafka.connect.cli.ConnectDistributed
        - org.apache.kafka.connect.cli.ConnectStandalone
    container:
      images: ['(.*/)?confluentinc/cp-kafka-connect(-base)?([:@].*)?']
    units: ['(confluent-)?kafka-connect(@.*)?\.service']
    listeners:
      - {name: rest, port: 8083}

    """#

  static let mirrorMaker = #"""
    name: mirrormaker
    title: Kafka MirrorMaker
    role: mirrormaker
    process:
      main_classes:
        - org.apache.kafka.connect.mirror.MirrorMaker
        # The first one, up to Kafka 3.9.
        - kafka.tools.MirrorMaker
    units: ['(kafka-)?mirror-?maker(@.*)?\.service']

    """#
}
