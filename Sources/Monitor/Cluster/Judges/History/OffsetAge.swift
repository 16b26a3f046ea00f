/// What an offset history knows of one record's age.
package enum OffsetAge: Sendable, Hashable {
  case at(Tenths)
  /// Appended before the history begins: only the leader can say when.
  case older(than: OffsetPoint)
  /// Not appended as far as the history goes.
  case notYet
  /// There is no history.
  case unknown
}
