import Kafka
import Model
import Systemd

extension ClusterWatch {
  /// Lets the canary go at its own pace, so that nothing that it waits for holds up a cycle.
  func keepCanary() async {
    guard canary != nil else { return }
    while (try? await loop.sleep(for: settings.canary.interval)) != nil {
      await letCanaryGo()
    }
  }

  /// Once, by what the last cycle saw: through our own broker, or through all.
  func letCanaryGo() async {
    guard let canary, let metadata = metadata?.value(in: cycle, notOlderThan: limit) else { return }
    let (client, addresses) = (client, known.addresses)
    let all = metadata.brokers.map(\.id)
    let brokers = settings.scope == .broker ? all.filter { $0 == known.paired?.id } : all
    await canary.round(metadata, through: brokers, expecting: Set(addresses.keys)) {
      broker throws(KafkaError) in
      guard let address = addresses[broker] else { return nil }
      return try await client.connection(to: address, on: .canary, deadline: canary.deadline)
    }
  }
}
