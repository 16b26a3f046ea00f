import Transport

extension Deadlines {
  /// Only a hang misses them.
  static let patient = Deadlines(
    connect: .seconds(120), firstByte: .seconds(120), idle: .seconds(120), total: .seconds(240))
}
