/// A value of one of D-Bus' basic types; what is built from several of them is not looked into.
package enum BusValue: Sendable, Hashable {
  case string(String)
  case unsigned(UInt64)
  case signed(Int64)
  case boolean(Bool)
  case other
}
