extension String {
  /// The text as a settings file writes it, so that nothing in it is taken for a variable.
  var escapingExpansions: String {
    split(separator: "${", omittingEmptySubsequences: false).joined(separator: "$${")
  }
}
