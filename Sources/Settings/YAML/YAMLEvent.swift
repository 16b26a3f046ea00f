/// What libyaml reports while it reads a document.
struct YAMLEvent {
  enum Kind {
    case documentStart
    case scalar(YAMLScalar)
    case sequenceStart
    case mappingStart
    case collectionEnd
    case alias
    /// The edges of the stream and the ends of documents, which mean nothing to us.
    case edge
  }

  let kind: Kind
  let place: SettingsPlace
  var hasAnchor = false
  var tag: String?
}
