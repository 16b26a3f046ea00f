import Model

extension ContainerTraffic {
  /// The sum over all interfaces: `{"eth0": {"rx_bytes": 1, …}, …}`.
  init?(reading json: inout JSONReader) {
    self.init()
    var isEmpty = true
    json.members { _, interface in
      isEmpty = false
      interface.members { key, value in
        switch key {
        case "rx_bytes": value.add(to: &received.bytes)
        case "rx_packets": value.add(to: &received.packets)
        case "rx_errors": value.add(to: &received.errors)
        case "rx_dropped": value.add(to: &received.drops)
        case "tx_bytes": value.add(to: &transmitted.bytes)
        case "tx_packets": value.add(to: &transmitted.packets)
        case "tx_errors": value.add(to: &transmitted.errors)
        case "tx_dropped": value.add(to: &transmitted.drops)
        default: break
        }
      }
    }
    if isEmpty { return nil }
  }
}

extension JSONReader {
  fileprivate mutating func add(to sum: inout UInt64?) {
    guard let more = unsigned() else { return }
    sum = (sum ?? 0) &+ more
  }
}
