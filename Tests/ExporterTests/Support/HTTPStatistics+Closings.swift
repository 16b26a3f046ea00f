import Model

extension HTTPStatistics {
  /// Why connections were closed; reasons that never came up left out.
  var closings: [String: UInt64] {
    closedConnections.filter { $0.value > 0 }
  }
}
