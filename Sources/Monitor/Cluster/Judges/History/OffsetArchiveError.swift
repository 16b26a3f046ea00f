/// Why saved offset histories could not be used.
package enum OffsetArchiveError: Error, Hashable, CustomStringConvertible {
  case notAnArchive
  case unknownVersion(UInt8)
  case damaged
  case fromTheFuture

  package var description: String {
    let reason =
      switch self {
      case .notAnArchive: "it does not begin like one"
      case .unknownVersion(let version):
        "its format is version \(version), and this program knows only version 1"
      case .damaged: "it is cut off or was changed after it was written"
      case .fromTheFuture: "it was written at a time that this machine's clock has not reached yet"
      }
    return "The saved offset histories cannot be used: \(reason). Lag in seconds starts without history; "
      + "the file is replaced at the next save."
  }
}
