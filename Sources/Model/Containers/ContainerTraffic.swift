package struct ContainerTraffic: Sendable, Hashable {
  package struct Direction: Sendable, Hashable {
    package var bytes: UInt64?
    package var packets: UInt64?
    package var errors: UInt64?
    package var drops: UInt64?

    package init() {}
  }

  package var received = Direction()
  package var transmitted = Direction()

  package init() {}
}
