import Model

/// What is known under each name: one process after the other, and for a while that there is none any more.
struct ProcessLedger: Sendable {
  private struct Line: Sendable {
    var reading: ProcessReading
    /// Of the process that has the name, or had it last.
    var key: ProcessKey
    var counters = CounterLedger()
    var goneSince: Duration?
    /// Another process has the name itself.
    let isFurther: Bool
    /// Whether its container was once among those that are watched.
    var isContainerKnown = false
  }

  private var lines: [String: Line] = [:]

  /// Takes the readings of all processes that run, and answers those of all names.
  ///
  /// `containers` are the ids of those that are there; nil if nobody knows.
  mutating func enter(
    _ samples: [ProcessSample], at now: Duration, forgetAfter: Duration, containers: Set<String>? = nil
  ) -> [ProcessReading] {
    let named = Self.named(samples)
    for (name, isFurther, sample) in named { enter(sample, as: name, isFurther: isFurther) }
    noteContainers(containers)
    let present = Set(named.map(\.name))
    for name in lines.keys where !present.contains(name) { close(name, at: now, forgetAfter: forgetAfter) }
    return lines.values.map(\.reading).sorted { $0.name < $1.name }
  }

  private mutating func enter(_ sample: ProcessSample, as name: String, isFurther: Bool) {
    let key = sample.process.key
    var line =
      lines[name]
      ?? Line(
        reading: ProcessReading(name: name, facts: sample.process.facts, isUp: true), key: key,
        isFurther: isFurther)
    let isAnother = line.key != key
    var reading = ProcessReading(name: name, facts: sample.process.facts, isUp: true)
    reading.pid = key.pid
    reading.startTime = sample.startTime
    reading.restarts = line.reading.restarts &+ (isAnother ? 1 : 0)
    reading.gauges = sample.gauges
    reading.counters = line.counters.observe(sample.counters, isAnother: isAnother)
    reading.listeners = sample.listeners
    reading.peers = sample.peers
    reading.jvm = sample.jvm
    reading.unread = sample.unread
    line.reading = reading
    line.key = key
    line.goneSince = nil
    lines[name] = line
  }

  /// Who removes a container does not expect its broker back.
  private mutating func noteContainers(_ containers: Set<String>?) {
    guard let containers else { return }
    for (name, line) in lines {
      guard let container = line.reading.facts.container else { continue }
      if containers.contains(container) {
        lines[name]?.isContainerKnown = true
      } else if line.isContainerKnown, line.goneSince != nil {
        lines[name] = nil
      }
    }
  }

  /// The process is gone; its name is kept for a while, unless it was only there because another one had it.
  private mutating func close(_ name: String, at now: Duration, forgetAfter: Duration) {
    guard var line = lines[name] else { return }
    let goneSince = line.goneSince ?? now
    guard !line.isFurther, now - goneSince < forgetAfter else {
      lines[name] = nil
      return
    }
    line.goneSince = goneSince
    line.reading = line.reading.gone
    lines[name] = line
  }

  /// Each process with a name of its own: the oldest has that of its facts, the next ones a number behind it.
  static func named(
    _ samples: [ProcessSample]
  ) -> [(name: String, isFurther: Bool, sample: ProcessSample)] {
    var taken: Set<String> = []
    return samples.sorted { $0.process.key < $1.process.key }.map { sample in
      var name = sample.process.facts.name
      var number = 1
      while !taken.insert(name).inserted {
        number += 1
        name = "\(sample.process.facts.name)#\(number)"
      }
      return (name, number > 1, sample)
    }
  }
}

extension ProcessReading {
  /// What is still true when the process has ended: who it was, and what it did.
  fileprivate var gone: ProcessReading {
    var gone = ProcessReading(name: name, facts: facts, isUp: false)
    gone.restarts = restarts
    gone.counters = counters
    return gone
  }
}
