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
      "Starting: \(waiting) of \(all) collectors \(waiting == 1 ? "has" : "have") not read anything yet."
    case .watching(1): "The collector is reading."
    case .watching(let all): "All \(all) collectors are reading."
    case .troubled(let troubled, let all):
      "\(troubled) of \(all) collectors \(troubled == 1 ? "is" : "are") failing or late."
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
