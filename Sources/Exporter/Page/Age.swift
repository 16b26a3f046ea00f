import Model

/// A span of time as people say it: the two largest digits are enough.
enum Age {
  static func text(_ age: Duration) -> String {
    let seconds = max(0, Int(age.seconds))
    return switch seconds {
    case ..<120: "\(seconds) s"
    case ..<7_200: "\(seconds / 60) min"
    case ..<172_800: "\(seconds / 3_600) h"
    default: "\(seconds / 86_400) days"
    }
  }
}
