/// How to talk to the brokers of one cluster.
package struct ConnectionSettings: Sendable {
  /// What brokers show in their logs and count quotas by.
  package var clientID: String
  package var softwareVersion: String
  /// Nil: the listener asks nobody who they are, or is content with a certificate.
  package var credentials: (any SASLCredentialSource)?
  /// For everything until the first request can be sent: name, TCP, TLS, versions, authentication. What the credentials come
  /// from has a deadline of its own, before.
  package var openDeadline: Duration
  /// The largest reply; a larger one fails its request only.
  package var replyLimit: Int

  package init(
    clientID: String = "brokerwatch", softwareVersion: String = "0",
    credentials: (any SASLCredentialSource)? = nil, openDeadline: Duration = .seconds(5),
    replyLimit: Int = FrameAssembler.defaultLimit
  ) {
    self.clientID = clientID
    self.softwareVersion = softwareVersion
    self.credentials = credentials
    self.openDeadline = openDeadline
    self.replyLimit = replyLimit
  }
}

extension ConnectionSettings {
  /// A broker refuses a version with other characters, or with signs at its ends.
  var acceptableSoftwareVersion: String {
    let letters = softwareVersion.map { character in
      character.isASCII && (character.isLetter || character.isNumber || character == ".") ? character : "-"
    }
    let isSign = { (character: Character) in character == "-" || character == "." }
    let trimmed = letters.drop(while: isSign).reversed().drop(while: isSign).reversed()
    return trimmed.isEmpty ? "0" : String(trimmed)
  }
}
