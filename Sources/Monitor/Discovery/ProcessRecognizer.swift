package import Model

/// Tells whether a process is a broker or belongs to one, and reads what its own files say.
package struct ProcessRecognizer: Sendable {
  private let profiles: ProfileCatalog
  private let procfs: Procfs

  package init(profiles: ProfileCatalog = .builtIn, procfs: Procfs) {
    self.profiles = profiles
    self.procfs = procfs
  }

  /// Nil when nobody wants it watched.
  ///
  /// Matching costs no system call. Of a process that matches, the files that it names are read: ask once for each
  /// (pid, start), and again after an exec.
  package func recognise(_ process: ProcessIdentity) -> ProcessFacts? {
    guard let match = profiles.match(process) else { return nil }
    let owner = ControlGroupOwner(process.cgroups)
    let files = ProcessFiles(of: process, isContained: owner.container != nil, procfs: procfs)
    var reading = SettingsReading(match, of: process, files: files)
    reading.readSettings()
    reading.readDirectories()
    return facts(process, match, owner, reading, files)
  }

  private func facts(
    _ process: ProcessIdentity, _ match: ProcessMatch, _ owner: ControlGroupOwner, _ reading: SettingsReading,
    _ files: ProcessFiles
  ) -> ProcessFacts {
    let node = reading.node
    let profile = match.profile
    var findings = [Finding(source: "process \(process.pid)", statement: match.sign)] + reading.findings
    if let container = owner.container {
      findings.append(
        Finding(
          source: "process \(process.pid)",
          statement: "its control group is of container \(container.prefix(12))"))
    }
    if let unit = owner.unit {
      findings.append(
        Finding(source: "process \(process.pid)", statement: "its control group is of unit \(unit)"))
    }
    let directories = node.dataDirectories.compactMap { path in
      files.absolute(path).map { path in
        DataDirectoryFact(
          path: path, hostPath: owner.container == nil ? path : procfs.path("\(process.pid)/root\(path)"))
      }
    }
    return ProcessFacts(
      profile: profile.name, role: node.role ?? profile.role,
      name: match.name ?? Self.name(profile.name, id: node.id, unit: owner.unit), broker: node.id,
      clusterID: node.clusterID,
      listeners: node.listeners, dataDirectories: directories, version: reading.version,
      jmxAgentPort: match.java?.agentPort, container: owner.container, unit: owner.unit,
      rendezvous: node.rendezvous, hasOwnNetwork: files.hasOwnNetwork, problems: node.problems,
      findings: findings)
  }

  /// The same after a restart, and another one for each node of a host as far as anything tells them apart.
  private static func name(_ profile: String, id: String?, unit: String?) -> String {
    if let id { return "\(profile)-\(id)" }
    guard let unit, let stem = unit.split(separator: ".service").first, stem.contains("@") else {
      return profile
    }
    return String(stem)
  }
}
