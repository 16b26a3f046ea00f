import Model

/// One line of `/events`.
struct ContainerEvent: Sendable, Hashable {
  var id = ""
  var action: ContainerAction?
  /// In nanoseconds since 1970, by the engine's clock.
  var time: Int64 = 0
  /// The container's labels, and `name` and `image` among them.
  var attributes: [String: String] = [:]

  /// Nil for what happened to something else than a container, or is not counted.
  static func parse(_ bytes: [UInt8]) -> ContainerEvent? {
    var json = JSONReader(bytes)
    var event = ContainerEvent()
    var isOfContainer = false
    var word = ""
    var seconds: Int64?
    json.members { key, value in
      switch key {
      case "Type": isOfContainer = value.string() == "container"
      case "Action": word = value.string() ?? ""
      case "time": seconds = value.integer()
      case "timeNano": event.time = value.integer() ?? 0
      case "Actor": value.members { key, value in event.readActor(key, &value) }
      default: break
      }
    }
    guard !json.isBroken, isOfContainer, !event.id.isEmpty, let action = ContainerAction(engineWord: word)
    else { return nil }
    event.action = action
    if event.time == 0, let seconds { event.time = Timestamp(seconds: seconds).nanoseconds }
    return event
  }

  private mutating func readActor(_ key: String, _ value: inout JSONReader) {
    switch key {
    case "ID": id = value.string() ?? ""
    case "Attributes": value.members { key, value in attributes[key] = value.string() }
    default: break
    }
  }

  var name: String { attributes["name"] ?? "" }
  var image: String { attributes["image"] ?? "" }
}

extension ContainerAction {
  /// What Docker says, and where Podman says it in another word; `health_status: healthy` is `health_status`.
  init?(engineWord word: String) {
    switch word.prefix(while: { $0 != ":" }) {
    case "died": self = .die
    case "remove": self = .destroy
    case let plain:
      guard let action = ContainerAction(rawValue: String(plain)) else { return nil }
      self = action
    }
  }
}
