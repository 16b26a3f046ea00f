/// Makes a tree of libyaml's events with a stack of its own: no depth of nesting can exhaust the thread's.
struct YAMLTreeBuilder {
  private struct Level {
    let place: SettingsPlace
    let path: SettingsPath
    let isMapping: Bool
    var elements: [YAMLNode] = []
    var entries: [YAMLEntry] = []
    var places: [String: SettingsPlace] = [:]
    var key: Key?
  }

  private enum Key {
    case taken(String, SettingsPlace)
    /// Its value is read and left out.
    case refused
  }

  private let limits: YAMLLimits
  private var levels: [Level] = []
  private var nodes = 0
  private var documents = 0
  private(set) var root: YAMLNode?
  private(set) var problems: [SettingsProblem] = []

  init(limits: YAMLLimits) {
    self.limits = limits
  }

  mutating func accept(_ event: YAMLEvent) throws(SettingsProblem) {
    complain(about: event)
    switch event.kind {
    case .edge:
      break
    case .documentStart:
      documents += 1
      guard documents == 1 else {
        throw SettingsProblem(event.place, "a second document begins here; a settings file holds only one")
      }
    case .scalar(let scalar):
      try add(YAMLNode(.scalar(scalar.with(tag: event.tag)), at: event.place))
    case .alias:
      try add(YAMLNode(.refused, at: event.place))
    case .sequenceStart, .mappingStart:
      try open(event)
    case .collectionEnd:
      try close()
    }
  }

  private mutating func complain(about event: YAMLEvent) {
    if event.hasAnchor {
      report(event.place, "anchors (&name) are not supported; write the value out wherever it is used")
    }
    if case .alias = event.kind {
      report(event.place, "aliases (*name) are not supported; write the value out here")
    }
    if let tag = event.tag, !YAMLScalar.textTags.contains(tag) {
      report(event.place, "the tag \(tag.quoted) is not supported; write the value without it")
    }
  }

  private mutating func report(_ place: SettingsPlace, _ message: String) {
    problems.append(SettingsProblem(place, message))
  }

  private mutating func open(_ event: YAMLEvent) throws(SettingsProblem) {
    guard levels.count < limits.depth else {
      throw SettingsProblem(event.place, "values are nested more than \(limits.depth) deep here")
    }
    var isMapping = false
    if case .mappingStart = event.kind { isMapping = true }
    levels.append(Level(place: event.place, path: pathOfNext, isMapping: isMapping))
  }

  private mutating func close() throws(SettingsProblem) {
    guard let level = levels.popLast() else { return }
    let content: YAMLNode.Content = level.isMapping ? .mapping(level.entries) : .sequence(level.elements)
    try add(YAMLNode(content, at: level.place))
  }

  private var pathOfNext: SettingsPath {
    guard let level = levels.last else { return .root }
    guard level.isMapping else { return level.path.element(level.elements.count) }
    guard case .taken(let name, _)? = level.key else { return level.path }
    return level.path.key(name)
  }

  private mutating func add(_ node: YAMLNode) throws(SettingsProblem) {
    nodes += 1
    guard nodes <= limits.nodes else {
      throw SettingsProblem(node.place, "the file has more than \(limits.nodes) values")
    }
    guard var level = levels.popLast() else {
      root = node
      return
    }
    if !level.isMapping {
      level.elements.append(node)
    } else if let key = level.key {
      level.key = nil
      if case .taken(let name, let place) = key {
        level.entries.append(YAMLEntry(key: name, place: place, value: node))
      }
    } else {
      level.key = take(key: node, &level)
    }
    levels.append(level)
  }

  private mutating func take(key: YAMLNode, _ level: inout Level) -> Key {
    guard case .scalar(let scalar) = key.content else {
      report(key.place, "a key \(level.path.location) is not plain text")
      return .refused
    }
    let name = scalar.text
    if name == "<<" && scalar.isPlain {
      report(key.place, "merge keys (<<) are not supported; write the keys out \(level.path.location)")
      return .refused
    }
    if let first = level.places[name] {
      report(
        key.place,
        "the key \(name.quoted) appears twice \(level.path.location); it is already on line \(first.line)")
      return .refused
    }
    level.places[name] = key.place
    return .taken(name, key.place)
  }
}

extension YAMLScalar {
  fileprivate static let textTags = ["!", "tag:yaml.org,2002:str"]

  fileprivate func with(tag: String?) -> YAMLScalar {
    tag == nil ? self : YAMLScalar(text, isPlain: false)
  }
}
