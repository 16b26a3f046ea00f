import Settings

/// Who to be for a cluster's brokers.
struct SASLConfiguration: Equatable {
  /// The values are the registered names, as Kafka's own files have them.
  enum Mechanism: String, ChoiceSetting {
    case plain = "PLAIN"
    case scramSHA256 = "SCRAM-SHA-256"
    case scramSHA512 = "SCRAM-SHA-512"
    case oauthBearer = "OAUTHBEARER"
    case awsMSKIAM = "AWS_MSK_IAM"

    var takesPassword: Bool {
      switch self {
      case .plain, .scramSHA256, .scramSHA512: true
      case .oauthBearer, .awsMSKIAM: false
      }
    }
  }

  var mechanism = Mechanism.scramSHA512
  var username: String?
  var password: Secret?
  var oauth: OAuthConfiguration?
  var aws: AWSConfiguration?
}

extension SASLConfiguration: SettingsSection {
  static let schema = Schema(
    "How to log in. Without `tls`, whoever listens on the way can read a password of `PLAIN` and every token.",
    defaults: SASLConfiguration()
  ) {
    Key("mechanism", \.mechanism, isRequired: true, doc: "How to prove it.")
    Key("username", \.username, doc: "The user, for `PLAIN` and `SCRAM`.")
    SecretKey("password", \.password, doc: "Its password.")
    Key("oauth", \.oauth, doc: "Where tokens come from, for `OAUTHBEARER`.")
    Key("aws", \.aws, doc: "The access key, for `AWS_MSK_IAM`.")
    Rule("username", must: "be given for PLAIN and SCRAM") {
      !$0.mechanism.takesPassword || $0.username?.isEmpty == false
    }
    Rule("password", must: "be given for PLAIN and SCRAM, or password_file") {
      !$0.mechanism.takesPassword || $0.password != nil
    }
    Rule("username", must: "be left out for OAUTHBEARER and AWS_MSK_IAM") {
      $0.mechanism.takesPassword || $0.username == nil
    }
    Rule("password", must: "be left out for OAUTHBEARER and AWS_MSK_IAM") {
      $0.mechanism.takesPassword || $0.password == nil
    }
    Rule("oauth", must: "be given for OAUTHBEARER, and for nothing else") {
      ($0.mechanism == .oauthBearer) == ($0.oauth != nil)
    }
    Rule("aws", must: "be left out for every mechanism but AWS_MSK_IAM") {
      $0.mechanism == .awsMSKIAM || $0.aws == nil
    }
  }
}
