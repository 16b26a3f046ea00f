import Monitor
import Patterns
import Settings

/// How containers are watched, and which.
struct ContainersConfiguration: Equatable {
  var isEnabled = true
  var address: EngineAddress?
  var tls: ContainersTLSConfiguration?
  var interval = Duration.seconds(10)
  var staleAfter: Duration?
  var listInterval = Duration.seconds(60)
  var include: [NamePattern] = [.everything]
  var exclude: [NamePattern] = []
  var images = ContainerImagesConfiguration()
  var labels = ContainerLabelsConfiguration()

  /// The age at which series disappear.
  var effectiveStaleAfter: Duration {
    staleAfter ?? interval * 3
  }
}

extension ContainersConfiguration: SettingsSection {
  static let schema = Schema(
    "Containers of Docker, Podman or what speaks the Docker Engine API. Only GET requests are made.",
    defaults: ContainersConfiguration()
  ) {
    Key("enabled", \.isEnabled, doc: "Whether this is watched.")
    Key(
      "address", \.address, derivedDefault: "Docker's socket if it is there, else Podman's",
      doc: "Where the engine answers: `unix:///PATH`, `tcp://HOST:PORT` or `https://HOST:PORT`.")
    Key("tls", \.tls, doc: "How to encrypt; `{}` does, with the authorities that the system trusts.")
    Key(
      "interval", \.interval, must: .range(.seconds(2) ... .seconds(3600)),
      doc: "The time between two readings; engines take a sample a second.")
    Key(
      "stale_after", \.staleAfter, derivedDefault: "3 × interval",
      doc: "The age of the last reading at which its series disappear.")
    Key(
      "list_interval", \.listInterval, must: .range(.seconds(1) ... .seconds(3600)),
      doc: "The time after which all containers are listed, whatever events have told.")
    Key(
      "include", \.include,
      doc: "Patterns for whole names: watched is what one of these matches; nothing with an empty list.")
    Key("exclude", \.exclude, doc: "And what none of these matches.")
    Key("images", \.images, doc: "Which images are watched.")
    Key("labels", \.labels, doc: "Which labels decide.")
    Rule("stale_after", must: "not be shorter than interval") { $0.effectiveStaleAfter >= $0.interval }
    Rule("tls", must: "be left out with a unix socket") {
      if case .socket? = $0.address?.place { $0.tls == nil } else { true }
    }
  }
}
