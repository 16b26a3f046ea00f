/// The tagged fields of flexible headers, of which none has a meaning to us.
struct HeaderTags: WireStruct {
  mutating func fields<Coder: WireCoder>(_ wire: inout Coder) {}
}
