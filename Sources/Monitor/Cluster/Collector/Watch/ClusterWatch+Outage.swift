import Model
import Systemd

// When nobody answers.
extension ClusterWatch {
  /// What there is to publish instead of a reading: the last section as it ages, and that its brokers do not answer; when it is too
  /// old, only that. Nil where no broker was ever known.
  func outage() -> ClusterSection? {
    let now = loop.time.now()
    guard var section = lastSection else { return nil }
    if !section.isFresh(at: now) {
      var reading = ClusterReading()
      (reading.identity, reading.scope) = (section.reading.identity, section.reading.scope)
      reading.brokers = section.reading.brokers
      var bare = ClusterSection(
        name: section.name, reading: reading, verdict: ClusterVerdict(), readAt: now,
        staleAfter: settings.staleAfter)
      bare.verdict.expectedBrokers = section.verdict.expectedBrokers
      bare.probes = section.probes
      section = bare
    }
    for broker in section.reading.brokers.indices {
      section.reading.brokers[broker].answers = false
      section.reading.brokers[broker].isLive = nil
    }
    return section
  }
}
