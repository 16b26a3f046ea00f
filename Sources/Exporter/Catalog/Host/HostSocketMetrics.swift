import Model

extension Catalog {
  static let hostSocketMetrics = [
    hostProcessConnections, hostProcessReceivedBytes, hostProcessSentBytes, peerRoundTrip,
    peerRetransmits,
  ]

  package static let hostProcessConnections = Metric(
    "broker_process_connections", .gauge, host: ["process", "listener", "state"],
    help: "Connections to the broker's listener, by their state.",
    from: \.processes
  ) { section, names, rows in
    for process in section.processes {
      for listener in process.listeners {
        for state in SocketState.allCases {
          rows.write(
            listener.connections[state], names.processes[process.name], process.name, listener.name,
            state.name)
        }
      }
    }
  }

  package static let hostProcessReceivedBytes = Metric(
    "broker_process_network_receive_bytes_total", .counter, unit: .bytes, host: ["process", "listener"],
    help: "Bytes that connections to the broker's listener received, since they were first seen.",
    from: \.processes
  ) { section, names, rows in
    for process in section.processes {
      for listener in process.listeners {
        rows.write(
          process.counters[.receivedBytes(listener: listener.name)], names.processes[process.name],
          process.name, listener.name)
      }
    }
  }

  package static let hostProcessSentBytes = Metric(
    "broker_process_network_transmit_bytes_total", .counter, unit: .bytes, host: ["process", "listener"],
    help:
      "Bytes that connections to the broker's listener sent and the other side acknowledged, since they were first seen.",
    from: \.processes
  ) { section, names, rows in
    for process in section.processes {
      for listener in process.listeners {
        rows.write(
          process.counters[.sentBytes(listener: listener.name)], names.processes[process.name], process.name,
          listener.name)
      }
    }
  }

  package static let peerRoundTrip = Metric(
    "broker_peer_connection_rtt_seconds", .gauge, unit: .seconds, host: ["process", "peer"],
    help:
      "Round trip time that the kernel measured on the broker's own connection to another broker, smoothed.",
    from: \.processes
  ) { section, names, rows in
    for process in section.processes {
      for peer in process.peers {
        rows.write(peer.roundTrip, names.processes[process.name], process.name, peer.peer)
      }
    }
  }

  package static let peerRetransmits = Metric(
    "broker_peer_connection_retransmits_total", .counter, host: ["process", "peer"],
    help: "Segments that had to be sent again on the broker's own connections to another broker.",
    from: \.processes
  ) { section, names, rows in
    for process in section.processes {
      for peer in process.peers {
        rows.write(
          process.counters[.retransmits(peer: peer.peer)], names.processes[process.name], process.name,
          peer.peer)
      }
    }
  }
}
