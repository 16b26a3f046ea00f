import Exporter

extension NotWatched {
  /// What people may expect of a broker's monitor and this version does not have.
  static let inThisVersion = [
    NotWatched("Journal and log files", because: "this version does not read logs yet")
  ]
}
