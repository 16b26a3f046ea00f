import Model

extension Catalog {
  static let systemdMetrics = [systemdState, systemdFailedUnits, unitUnread, unitsOmitted]

  package static let systemdState = Metric(
    "broker_systemd_state", .stateSet(label: "state", states: SystemState.allCases.map(\.rawValue)),
    help: "How systemd fares on this host; degraded: units have failed.", from: \.units
  ) { section, rows in
    rows.write(state: section.systemState?.rawValue)
  }

  package static let systemdFailedUnits = Metric(
    "broker_systemd_failed_units", .gauge,
    help: "Units of this host that have failed, whether they are watched or not.", from: \.units
  ) { section, rows in
    rows.write(section.failedUnits)
  }

  package static let unitUnread = Metric(
    "broker_unit_unread", .gauge, host: ["unit", "reason"],
    help: "1 for a unit of which not everything could be read, with the reason.", from: \.units
  ) { section, names, rows in
    section.unread.forEachInOrder { unit, reason in rows.write(1, names.units[unit], unit, reason) }
  }

  package static let unitsOmitted = Metric(
    "broker_units_omitted", .gauge,
    help: "Units that match what is to be watched and are not shown because there are too many.",
    from: \.units
  ) { section, rows in
    rows.write(section.omitted)
  }
}
