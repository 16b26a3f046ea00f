extension Metric {
  /// The first rule of Prometheus or OpenMetrics that the declaration breaks.
  func validate() throws(CatalogError) {
    guard name.isIdentifier(colons: true) else { throw error(.name) }
    if type == .info, familyName == name { throw error(.infoWithoutSuffix) }
    guard !help.isEmpty else { throw error(.helpMissing) }
    // Parsers take blanks around the text for separators.
    guard help.first?.isWhitespace == false, help.last?.isWhitespace == false else {
      throw error(.helpBlanks)
    }
    try validateUnit()
    try validateLabels()
  }

  private func validateUnit() throws(CatalogError) {
    guard let unit else { return }
    switch type {
    case .info, .stateSet: throw error(.unitOfText(unit))
    case .counter, .gauge, .histogram, .summary, .unknown:
      guard familyName.hasSuffix("_\(unit.rawValue)") else { throw error(.unitNotSuffix(unit)) }
    }
  }

  private func validateLabels() throws(CatalogError) {
    for label in labels where label == "le" || label == "quantile" { throw error(.labelReserved(label)) }
    var seen: Set<String> = []
    for label in labelNames {
      // OpenMetrics and Prometheus keep labels that begin with an underscore for themselves.
      guard label.isIdentifier(colons: false), !label.hasPrefix("_") else { throw error(.label(label)) }
      guard seen.insert(label).inserted else { throw error(.labelTwice(label)) }
    }
    if case .stateSet(_, let states) = type, states.isEmpty || Set(states).count != states.count {
      throw error(.states)
    }
  }

  private func error(_ problem: CatalogError.Problem) -> CatalogError {
    CatalogError(metric: name, problem: problem)
  }
}

extension String {
  fileprivate func isIdentifier(colons: Bool) -> Bool {
    guard let first = utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else {
      return false
    }
    return utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        true
      case UInt8(ascii: ":"): colons
      default: false
      }
    }
  }
}
