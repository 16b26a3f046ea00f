package import Patterns
package import Settings

/// How a metric of a JMX Prometheus agent's page is called here.
package struct AgentMetric: Equatable {
  package var source = NamePattern.everything
  package var metric = ""
  package var labels: [String: String] = [:]
  package var constants: [String: String] = [:]
  package var only: [String: NamePattern] = [:]
  package var scale = 1.0
}

extension AgentMetric: SettingsSection {
  package static let schema = Schema(
    "How a metric of an agent's page is called here.", defaults: AgentMetric()
  ) {
    Key("source", \.source, isRequired: true, doc: "Its name on the page; a pattern for the whole of it.")
    Key("metric", \.metric, must: .notEmpty, isRequired: true, doc: "Its name here.")
    Key("labels", \.labels, doc: "The labels here, each with the page's label that has its value.")
    Key("constants", \.constants, doc: "Labels here whose value is always the same.")
    Key("only", \.only, doc: "Labels of the page, each with a pattern for the values that are meant.")
    Key("scale", \.scale, doc: "What values are multiplied by: 0.001 makes seconds of milliseconds.")
  }
}
