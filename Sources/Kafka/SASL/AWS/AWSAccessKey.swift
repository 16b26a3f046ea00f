/// What AWS knows somebody by.
package struct AWSAccessKey: Sendable, Hashable {
  package let id: String
  let secret: String
  /// Only with a key that was lent for some hours.
  let sessionToken: String?

  package init(id: String, secret: String, sessionToken: String? = nil) {
    self.id = id
    self.secret = secret
    self.sessionToken = sessionToken
  }
}

extension AWSAccessKey: CustomStringConvertible, CustomReflectable {
  package var description: String { "AWS access key \(id)" }

  package var customMirror: Mirror { Mirror(self, children: []) }
}
