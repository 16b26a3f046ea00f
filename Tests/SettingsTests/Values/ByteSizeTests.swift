import Testing

@testable import Settings

@Suite struct ByteSizeTests {
  @Test(
    arguments: [
      ("64MiB", 67_108_864), ("10MB", 10_000_000), ("512KiB", 524_288), ("1048576", 1_048_576), ("0", 0),
      ("7B", 7),
      ("1kB", 1000), ("1KB", 1000), ("2GiB", 2_147_483_648), ("3TB", 3_000_000_000_000),
      ("1TiB", 1_099_511_627_776),
    ])
  func `a size is a number of bytes with or without a unit`(text: String, bytes: Int) throws {
    #expect(try ByteSize(settingText: text).bytes == bytes)
    let size = ByteSize(bytes: bytes)
    #expect(try ByteSize(settingText: size.settingText) == size)
  }

  @Test(arguments: ["", "MiB", "-1", "1.5MiB", "1 MB", "1mib", "1M", "8388608TiB", "99999999999999999999"])
  func `what is no size is refused`(text: String) {
    #expect(throws: ScalarMismatch.self) { try ByteSize(settingText: text) }
  }
}
