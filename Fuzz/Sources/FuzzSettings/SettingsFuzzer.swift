import Settings

private let surroundings = SettingsSurroundings(
  directory: "/etc", environment: { ["A": "10s", "B": "", "C": "a: [b]\n"][$0] },
  readFile: { (path, _) throws(SettingsFileProblem) in
    guard path.utf8.count % 2 == 0 else { throw SettingsFileProblem("does not exist") }
    return SettingsFileContent(bytes: Array("s3cret\n".utf8), isWorldReadable: path.utf8.count % 4 == 0)
  })

/// Printed settings are longer than what they were read from.
private let limits = YAMLLimits(bytes: 1 << 28, depth: 64, nodes: 100_000_000)

/// Any bytes are settings or a list of mistakes; settings print and read back as themselves.
@c(LLVMFuzzerTestOneInput)
func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let settings: FuzzSettings
  do {
    settings = try FuzzSettings.load(bytes, file: "f", surroundings: surroundings).value
  } catch {
    guard case .invalid(_, let problems) = error else { return 0 }
    precondition(!problems.isEmpty && problems == problems.sorted())
    for problem in problems {
      precondition(problem.place >= .start && !problem.message.contains(where: \.isNewline), problem.message)
    }
    return 0
  }
  let printed = settings.yaml
  let again = try? FuzzSettings.load(
    Array(printed.utf8), file: "f", surroundings: surroundings, limits: limits
  ).value
  precondition(again == settings.masked, printed)
  precondition(again?.yaml == printed, printed)
  return 0
}
