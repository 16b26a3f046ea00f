/// The file in which AWS' tools keep access keys: profiles in brackets, and below each its values.
enum AWSCredentialsFile {
  static func key(of profile: String, in text: String) -> AWSAccessKey? {
    var section: Substring?
    var values: [String: String] = [:]
    for line in text.split(whereSeparator: \.isNewline).map(trimmed) where !isComment(line) {
      if line.hasPrefix("[") {
        section = trimmed(line.dropFirst().prefix { $0 != "]" })
      } else if section.map({ $0 == profile }) == true, let sign = line.firstIndex(of: "=") {
        values[trimmed(line[..<sign]).lowercased()] = String(trimmed(line[line.index(after: sign)...]))
      }
    }
    guard let id = values["aws_access_key_id"], !id.isEmpty, let secret = values["aws_secret_access_key"],
      !secret.isEmpty
    else { return nil }
    let token = values["aws_session_token"].flatMap { $0.isEmpty ? nil : $0 }
    return AWSAccessKey(id: id, secret: secret, sessionToken: token)
  }

  private static func isComment(_ line: Substring) -> Bool {
    line.isEmpty || line.hasPrefix("#") || line.hasPrefix(";")
  }

  private static func trimmed(_ text: Substring) -> Substring {
    let start = text.drop { $0.isWhitespace }
    return start.dropLast(start.reversed().prefix { $0.isWhitespace }.count)
  }
}
