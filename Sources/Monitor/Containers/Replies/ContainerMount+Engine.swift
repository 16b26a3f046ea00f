import Model

extension ContainerMount {
  init?(reading json: inout JSONReader) {
    var (source, destination) = ("", "")
    json.members { key, value in
      switch key {
      case "Source": source = value.string() ?? ""
      case "Destination": destination = value.string() ?? ""
      default: break
      }
    }
    guard !source.isEmpty, !destination.isEmpty else { return nil }
    self.init(source: source, destination: destination)
  }
}
