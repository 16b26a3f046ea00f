import Model

extension ProcessesSection {
  /// One row for each process of which the value is known.
  func writeProcesses<Value: SampleValue>(
    _ names: BrokerNames, to rows: inout RowWriter, _ value: (ProcessReading) -> Value?
  ) {
    for process in processes {
      rows.write(value(process), names.processes[process.name], process.name)
    }
  }

  /// One row for each pool of each virtual machine.
  func writePools(_ names: BrokerNames, to rows: inout RowWriter, _ value: (JVMPool) -> UInt64?) {
    for process in processes {
      for pool in process.jvm?.pools ?? [] {
        rows.write(
          value(pool), names.processes[process.name], process.name, pool.area.rawValue, pool.name)
      }
    }
  }

  /// One row for each counter that `label` gives a label.
  func writeCounters(
    _ names: BrokerNames, to rows: inout RowWriter, _ label: (ProcessCounter) -> String?
  ) {
    for process in processes {
      process.labelled(label).forEachInOrder { label, value in
        rows.write(value, names.processes[process.name], process.name, label)
      }
    }
  }

  /// The same for counters of nanoseconds.
  func writeTimes(_ names: BrokerNames, to rows: inout RowWriter, _ label: (ProcessCounter) -> String?) {
    for process in processes {
      process.labelled(label).forEachInOrder { label, value in
        rows.write(Duration(counted: value), names.processes[process.name], process.name, label)
      }
    }
  }

  func writePressure(_ resource: PressureResource, _ names: BrokerNames, to rows: inout RowWriter) {
    for process in processes {
      for kind in PressureKind.allCases {
        rows.write(
          process.time(.stalled(resource, kind)), names.processes[process.name], process.name, kind.rawValue)
      }
    }
  }
}

extension ProcessReading {
  /// A counter of nanoseconds.
  func time(_ counter: ProcessCounter) -> Duration? {
    counters[counter].map(Duration.init(counted:))
  }

  fileprivate func labelled(_ label: (ProcessCounter) -> String?) -> [String: UInt64] {
    var labelled: [String: UInt64] = [:]
    for (counter, value) in counters {
      if let label = label(counter) { labelled[label] = value }
    }
    return labelled
  }
}

extension Duration {
  /// 292 years are enough for any counter.
  fileprivate init(counted nanoseconds: UInt64) {
    self = .nanoseconds(Int64(clamping: nanoseconds))
  }
}

extension SocketState {
  /// As `ss` calls it.
  var name: String {
    switch self {
    case .established: "established"
    case .synSent: "syn_sent"
    case .synReceived: "syn_recv"
    case .finWait1: "fin_wait_1"
    case .finWait2: "fin_wait_2"
    case .timeWait: "time_wait"
    case .closed: "closed"
    case .closeWait: "close_wait"
    case .lastAcknowledgement: "last_ack"
    case .closing: "closing"
    }
  }
}
