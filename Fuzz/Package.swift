// swift-tools-version: 6.2
import PackageDescription

// `package` declarations of the package under test are visible here: SwiftPM names a path dependency after its
// folder, and the compiler is told that this package bears the same name.
let tested = Context.packageDirectory.split(separator: "/").dropLast().last.map { $0.lowercased() } ?? ""
let packageName = String(tested.map { $0.isLetter || $0.isNumber ? $0 : "_" })

/// One fuzzer: an executable whose `main` is libFuzzer's (`swift build -c release --sanitize=fuzzer`).
///
/// Its kept inputs lie in `Corpora/NAME`, words that help in `Dictionaries/NAME.dict`.
func fuzzer(_ name: String) -> Target {
  .executableTarget(
    name: name, dependencies: [.product(name: "BrokerwatchParts", package: tested)], packageAccess: false,
    swiftSettings: [
      .swiftLanguageMode(.v6), .unsafeFlags(["-package-name", packageName, "-parse-as-library"]),
    ])
}

let package = Package(
  name: "Fuzz",
  dependencies: [.package(path: "..")],
  targets: [
    fuzzer("FuzzKafka"),
    fuzzer("FuzzNegotiation"),
    fuzzer("FuzzOffsetArchive"),
    fuzzer("FuzzSettings"),
  ]
)
