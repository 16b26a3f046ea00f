import Systemd
import TestSupport
import Testing

@Suite(.enabled(if: PrivateBus.isUsable, "dbus-daemon is not installed"))
struct BusReaderTests {
  /// `GetConnectionCredentials` answers with a dictionary of values of several types.
  @Test func `wanted properties are found among others, by their place`() async throws {
    let loop = try EventLoop(name: "test")
    let bus = try await PrivateBus()
    let connection = try await bus.connect(on: loop)
    let keys = BusKeys(["NoSuchKey", "UnixUserID", "ProcessID", "UnixGroupIDs"])
    let found = try await connection.answer(
      to: PrivateBus.call("GetConnectionCredentials", "org.freedesktop.DBus"), within: .seconds(10)
    ) { message throws(BusError) in
      var found: [String: BusValue] = [:]
      try message.properties(keys) { index, value in found[keys.names[index]] = value }
      return found
    }
    let daemon = try #require(await process(bus, connection))
    #expect(found["ProcessID"] == .unsigned(daemon))
    #expect(found["UnixUserID"] != nil)
    // A list is no basic value.
    #expect(found["UnixGroupIDs"] == .other || found["UnixGroupIDs"] == nil)
    #expect(found["NoSuchKey"] == nil)
    await connection.close()
    loop.stop()
  }

  private func process(_ bus: PrivateBus, _ connection: BusConnection) async throws -> UInt64? {
    let pid = try await Command("pgrep", "-P", "\(bus.daemon.processIdentifier)").output
    return UInt64(pid.split(separator: "\n").first ?? "")
  }

  @Test func `lists of structs are read whole, and what is not of their form is refused`() async throws {
    let loop = try EventLoop(name: "test")
    let bus = try await PrivateBus()
    let connection = try await bus.connect(on: loop)
    let answers = await connection.answers(to: [PrivateBus.call("ListNames")], within: .seconds(10)) {
      message throws(BusError) in
      try message.structs(of: "ss") { message throws(BusError) in try message.skip("ss") }
    }
    #expect(throws: BusError.self) { try answers.first?.get() }
    await connection.close()
    loop.stop()
  }
}
