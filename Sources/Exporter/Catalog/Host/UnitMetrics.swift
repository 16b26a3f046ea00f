import Model

extension Catalog {
  static let unitMetrics = [
    unitState, unitResult, unitActive, unitRestarts, unitExitStatus, unitMainPID, unitStartTime,
    unitStateChange, unitWatchdog,
  ]

  package static let unitState = Metric(
    "broker_unit_state", .stateSet(label: "state", states: UnitState.allCases.map(\.rawValue)),
    host: ["unit"], help: "What the systemd unit does.", from: \.units
  ) { section, names, rows in
    for unit in section.units { rows.write(state: unit.state.rawValue, names.units[unit.name], unit.name) }
  }

  package static let unitResult = Metric(
    "broker_unit_result", .stateSet(label: "result", states: UnitResult.allCases.map(\.rawValue)),
    host: ["unit"],
    help: "How the unit's last run ended; success as long as nothing has failed.", from: \.units
  ) { section, names, rows in
    for unit in section.units {
      rows.write(state: unit.result?.rawValue, names.units[unit.name], unit.name)
    }
  }

  package static let unitActive = Metric(
    "broker_unit_active", .gauge, host: ["unit"],
    help: "1 while the unit is active, 0 while it is starting, stopping, inactive or failed.", from: \.units
  ) { section, names, rows in
    section.write(names, to: &rows) { $0.state.isUp }
  }

  package static let unitRestarts = Metric(
    "broker_unit_restarts_total", .counter, host: ["unit"],
    help: "Restarts that systemd made by itself; starts by hand do not set it back.", from: \.units
  ) { section, names, rows in
    section.write(names, to: &rows) { $0.restarts }
  }

  package static let unitExitStatus = Metric(
    "broker_unit_exit_status", .gauge, host: ["unit"],
    help:
      "Of the main process that ended last: its exit code, or 128 and the number of the signal that ended it.",
    from: \.units
  ) { section, names, rows in
    section.write(names, to: &rows) { $0.exitStatus }
  }

  package static let unitMainPID = Metric(
    "broker_unit_main_pid", .gauge, host: ["unit"],
    help: "Process id of the unit's main process, while there is one.", from: \.units
  ) { section, names, rows in
    section.write(names, to: &rows) { $0.mainPID }
  }

  package static let unitStartTime = Metric(
    "broker_unit_start_time_seconds", .gauge, unit: .seconds, host: ["unit"],
    help: "When the unit became active, while it is.", from: \.units
  ) { section, names, rows in
    section.write(names, to: &rows) { $0.startTime }
  }

  package static let unitStateChange = Metric(
    "broker_unit_state_change_timestamp_seconds", .gauge, unit: .seconds, host: ["unit"],
    help: "When the unit's state changed last.", from: \.units
  ) { section, names, rows in
    section.write(names, to: &rows) { $0.stateChange }
  }

  package static let unitWatchdog = Metric(
    "broker_unit_watchdog_timestamp_seconds", .gauge, unit: .seconds, host: ["unit"],
    help: "When the unit told systemd last that it is alive; only of services with a watchdog.",
    from: \.units
  ) { section, names, rows in
    section.write(names, to: &rows) { $0.watchdog }
  }
}

extension UnitsSection {
  func write<Value: SampleValue>(
    _ names: BrokerNames, to rows: inout RowWriter, _ value: (UnitReading) -> Value?
  ) {
    for unit in units { rows.write(value(unit), names.units[unit.name], unit.name) }
  }
}
