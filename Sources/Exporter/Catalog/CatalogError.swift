/// Why a metric cannot be part of the catalogue.
package struct CatalogError: Error, Hashable {
  package enum Problem: Sendable, Hashable {
    case name
    case infoWithoutSuffix
    case helpMissing
    case helpBlanks
    case unitOfText(MetricUnit)
    case unitNotSuffix(MetricUnit)
    case label(String)
    case labelReserved(String)
    case labelTwice(String)
    case states
    /// Another metric would write rows or a header under the same name.
    case nameTaken(String, by: String)
  }

  package let metric: String
  package let problem: Problem
}

extension CatalogError: CustomStringConvertible {
  package var description: String {
    "The metric '\(metric)' cannot be part of the catalogue: \(problem.sentence)"
  }
}

extension CatalogError.Problem {
  fileprivate var sentence: String {
    switch self {
    case .name: "a name is made of letters, digits, '_' and ':', and does not begin with a digit."
    case .infoWithoutSuffix: "an info metric's name has to end in '_info'."
    case .helpMissing: "it has no help text; say in one sentence what it counts."
    case .helpBlanks: "its help text begins or ends with a blank, which parsers would lose."
    case .unitOfText(let unit): "infos and state sets hold no numbers, so their unit cannot be \(unit)."
    case .unitNotSuffix(let unit):
      "its unit is \(unit), so its name has to end in '_\(unit)' (before '_total')."
    case .label(let label):
      "the label '\(label)' has to be made of letters, digits and '_', and to begin with a letter."
    case .labelReserved(let label):
      "the label '\(label)' belongs to histograms and summaries; use another name."
    case .labelTwice(let label): "it has the label '\(label)' twice."
    case .states: "its list of states is empty or names one twice."
    case .nameTaken(let name, let other):
      "the name '\(name)', which its rows or its header need, is already used by '\(other)'."
    }
  }
}
