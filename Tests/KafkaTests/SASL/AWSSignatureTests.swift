import Model
import Testing

@testable import Kafka

@Suite struct AWSSignatureTests {
  /// One of Amazon's own test suite for signing (aws-c-auth, `v4/NAME/query-signed-request.txt`).
  struct Vector: Sendable, CustomTestStringConvertible {
    let name: String
    var parameters: [String: String] = [:]
    var token: String?
    let signature: String

    var testDescription: String { name }
  }

  private static let unreserved = "-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
  static let vectors = [
    Vector(
      name: "get-vanilla-query-order-key-case", parameters: ["Param2": "value2", "Param1": "value1"],
      signature: "86012e2c9ad4d77369f5d81c11f75158aae4f895a085212cc6d3f923d300bed5"),
    Vector(
      name: "get-vanilla-utf8-query", parameters: ["ሴ": "bar"],
      signature: "0bdd809b1519ac4f0c1dc3540e2cc46bd0c7f778eda408b2ebf3b913d21ff600"),
    Vector(
      name: "get-vanilla-query-unreserved", parameters: [unreserved: unreserved],
      signature: "8e76a88a7433637b12778d5592799b29ad21ecd6cf6325051c21d86f0acda2bf"),
    Vector(
      name: "get-vanilla-with-session-token",
      token: "6e86291e8372ff2a2260956d9b8aae1d763fbf315fa00fa31553b73ebf194267",
      signature: "7ff2b50b376cb4d151970630573d6291dc128cc5c2a12ffb237f73cc53f67b6c"),
  ]

  @Test(arguments: vectors)
  func `signatures are those that Amazon published`(vector: Vector) throws {
    let key = AWSAccessKey(
      id: "AKIDEXAMPLE", secret: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", sessionToken: vector.token)
    // 2015-08-30T12:36:00Z
    let signature = AWSSignature(
      key, region: "us-east-1", service: "service", at: Timestamp(seconds: 1_440_938_160))
    let parameters = signature.parameters(validFor: 3600).merging(vector.parameters) { first, _ in first }
    #expect(try signature.signature(host: "example.amazonaws.com", parameters) == vector.signature)
  }

  /// Amazon S3, API reference, "Authenticating requests: using query parameters".
  @Test func `the signature of the manual's example is the manual's`() throws {
    let key = AWSAccessKey(id: "AKIAIOSFODNN7EXAMPLE", secret: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")
    // 2013-05-24T00:00:00Z
    let signature = AWSSignature(
      key, region: "us-east-1", service: "s3", at: Timestamp(seconds: 1_369_353_600))
    let made = try signature.signature(
      host: "examplebucket.s3.amazonaws.com", path: "/test.txt", signature.parameters(validFor: 86400),
      payload: "UNSIGNED-PAYLOAD")
    #expect(made == "aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404")
  }
}
