package import Kafka
package import Model

extension KafkaClientSection {
  package init(_ statistics: RequestStatistics) {
    self.init()
    requests = Dictionary(
      statistics.requests.map { ($0.key.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    errors = Dictionary(
      statistics.errors.map { ($0.key.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    durations = Dictionary(
      statistics.durations.map { ($0.key.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    bytesReceived = statistics.bytesReceived
    bytesSent = statistics.bytesSent
  }
}
