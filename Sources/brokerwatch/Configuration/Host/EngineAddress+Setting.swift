import Kafka
package import Monitor
package import Settings

extension EngineAddress: ScalarSetting {
  package static var typeName: String { "address" }
  package static var expectation: String {
    "an address like unix:///var/run/docker.sock or tcp://docker-proxy:2375"
  }

  package init(settingText: String) throws(ScalarMismatch) {
    guard let separator = settingText.firstRange(ofText: "://") else {
      throw ScalarMismatch(hint: settingText.hasPrefix("/") ? "write unix://\(settingText)" : nil)
    }
    let rest = String(settingText[separator.upperBound...])
    switch settingText[..<separator.lowerBound] {
    case "unix":
      guard rest.hasPrefix("/"), rest.utf8.count < 108 else {
        throw ScalarMismatch(hint: "after unix:// stands an absolute path of less than 108 bytes")
      }
      self.init(.socket(path: rest))
    case "tcp", "http": self.init(try Self.place(rest, usesTLS: false, defaultPort: 2375))
    case "https": self.init(try Self.place(rest, usesTLS: true, defaultPort: 2376))
    default: throw ScalarMismatch(hint: "it begins with unix://, tcp:// or https://")
    }
  }

  private static func place(
    _ text: String, usesTLS: Bool, defaultPort: UInt16
  ) throws(ScalarMismatch) -> Place {
    let authority = text.hasSuffix("/") ? String(text.dropLast()) : text
    guard !authority.contains("/"), !authority.contains("@") else {
      throw ScalarMismatch(hint: "write the host and the port only")
    }
    let hasPort = authority.last != "]" && authority.contains(":")
    let address = try BrokerAddress(settingText: hasPort ? authority : "\(authority):\(defaultPort)")
    return .host(address.host, port: address.port, usesTLS: usesTLS)
  }

  package var settingText: String { description }
}

extension String {
  fileprivate func firstRange(ofText text: String) -> Range<Index>? {
    for index in indices where self[index...].hasPrefix(text) {
      return index..<self.index(index, offsetBy: text.count)
    }
    return nil
  }
}
