package import Model

/// One declaration of a metric: everything that the page, the docs, the rules and the dashboards say of it.
///
/// A declaration becomes part of the page when a `Catalog` has accepted it.
package struct Metric: Sendable {
  /// As Prometheus stores it: a counter's name includes `_total`, an info's `_info`.
  package let name: String
  package let help: String
  package let unit: MetricUnit?
  package let type: MetricType
  /// Without `le`, `quantile` and a state set's own label.
  package let labels: [String]
  let readers: [MetricReader]

  /// Declares a metric whose rows come from one section of the world.
  package init<Value>(
    _ name: String, _ type: MetricType, unit: MetricUnit? = nil, labels: [String] = [], help: String,
    from section: any KeyPath<World, Section<Value>?> & Sendable,
    _ read: @escaping @Sendable (Value, inout RowWriter) -> Void
  ) {
    self.init(
      name: name, type: type, unit: unit, labels: labels, help: help,
      readers: [MetricReader(from: section, read)])
  }

  /// Declares a metric of things on this host, with the names of the brokers that they belong to; `broker` is its first label.
  init<Value>(
    _ name: String, _ type: MetricType, unit: MetricUnit? = nil, host labels: [String], help: String,
    from section: any KeyPath<World, Section<Value>?> & Sendable,
    _ read: @escaping @Sendable (Value, BrokerNames, inout RowWriter) -> Void
  ) {
    self.init(
      name: name, type: type, unit: unit, labels: ["broker"] + labels, help: help,
      readers: [MetricReader(from: section, named: read)])
  }

  /// Declares a metric whose rows come from all sections together, each as far as it is believed at the time of the page.
  init(
    _ name: String, _ type: MetricType, labels: [String], help: String,
    fromWorld read: @escaping @Sendable (World, inout RowWriter) -> Void
  ) {
    self.init(
      name: name, type: type, unit: nil, labels: labels, help: help, readers: [MetricReader(fromWorld: read)])
  }

  private init(
    name: String, type: MetricType, unit: MetricUnit?, labels: [String], help: String, readers: [MetricReader]
  ) {
    self.name = name
    self.type = type
    self.unit = unit
    self.labels = labels
    self.help = help
    self.readers = readers
  }

  /// The same metric with rows from one more section, written after the others.
  package func also<Value>(
    from section: any KeyPath<World, Section<Value>?> & Sendable,
    _ read: @escaping @Sendable (Value, inout RowWriter) -> Void
  ) -> Metric {
    Metric(
      name: name, type: type, unit: unit, labels: labels, help: help,
      readers: readers + [MetricReader(from: section, read)])
  }
}
