import Model

extension Catalog {
  static let watcherMetrics = [
    up, buildInfo, configLastReloadSuccess, configLastReloadSuccessTimestamp, eventLoopLag, logLinesDropped,
    eventsMissed, stateSaves, stateErrors,
  ]

  package static let up = Metric(
    "brokerwatch_up", .gauge,
    help: "1 while Brokerwatch keeps its own numbers up to date.", from: \.watcher
  ) { _, rows in
    rows.write(1)
  }

  package static let buildInfo = Metric(
    "brokerwatch_build_info", .info, labels: ["version", "revision", "swiftversion"],
    help: "What this Brokerwatch was built from.", from: \.watcher
  ) { watcher, rows in
    rows.write(1, watcher.build.version, watcher.build.revision, watcher.build.swiftVersion)
  }

  package static let configLastReloadSuccess = Metric(
    "brokerwatch_config_last_reload_success", .gauge, labels: ["file"],
    help:
      "1 if the last reading of this configuration file was put to use, 0 if older settings stay in force.",
    from: \.watcher
  ) { watcher, rows in
    for reload in watcher.reloads {
      rows.write(reload.succeeded, reload.name)
    }
  }

  package static let configLastReloadSuccessTimestamp = Metric(
    "brokerwatch_config_last_reload_success_timestamp_seconds", .gauge, unit: .seconds, labels: ["file"],
    help: "When this configuration file was last put to use.", from: \.watcher
  ) { watcher, rows in
    for reload in watcher.reloads {
      rows.write(reload.appliedAt, reload.name)
    }
  }

  package static let eventLoopLag = Metric(
    "brokerwatch_event_loop_lag_seconds", .histogram, unit: .seconds, labels: ["loop"],
    help: "How late an event loop ran what was due.", from: \.watcher
  ) { watcher, rows in
    for lag in watcher.loops {
      rows.write(lag.seconds, lag.loop)
    }
  }

  package static let logLinesDropped = Metric(
    "brokerwatch_log_lines_dropped_total", .counter, labels: ["reason"],
    help: "Lines of its own log that Brokerwatch did not write, by reason.", from: \.watcher
  ) { watcher, rows in
    watcher.logLinesDropped.forEachInOrder { reason, count in
      rows.write(count, reason)
    }
  }

  package static let eventsMissed = Metric(
    "brokerwatch_events_missed_total", .counter,
    help: "Events that a slow reader of the event stream never saw.", from: \.watcher
  ) { watcher, rows in
    rows.write(watcher.eventsMissed)
  }

  package static let stateSaves = Metric(
    "brokerwatch_state_saves_total", .counter,
    help: "Files written to the state directory, for after a restart.", from: \.watcher
  ) { watcher, rows in
    rows.write(watcher.state.saves)
  }

  package static let stateErrors = Metric(
    "brokerwatch_state_errors_total", .counter, labels: ["reason"],
    help:
      "What could not be kept or was not used again: the directory, a file to read or to write, or a file that was refused.",
    from: \.watcher
  ) { watcher, rows in
    for reason in StateStatistics.Failure.allCases {
      rows.write(watcher.state.errors[reason], reason.rawValue)
    }
  }
}
