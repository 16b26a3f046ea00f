import Model

extension ContainerPort {
  /// Docker's ports: `{"9092/tcp": [{"HostIp": "0.0.0.0", "HostPort": "9092"}], "8080/tcp": null}`.
  static func list(reading json: inout JSONReader) -> [ContainerPort] {
    var ports: [ContainerPort] = []
    json.members { key, value in
      let parts = key.split(separator: "/")
      guard let number = parts.first.flatMap({ UInt16($0) }) else { return }
      let inside = ContainerPort(port: number, transport: parts.count > 1 ? String(parts[1]) : "tcp")
      var published: [ContainerPort] = []
      value.elements { published.append(inside.published(reading: &$0)) }
      ports += published.isEmpty ? [inside] : published
    }
    return ports.sorted {
      ($0.port, $0.transport, $0.hostPort ?? 0) < ($1.port, $1.transport, $1.hostPort ?? 0)
    }
  }

  private func published(reading json: inout JSONReader) -> ContainerPort {
    var port = self
    json.members { key, value in
      switch key {
      case "HostIp": port.hostAddress = value.string().flatMap { $0.isEmpty ? nil : $0 }
      case "HostPort": port.hostPort = value.string().flatMap { UInt16($0) }
      default: break
      }
    }
    return port
  }
}
