extension RealCluster {
  package enum Release: String, Sendable {
    case three = "3"
    case four = "4"
  }

  package enum Mode: String, Sendable {
    /// Every node is a broker and, up to three, a controller.
    case combined
    /// Node 0 is a controller only.
    case split
    case zookeeper
  }

  /// What cluster to start: without a word one broker of the newest release.
  package struct Options: Sendable {
    package var release = Release.four
    package var mode = Mode.combined
    package var brokers = 1
    /// With listeners for TLS and SASL, users and an authorizer.
    package var isSecure = false
    /// Lines of every node's properties.
    package var settings: [String] = []

    package init(
      release: Release = .four, mode: Mode = .combined, brokers: Int = 1, isSecure: Bool = false,
      settings: [String] = []
    ) {
      self.release = release
      self.mode = mode
      self.brokers = brokers
      self.isSecure = isSecure
      self.settings = settings
    }

    var arguments: [String] {
      ["--release", release.rawValue, "--mode", mode.rawValue, "--brokers", "\(brokers)"]
        + (isSecure ? ["--secure"] : []) + settings.flatMap { ["--set", $0] }
    }
  }

  package enum Listener: UInt16, Sendable {
    case plaintext = 0
    case controller = 1
    /// It wants a certificate.
    case ssl = 2
    case saslSSL = 3
    case saslPlaintext = 4
  }

  package struct Failure: Error, CustomStringConvertible {
    package let description: String

    init(_ description: String) {
      self.description = description
    }
  }
}
