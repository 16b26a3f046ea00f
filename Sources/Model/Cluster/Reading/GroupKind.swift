/// By which protocol a group shares its work.
package enum GroupKind: String, Sendable, Hashable {
  case classic, consumer, share, streams
}
