import Model

/// What `/containers/ID/json` says.
struct InspectedContainer: Sendable, Hashable {
  var reading = ContainerReading(id: "", name: "")
  /// How often the engine started it again since somebody last did.
  var restartCount: UInt64 = 0

  static func parse(_ bytes: [UInt8]) -> InspectedContainer? {
    var json = JSONReader(bytes)
    var container = InspectedContainer()
    var limits = ContainerLimits()
    json.members { key, value in
      switch key {
      case "HostConfig": value.members { key, value in limits.read(key, &value) }
      default: container.read(key, &value)
      }
    }
    guard !json.isBroken, !container.reading.id.isEmpty else { return nil }
    container.reading.cpuLimit = limits.cores
    container.reading.memoryLimit = limits.memory
    container.reading.networkMode = limits.networkMode
    container.leaveOutWhatIsOver()
    return container
  }

  private mutating func read(_ key: String, _ value: inout JSONReader) {
    switch key {
    case "Id": reading.id = value.string() ?? ""
    case "Name": reading.name = String((value.string() ?? "").drop { $0 == "/" })
    case "Created": reading.created = value.string().flatMap(Timestamp.init(rfc3339:))
    case "Path": reading.command.insert(contentsOf: value.string().map { [$0] } ?? [], at: 0)
    case "Args":
      value.elements {
        if let word = $0.string(), reading.command.count < 256 { reading.command.append(word) }
      }
    case "RestartCount": restartCount = value.unsigned() ?? 0
    case "State": value.members { key, value in readState(key, &value) }
    case "Config": value.members { key, value in readConfig(key, &value) }
    case "Mounts":
      value.elements { if let mount = ContainerMount(reading: &$0) { reading.mounts.append(mount) } }
    case "NetworkSettings":
      value.members { key, value in
        if key == "Ports" { reading.ports = ContainerPort.list(reading: &value) }
      }
    default: break
    }
  }

  private mutating func readState(_ key: String, _ value: inout JSONReader) {
    switch key {
    case "Status": reading.state = value.string().flatMap(ContainerState.init(engineWord:))
    case "Pid": reading.pid = value.integer().flatMap(Int32.init(exactly:)).flatMap { $0 > 0 ? $0 : nil }
    case "ExitCode": reading.exitCode = value.integer()
    case "OOMKilled": reading.isOOMKilled = value.bool()
    case "StartedAt": reading.startedAt = value.string().flatMap(Timestamp.init(rfc3339:))
    case "FinishedAt": reading.finishedAt = value.string().flatMap(Timestamp.init(rfc3339:))
    // Podman's older name of it is `Healthcheck`.
    case "Health", "Healthcheck":
      value.members { key, value in
        if key == "Status" { reading.health = value.string().flatMap(ContainerHealth.init(rawValue:)) }
      }
    default: break
    }
  }

  private mutating func readConfig(_ key: String, _ value: inout JSONReader) {
    switch key {
    case "Image": reading.image = value.string()
    case "Env":
      value.elements { value in
        guard let (name, text) = value.string().flatMap(ContainerEnvironment.telling) else { return }
        if reading.environment.count < ContainerEnvironment.largest { reading.environment[name] = text }
      }
    case "Labels":
      value.members { key, value in
        if ContainerLabel.isKept(key) { reading.labels[key] = value.string() }
      }
    default: break
    }
  }

  /// Engines keep zeros where a value means nothing, and what was true of the run before.
  private mutating func leaveOutWhatIsOver() {
    switch reading.state {
    case .running, .paused: reading.exitCode = nil
    case .restarting, .removing, .exited, .dead: reading.health = nil
    case .created, nil:
      reading.health = nil
      reading.exitCode = nil
    }
  }
}
