import Model

extension Catalog {
  static let containerTrafficMetrics = [
    containerReceiveBytes, containerReceivePackets, containerReceiveErrors, containerReceiveDrops,
    containerTransmitBytes, containerTransmitPackets, containerTransmitErrors,
    containerTransmitDrops,
  ]

  package static let containerReceiveBytes = Metric(
    "broker_container_network_receive_bytes_total", .counter, unit: .bytes, host: ["container"],
    help: "Bytes received over all interfaces of the container; absent if it uses the host's.",
    from: \.containers
  ) { section, names, rows in
    section.forEach(names) { container, broker in
      rows.write(container.usage?.traffic?.received.bytes, broker, container.name)
    }
  }

  package static let containerReceivePackets = Metric(
    "broker_container_network_receive_packets_total", .counter, host: ["container"],
    help: "Packets received over all interfaces.", from: \.containers
  ) { section, names, rows in
    section.forEach(names) { container, broker in
      rows.write(container.usage?.traffic?.received.packets, broker, container.name)
    }
  }

  package static let containerReceiveErrors = Metric(
    "broker_container_network_receive_errors_total", .counter, host: ["container"],
    help: "Packets with errors when they were received.", from: \.containers
  ) { section, names, rows in
    section.forEach(names) { container, broker in
      rows.write(container.usage?.traffic?.received.errors, broker, container.name)
    }
  }

  package static let containerReceiveDrops = Metric(
    "broker_container_network_receive_drops_total", .counter, host: ["container"],
    help: "Packets dropped when they were to be received.", from: \.containers
  ) { section, names, rows in
    section.forEach(names) { container, broker in
      rows.write(container.usage?.traffic?.received.drops, broker, container.name)
    }
  }

  package static let containerTransmitBytes = Metric(
    "broker_container_network_transmit_bytes_total", .counter, unit: .bytes, host: ["container"],
    help: "Bytes sent over all interfaces of the container; absent if it uses the host's.", from: \.containers
  ) { section, names, rows in
    section.forEach(names) { container, broker in
      rows.write(container.usage?.traffic?.transmitted.bytes, broker, container.name)
    }
  }

  package static let containerTransmitPackets = Metric(
    "broker_container_network_transmit_packets_total", .counter, host: ["container"],
    help: "Packets sent over all interfaces.", from: \.containers
  ) { section, names, rows in
    section.forEach(names) { container, broker in
      rows.write(container.usage?.traffic?.transmitted.packets, broker, container.name)
    }
  }

  package static let containerTransmitErrors = Metric(
    "broker_container_network_transmit_errors_total", .counter, host: ["container"],
    help: "Packets with errors when they were sent.", from: \.containers
  ) { section, names, rows in
    section.forEach(names) { container, broker in
      rows.write(container.usage?.traffic?.transmitted.errors, broker, container.name)
    }
  }

  package static let containerTransmitDrops = Metric(
    "broker_container_network_transmit_drops_total", .counter, host: ["container"],
    help: "Packets dropped when they were to be sent.", from: \.containers
  ) { section, names, rows in
    section.forEach(names) { container, broker in
      rows.write(container.usage?.traffic?.transmitted.drops, broker, container.name)
    }
  }
}
