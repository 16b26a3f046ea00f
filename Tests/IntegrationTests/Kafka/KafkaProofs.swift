import TestSupport
import Testing

/// What the built executable says of three real brokers, beside what Kafka's own tools say.
///
/// The tests share the cluster, and leave it whole.
@Suite(.enabled(if: Proof.isPossible, Proof.whyNot), .realCluster(threeBrokers), .serialized)
struct KafkaProofs {}

/// Small internal topics, and a controller that soon notices who is away.
private let threeBrokers = RealCluster.Options(
  brokers: 3, isSecure: true,
  settings: [
    "offsets.topic.num.partitions=5", "transaction.state.log.num.partitions=5",
    "share.coordinator.state.topic.num.partitions=5", "broker.session.timeout.ms=5000",
    "broker.heartbeat.interval.ms=1000", "auto.leader.rebalance.enable=false",
  ])
