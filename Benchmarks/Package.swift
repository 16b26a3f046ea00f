// swift-tools-version: 6.2
import PackageDescription

// `package` declarations of the package under measurement are visible here: SwiftPM names a path dependency after
// its folder, and the compiler is told that this package bears the same name.
let measured = Context.packageDirectory.split(separator: "/").dropLast().last.map { $0.lowercased() } ?? ""
let packageName = String(measured.map { $0.isLetter || $0.isNumber ? $0 : "_" })

let settings: [SwiftSetting] = [.swiftLanguageMode(.v6), .unsafeFlags(["-package-name", packageName])]

let package = Package(
  name: "Benchmarks",
  dependencies: [.package(path: "..")],
  targets: [
    .target(name: "CAllocationCounter"),
    .executableTarget(
      name: "Benchmarks",
      dependencies: ["CAllocationCounter", .product(name: "BrokerwatchParts", package: measured)],
      packageAccess: false,
      swiftSettings: settings),
    .executableTarget(
      name: "BigCluster", dependencies: [.product(name: "BrokerwatchParts", package: measured)],
      packageAccess: false, swiftSettings: settings),
  ],
  cLanguageStandard: .gnu11
)
