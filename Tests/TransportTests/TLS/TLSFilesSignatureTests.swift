import TestSupport
import Testing
import Transport

@Suite struct TLSFilesSignatureTests {
  private let directory: TemporaryDirectory
  private let settings: TLSSettings

  init() throws {
    directory = try TemporaryDirectory()
    for name in ["ca", "certificate", "key"] { _ = try directory.write(Array(name.utf8), to: name) }
    let identity = TLSSettings.Identity(
      certificateFile: directory.file("certificate"), keyFile: directory.file("key"))
    settings = TLSSettings(authorityFile: directory.file("ca"), identity: identity)
  }

  @Test func `files that nobody touched are the same`() {
    #expect(TLSFilesSignature(of: settings) == TLSFilesSignature(of: settings))
    #expect(TLSFilesSignature(of: TLSSettings()) == TLSFilesSignature(of: TLSSettings(serverName: "x")))
  }

  @Test(arguments: ["ca", "certificate", "key"])
  func `a file that is written anew, replaced, taken away or back is another`(name: String) async throws {
    var seen = [TLSFilesSignature(of: settings)]
    _ = try directory.write(Array("else".utf8), to: name)
    seen.append(TLSFilesSignature(of: settings))
    let new = try directory.write(Array("else".utf8), to: "new")
    _ = try await Command("mv", new, directory.file(name))
    seen.append(TLSFilesSignature(of: settings))
    _ = try await Command("mv", directory.file(name), new)
    seen.append(TLSFilesSignature(of: settings))
    _ = try await Command("cp", new, directory.file(name))
    seen.append(TLSFilesSignature(of: settings))
    #expect(Set(seen).count == seen.count)
  }
}
