import Model
import Patterns

/// Gives brokers the names that somebody wants them to have, and joins what belongs to one name.
struct BrokerNaming {
  let named: [NamedBroker]
  let sights: HostSights

  func apply(to brokers: [Broker]) -> [Broker] {
    guard !named.isEmpty else { return brokers }
    var rest = brokers
    var result: [Broker] = []
    for wanted in named {
      let meant = rest.filter { isMeant($0, by: wanted) }
      rest.removeAll { isMeant($0, by: wanted) }
      result.append(join(meant, as: wanted))
    }
    return result + rest
  }

  private func isMeant(_ broker: Broker, by wanted: NamedBroker) -> Bool {
    if let profile = wanted.profile, broker.profile != profile { return false }
    if wanted.command != nil, let name = broker.process,
      sights.processes.contains(where: { $0.name == name && $0.facts.name == wanted.name })
    {
      return true
    }
    if let pattern = wanted.container, let name = broker.container, pattern.matches(name) { return true }
    if let pattern = wanted.unit, let name = broker.unit, pattern.matches(name) { return true }
    // A profile alone means every broker of it; with two of them on a host the name would be a lie.
    return false
  }

  private func join(_ parts: [Broker], as wanted: NamedBroker) -> Broker {
    let source = Finding(source: "configuration", statement: "brokers names it '\(wanted.name)'")
    let main = parts.firstIndex { $0.process != nil } ?? parts.startIndex
    guard parts.indices.contains(main) else {
      return Broker(
        name: wanted.name, profile: wanted.profile ?? "", role: "broker",
        dataDirectories: wanted.dataDirectories.map { DataDirectoryFact(path: $0, hostPath: $0) },
        sources: [source], problems: ["nothing on this host is what 'brokers' says of it"])
    }
    var broker = parts[main]
    broker.name = wanted.name
    for (index, part) in parts.enumerated() where index != main {
      broker.process = broker.process ?? part.process
      broker.container = broker.container ?? part.container
      broker.unit = broker.unit ?? part.unit
      broker.sources += part.sources
      broker.problems += part.problems
    }
    let container = sights.containers.first { $0.name == broker.container }
    let known = Set(broker.dataDirectories.map(\.path))
    broker.dataDirectories += wanted.dataDirectories.filter { !known.contains($0) }.map {
      DataDirectoryFact(path: $0, hostPath: container?.hostPath(of: $0) ?? $0)
    }
    broker.sources.append(source)
    return broker
  }
}
