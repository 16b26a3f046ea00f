package import Model

/// How the watcher itself fares, told from its collectors; what it watches may be well or not.
package enum WatcherVerdict: Sendable, Hashable {
  /// Nobody asked for anything to be watched.
  case idle
  /// Some collectors have not read anything yet, and none is in trouble.
  case starting(waiting: Int, of: Int)
  case watching(Int)
  /// Some collectors fail, or their readings are too old to be believed.
  case troubled(Int, of: Int)

  package init(_ collectors: [CollectorStatus], at now: Moment) {
    let wanted = collectors.filter { !$0.isOff }
    let troubled = wanted.count { $0.isFailing || $0.isStale(at: now) == true }
    let waiting = wanted.count { $0.state == .starting }
    if wanted.isEmpty {
      self = .idle
    } else if troubled > 0 {
      self = .troubled(troubled, of: wanted.count)
    } else if waiting > 0 {
      self = .starting(waiting: waiting, of: wanted.count)
    } else {
      self = .watching(wanted.count)
    }
  }

  package var sentence: String {
    switch self {
    case .idle: "Nothing is being watched."
    case .starting(let waiting, let all):
      "Starting: \(waiting) of \(all) collectors have not read anything yet."
    case .watching(1): "The one collector that is on reads what it watches."
    case .watching(let all): "All \(all) collectors that are on read what they watch."
    case .troubled(let troubled, let all):
      "\(troubled) of \(all) collectors \(troubled == 1 ? "does" : "do") not get \(troubled == 1 ? "its" : "their") readings."
    }
  }

  /// The page's colour for it.
  var tone: String {
    switch self {
    case .idle, .starting: "waiting"
    case .watching: "good"
    case .troubled: "bad"
    }
  }
}

extension CollectorStatus {
  fileprivate var isOff: Bool {
    if case .off = state { true } else { false }
  }

  fileprivate var isFailing: Bool {
    if case .failing = state { true } else { false }
  }
}
