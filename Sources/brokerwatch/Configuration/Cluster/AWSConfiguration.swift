import Settings

/// The access key for `AWS_MSK_IAM`; what is left out comes from where AWS's own tools look.
struct AWSConfiguration: Equatable {
  var region: String?
  var accessKeyID: String?
  var secretAccessKey: Secret?
  var sessionToken: Secret?
  var profile: String?
}

extension AWSConfiguration: SettingsSection {
  static let schema = Schema(
    "The access key for `AWS_MSK_IAM`. What is left out comes from where AWS's own tools look.",
    defaults: AWSConfiguration()
  ) {
    Key(
      "region", \.region, must: Requirement("not be empty") { $0 != "" },
      derivedDefault: "what the brokers' names say, else $AWS_REGION", doc: "The region of the cluster.")
    Key("access_key_id", \.accessKeyID, doc: "The access key.")
    SecretKey("secret_access_key", \.secretAccessKey, doc: "Its secret.")
    SecretKey("session_token", \.sessionToken, doc: "The token of a temporary key.")
    Key("profile", \.profile, doc: "The profile in AWS's credentials file, instead of a key.")
    Rule("secret_access_key", must: "be given together with access_key_id, or secret_access_key_file") {
      ($0.accessKeyID == nil) == ($0.secretAccessKey == nil)
    }
    Rule("session_token", must: "be given only with an access_key_id") {
      $0.sessionToken == nil || $0.accessKeyID != nil
    }
    Rule("profile", must: "be left out where an access_key_id is given") {
      $0.profile == nil || $0.accessKeyID == nil
    }
  }
}
