import Model

/// Writes what happens once to our own log, for those who have nothing else.
enum EventLog {
  static func write(_ events: EventSubscription<Event>, to log: Logger) async {
    for await delivery in events {
      guard case .element(let event) = delivery else { continue }
      let subject = LogRecord.Field(event.kind.subjectName, event.subject)
      let reason = LogRecord.Field("reason", event.message)
      switch event.kind {
      case .collectorFailed: log.warn("collector fails", subject, reason)
      case .collectorRecovered: log.info("collector reads again", subject)
      case .configurationApplied: log.info("configuration reloaded", subject, .init("note", event.message))
      case .configurationRejected:
        log.error("configuration rejected; the old one stays in use", subject, .init("error", event.message))
      }
    }
  }
}

extension Event.Kind {
  fileprivate var subjectName: String {
    switch self {
    case .collectorFailed, .collectorRecovered: "collector"
    case .configurationApplied, .configurationRejected: "from"
    }
  }
}
