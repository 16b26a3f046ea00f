// swift-tools-version: 6.2
import PackageDescription

// One list for every Swift target. Warnings become errors only where our own gates ask for it
// (`make lint`, `.ci/run`): a newer compiler must not break a user's build.
let warningsAreErrors = Context.environment["BROKERWATCH_STRICT"] == "1"
let strict: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .define("TSAN", .when(traits: ["ThreadSanitizer"])),
  ] + (warningsAreErrors ? [.treatAllWarnings(as: .error)] : [])

/// A C library that every distribution packages, found with pkg-config.
func library(_ name: String, pkgConfig: String, apt: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt])])
}

func swift(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], exclude: exclude,
    // What is tested is optimized in release mode; the tests are not, for Swift 6.3's optimizer crashes on some of their closures.
    swiftSettings: strict + [.unsafeFlags(["-Onone"], .when(configuration: .release))])
}

// The one C target whose flags change with every commit: only the executable is built anew for it.
let revision: [CSetting] =
  Context.environment["BROKERWATCH_REVISION"].map { revision in
    [.define("BROKERWATCH_REVISION", to: "\"\(revision)\"")]
  } ?? []

let package = Package(
  name: "brokerwatch",
  products: [
    .executable(name: "brokerwatch", targets: ["brokerwatch"]),
    // For the Benchmarks and Fuzz packages beside this one.
    .library(
      name: "BrokerwatchParts",
      targets: [
        "Model", "Patterns", "Settings", "Systemd", "Transport", "Kafka", "Exporter", "Monitor", "Simulation",
      ]),
  ],
  traits: [
    .trait(
      name: "ThreadSanitizer",
      description: "Shows every lock to ThreadSanitizer; on in its test runs only.")
  ],
  targets: [
    library("CSystemd", pkgConfig: "libsystemd", apt: "libsystemd-dev"),
    library("CCurl", pkgConfig: "libcurl", apt: "libcurl4-openssl-dev"),
    library("CMicrohttpd", pkgConfig: "libmicrohttpd", apt: "libmicrohttpd-dev"),
    library("CGnuTLS", pkgConfig: "gnutls", apt: "libgnutls28-dev"),
    library("CYAML", pkgConfig: "yaml-0.1", apt: "libyaml-dev"),
    library("CPCRE2", pkgConfig: "libpcre2-8", apt: "libpcre2-dev"),
    library("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev"),
    library("CCrypt", pkgConfig: "libcrypt", apt: "libcrypt-dev"),
    library("CCrypto", pkgConfig: "libcrypto", apt: "libssl-dev"),
    .target(name: "CShims", dependencies: ["CCurl", "CMicrohttpd", "CSystemd"]),
    .target(name: "CBuildInfo", cSettings: revision),

    swift("Model", ["CShims"]),
    swift("Systemd", ["Model", "CSystemd", "CShims"]),
    swift("Transport", ["Model", "Systemd", "CCurl", "CShims"]),
    swift("Kafka", ["Model", "Systemd", "Transport", "CCrypto"]),
    swift("Simulation", ["Model", "Systemd", "Kafka"]),
    swift("Patterns", ["CPCRE2"]),
    swift("Settings", ["Model", "Patterns", "CYAML", "CShims"]),
    swift("Monitor", ["Model", "Systemd", "Transport", "Kafka", "Patterns", "Settings"]),
    swift(
      "Exporter",
      ["Model", "Systemd", "Settings", "CMicrohttpd", "CGnuTLS", "CZlib", "CCrypt", "CShims"]),
    .executableTarget(
      name: "brokerwatch",
      dependencies: [
        "Model", "Systemd", "Transport", "Patterns", "Settings", "Kafka", "Monitor", "Exporter", "CBuildInfo",
      ],
      swiftSettings: strict),

    .target(
      name: "TestSupport", dependencies: ["Model", "Systemd", "Transport", "CShims"],
      path: "Tests/TestSupport",
      swiftSettings: strict),
    tests("ModelTests", ["Model"]),
    tests("ExporterTests", ["Exporter", "Model", "Systemd", "Settings"]),
    tests(
      "BrokerwatchTests",
      [
        "brokerwatch", "Exporter", "Model", "Settings", "Patterns", "Monitor", "Kafka", "Transport",
        "Systemd",
      ]),
    tests(
      "KafkaTests", ["Kafka", "Model", "Systemd", "Transport"],
      exclude: ["Captures", "Peers", "Vectors"]),
    tests("SimulationTests", ["Simulation", "Kafka", "Model", "Systemd", "Transport"]),
    tests(
      "MonitorTests",
      ["Monitor", "Model", "Systemd", "Kafka", "Transport", "Patterns", "Settings", "Simulation"],
      exclude: ["Peers"]),
    tests("PatternsTests", ["Patterns"]),
    tests("SystemdTests", ["Model", "Systemd", "CSystemd", "CShims", "SystemdProbe"]),
    .executableTarget(
      name: "SystemdProbe", dependencies: ["Systemd"], path: "Tests/SystemdProbe", swiftSettings: strict),
    tests("SettingsTests", ["Settings", "Patterns"]),
    tests("IntegrationTests", ["brokerwatch"]),
    tests("TransportTests", ["Transport", "Systemd", "Model"], exclude: ["Peers"]),
  ],
  cLanguageStandard: .gnu11
)
