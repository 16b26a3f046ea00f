package import Testing

/// Starts a cluster before the first test of a suite, and stops it after the last.
package struct RealClusterTrait: SuiteTrait, TestScoping {
  let options: RealCluster.Options

  package func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @concurrent @Sendable () async throws -> Void
  ) async throws {
    try await RealCluster.with(options) { cluster in
      try await RealCluster.$current.withValue(cluster) { try await function() }
    }
  }
}

extension Trait where Self == RealClusterTrait {
  package static func realCluster(_ options: RealCluster.Options = RealCluster.Options()) -> Self {
    RealClusterTrait(options: options)
  }
}
