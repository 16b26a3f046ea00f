import Model
import Patterns

/// Ties processes, containers and units together to brokers; asks nobody.
struct BrokerAssembly {
  private let profiles: ProfileCatalog
  private let sights: HostSights
  private var brokers: [Broker] = []

  static func section(_ sights: HostSights, _ profiles: ProfileCatalog) -> DiscoverySection {
    var assembly = BrokerAssembly(profiles: profiles, sights: sights)
    assembly.takeProcesses()
    assembly.takeContainers()
    assembly.takeUnits()
    let named = BrokerNaming(named: profiles.named, sights: sights).apply(to: assembly.brokers)
    let brokers = named.sorted { ($0.name, $0.profile, $0.role) < ($1.name, $1.profile, $1.role) }
    return DiscoverySection(brokers: brokers, names: BrokerNames(brokers))
  }

  private init(profiles: ProfileCatalog, sights: HostSights) {
    self.profiles = profiles
    self.sights = sights
  }

  private mutating func takeProcesses() {
    for process in sights.processes {
      let container = process.facts.container.flatMap { id in sights.containers.first { $0.id == id } }
      brokers.append(broker(process, container))
    }
  }

  private func broker(_ process: ProcessSight, _ container: ContainerSight?) -> Broker {
    let facts = process.facts
    let speaksKafka = profiles[facts.profile]?.wireProtocol == .kafka
    let isElsewhere = facts.hasOwnNetwork ?? (facts.container != nil)
    let ways = ListenerAccess(
      listeners: facts.listeners, container: isElsewhere ? container : nil, isElsewhere: isElsewhere)
    let access = speaksKafka ? ways.all : []
    var sources = facts.findings
    if let container {
      sources.append(
        Finding(source: "container \(container.name)", statement: "its image is \(container.image)"))
    }
    return Broker(
      name: facts.broker ?? container?.name ?? process.name, id: facts.broker, profile: facts.profile,
      role: facts.role, clusterID: facts.clusterID, version: facts.version, listeners: facts.listeners,
      dataDirectories: facts.dataDirectories.map { directory in
        DataDirectoryFact(
          path: directory.path, hostPath: container?.hostPath(of: directory.path) ?? directory.hostPath)
      },
      access: access, rendezvous: facts.rendezvous, process: process.name, container: container?.name,
      unit: facts.unit, sources: sources, problems: facts.problems + (speaksKafka ? ways.problems : []))
  }

  /// Of containers whose processes nobody may see, or that have stopped before anybody saw one.
  private mutating func takeContainers() {
    let taken = Set(brokers.compactMap(\.container))
    for container in sights.containers where !taken.contains(container.name) {
      guard let (profile, sign) = profiles.match(container) else { continue }
      let node = NodeSettings(profile, of: container)
      let ways = ListenerAccess(
        listeners: node.listeners, container: container, isElsewhere: container.hasOwnNetwork)
      let speaksKafka = profile.wireProtocol == .kafka
      brokers.append(
        Broker(
          name: node.id ?? container.name, id: node.id, profile: profile.name,
          role: node.role ?? profile.role,
          clusterID: node.clusterID, listeners: node.listeners,
          dataDirectories: node.dataDirectories.compactMap { path in
            container.hostPath(of: path).map { DataDirectoryFact(path: path, hostPath: $0) }
          },
          access: speaksKafka ? ways.all : [], rendezvous: node.rendezvous, container: container.name,
          sources: [Finding(source: "container \(container.name)", statement: sign)],
          problems: speaksKafka ? ways.problems : []))
    }
  }

  /// Units that run nothing now, such as failed ones.
  private mutating func takeUnits() {
    let taken = Set(brokers.compactMap(\.unit))
    for unit in sights.units where !taken.contains(unit.name) {
      guard let profile = profiles.wanted.first(where: { $0.units.contains { $0.matches(unit.name) } }) else {
        continue
      }
      let name = unit.name.hasSuffix(".service") ? String(unit.name.dropLast(".service".count)) : unit.name
      brokers.append(
        Broker(
          name: name, profile: profile.name, role: profile.role, unit: unit.name,
          sources: [
            Finding(source: "unit \(unit.name)", statement: "its name is one of profile \(profile.name)")
          ]))
    }
  }
}

extension BrokerNames {
  /// Where two brokers claim the same thing, the first one has it.
  init(_ brokers: [Broker]) {
    self.init()
    for broker in brokers {
      if let process = broker.process { processes[process] = processes[process] ?? broker.name }
      if let container = broker.container { containers[container] = containers[container] ?? broker.name }
      if let unit = broker.unit { units[unit] = units[unit] ?? broker.name }
      for directory in broker.dataDirectories {
        dataDirectories[directory.hostPath] = dataDirectories[directory.hostPath] ?? broker.name
      }
    }
  }
}
