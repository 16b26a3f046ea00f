import Kafka
import Model
import Systemd

extension ClusterWatch {
  /// Judges the reading and makes a section of it.
  func publish(_ reading: ClusterReading, _ asking: CycleAsking) -> ClusterSection {
    let now = loop.time.now()
    let verdict = judge.judge(reading, at: now)
    previous = reading
    var section = ClusterSection(
      name: settings.label ?? reading.identity.id ?? settings.collectorName, reading: reading,
      verdict: verdict, readAt: now, staleAfter: settings.staleAfter)
    section.probes = probes.durations
    section.apiSupport = profiles.mapValues(\.support)
    section.unread = unread.merge(asking.unread, asked: asking.asked)
    section.showsAssignments = settings.showsAssignments
    section.canary = canary?.readings ?? [:]
    section.certificates = known.addresses.sorted { $0.key < $1.key }.compactMap { broker, address in
      profiles[broker]?.certificateExpiry.map {
        ListenerCertificate(broker: broker, listener: address.description, expiry: $0)
      }
    }
    return section
  }
}
