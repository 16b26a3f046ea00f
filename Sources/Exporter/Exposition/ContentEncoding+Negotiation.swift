extension ContentEncoding {
  /// The encoding to answer an `Accept-Encoding` header with; nil when the client refuses both (406).
  ///
  /// gzip only for those who name it, or who refuse everything else: `*` alone asks for nothing in particular.
  package static func negotiate(acceptEncoding: String?) -> ContentEncoding? {
    guard let acceptEncoding else { return .identity }
    let codings = HeaderList.parse(acceptEncoding)
    let others = quality(of: ["*"], in: codings)
    let named = quality(of: ["gzip", "x-gzip"], in: codings)
    let gzip = named ?? others ?? 0
    let plain = quality(of: ["identity"], in: codings)
    guard plain ?? others ?? 1 > 0 else { return gzip > 0 ? .gzip : nil }
    guard let named, named > 0 else { return .identity }
    return named >= plain ?? 0 ? .gzip : .identity
  }

  private static func quality(of names: [String], in codings: [HeaderList.Item]) -> Int? {
    codings.filter { names.contains($0.value) }.map(\.quality).max()
  }
}
