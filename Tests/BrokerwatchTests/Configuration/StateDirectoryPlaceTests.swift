import Testing

@testable import brokerwatch

@Suite struct StateDirectoryPlaceTests {
  @Test(
    arguments: [
      (["STATE_DIRECTORY": "/var/lib/a:/var/lib/b", "HOME": "/h"], true, "/var/lib/a"),
      (["STATE_DIRECTORY": "/var/lib/a", "XDG_STATE_HOME": "/x", "HOME": "/h"], false, "/var/lib/a"),
      (["XDG_STATE_HOME": "/x", "HOME": "/root"], true, "/var/lib/brokerwatch"),
      (["XDG_STATE_HOME": "/x", "HOME": "/h"], false, "/x/brokerwatch"),
      (["XDG_STATE_HOME": "relative", "HOME": "/h"], false, "/h/.local/state/brokerwatch"),
      (["STATE_DIRECTORY": "", "XDG_STATE_HOME": "", "HOME": "/h"], false, "/h/.local/state/brokerwatch"),
      ([:], false, nil),
    ] as [([String: String], Bool, String?)])
  func `state is kept where systemd or the XDG specification says`(
    environment: [String: String], isRoot: Bool, place: String?
  ) {
    #expect(Configuration.usualStateDirectory(isRoot: isRoot) { environment[$0] } == place)
  }

  @Test func `the key wins`() throws {
    #expect(try configuration("state_directory: state").effectiveStateDirectory == "/etc/bw/state")
  }
}
