import Exporter

/// The rules of `promtool check metrics`, for metrics that have no rows yet, too.
enum NamingRules {
  private static let typeNames = ["gauge", "counter", "summary", "histogram", "untyped"]
  private static let abbreviations: Set = [
    "s", "ms", "us", "ns", "sec", "b", "kb", "mb", "gb", "tb", "pb", "m", "h", "d",
  ]
  /// Other spellings of a base unit, and units that are not the base.
  private static let notBase: Set = [
    "second", "millisecond", "milliseconds", "microseconds", "nanoseconds", "minutes", "hours", "days",
    "weeks",
    "byte", "bit", "bits", "kilobytes", "megabytes", "gigabytes", "kibibytes", "mebibytes", "gibibytes",
    "percent", "percentage", "millis", "micros", "nanos",
  ]

  static func findings(_ metric: Metric) -> [String] {
    let words = metric.name.split(separator: "_").map(String.init)
    return suffixes(metric) + words.flatMap(word) + labels(metric)
  }

  private static func suffixes(_ metric: Metric) -> [String] {
    let name = metric.name
    let isCounter = metric.type == .counter
    let hasTotals = metric.type == .histogram || metric.type == .summary
    return [
      isCounter != name.hasSuffix("_total") ? "'_total' belongs to counters, and only to them" : nil,
      metric.type == .info || !name.hasSuffix("_info") ? nil : "'_info' belongs to infos",
      name.hasSuffix("_bucket") ? "'_bucket' belongs to a histogram's rows" : nil,
      !hasTotals && (name.hasSuffix("_count") || name.hasSuffix("_sum"))
        ? "'_count' and '_sum' are a histogram's" : nil,
      name.contains(":") ? "colons are for recording rules" : nil,
      name.contains { $0.isUppercase } ? "names are in snake_case" : nil,
      MetricUnit.allCases.contains { metric.familyName.hasSuffix("_\($0.rawValue)") } && metric.unit == nil
        ? "its unit is not declared" : nil,
    ].compactMap { $0 }
  }

  private static func word(_ word: String) -> [String] {
    [
      typeNames.contains(word) ? "'\(word)' is its type" : nil,
      abbreviations.contains(word) ? "'\(word)' is an abbreviated unit" : nil,
      notBase.contains(word) ? "'\(word)' is not a base unit" : nil,
    ].compactMap { $0 }
  }

  private static func labels(_ metric: Metric) -> [String] {
    metric.labels.compactMap { label in
      if label.contains(where: \.isUppercase) { return "the label '\(label)' is not in snake_case" }
      return ["job", "instance"].contains(label) ? "the label '\(label)' is the scraper's" : nil
    }
  }
}
