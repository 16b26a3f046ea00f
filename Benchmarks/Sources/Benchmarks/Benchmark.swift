/// Something whose speed we promise. A new one is a file of its own, and a line in `main.swift`.
protocol Benchmark {
  var name: String { get }
  func run(_ rounds: Rounds) async throws -> [Measurement]
}
