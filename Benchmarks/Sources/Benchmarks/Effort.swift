/// How much time the benchmarks may take.
enum Effort {
  case short
  case full

  var rounds: Int {
    switch self {
    case .short: 5
    case .full: 31
    }
  }
}
