/// How fine the page is wanted.
package enum GranularityChoice: String, Sendable, Hashable, CaseIterable {
  case partition
  /// Lags by partition, everything else by topic.
  case lags
  case topic
  /// By partition as long as the series budget allows it.
  case automatic = "auto"
}
