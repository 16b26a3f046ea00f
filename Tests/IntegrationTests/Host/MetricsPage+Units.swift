extension MetricsPage {
  func unitState(_ unit: String) -> String? {
    current("broker_unit_state", "state", unit)
  }

  func unitResult(_ unit: String) -> String? {
    current("broker_unit_result", "result", unit)
  }

  func unit(_ metric: String, _ unit: String) -> Double? {
    value(of: "broker_unit_\(metric)", ["unit": unit])
  }

  private func current(_ metric: String, _ label: String, _ unit: String) -> String? {
    samples(of: metric, ["unit": unit]).first { $0.value == 1 }?.labels[label]
  }
}
