import CCurl
import CShims
import Glibc

extension TransportError {
  init(_ failure: CurlFailure, attempt: String, address: String) {
    self.init(Kind(failure), attempt: attempt, address: address, reason: failure.message)
  }
}

extension TransportError.Kind {
  /// What libcurl's code, the kernel's and OpenSSL's together mean.
  init(_ failure: CurlFailure) {
    self =
      switch CURLcode(failure.code) {
      case CURLE_UNSUPPORTED_PROTOCOL: failure.isAboutScheme ? .invalidRequest : .malformedResponse
      case CURLE_URL_MALFORMAT, CURLE_BAD_FUNCTION_ARGUMENT: .invalidRequest
      case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: .nameNotFound
      case CURLE_COULDNT_CONNECT: Self(connectError: failure.systemError)
      case CURLE_OPERATION_TIMEDOUT: .timeout(.connect)
      case CURLE_TOO_MANY_REDIRECTS: .tooManyRedirects
      case CURLE_WEIRD_SERVER_REPLY, CURLE_BAD_CONTENT_ENCODING: .malformedResponse
      case CURLE_OUT_OF_MEMORY, CURLE_FAILED_INIT: .outOfResources
      case CURLE_RECV_ERROR where failure.isAboutChunks: .malformedResponse
      default: Self(tlsFailure: failure) ?? .closed
      }
  }

  private init(connectError: CInt) {
    self =
      switch connectError {
      case ENOENT: .socketMissing
      case EACCES, EPERM: .notPermitted
      case ETIMEDOUT, EHOSTUNREACH, ENETUNREACH, EADDRNOTAVAIL, EHOSTDOWN: .unreachable
      case EMFILE, ENFILE, ENOBUFS, ENOMEM: .outOfResources
      default: .refused
      }
  }

  private init?(tlsFailure failure: CurlFailure) {
    switch CURLcode(failure.code) {
    case CURLE_PEER_FAILED_VERIFICATION: self = Self(verificationIn: failure)
    case CURLE_SSL_CONNECT_ERROR, CURLE_RECV_ERROR, CURLE_SEND_ERROR:
      guard let kind = Self(alertIn: failure) else { return nil }
      self = kind
    case CURLE_SSL_CACERT_BADFILE: self = .authorityFileUnusable
    case CURLE_SSL_CERTPROBLEM: self = .identityUnusable
    case CURLE_SSL_CIPHER, CURLE_USE_SSL_FAILED, CURLE_SSL_ENGINE_INITFAILED: self = .tlsHandshake
    default: return nil
    }
  }

  /// The numbers are OpenSSL's `X509_V_ERR_…`, which are part of its ABI.
  ///
  /// libcurl checks the name by itself, after OpenSSL was content: then only the words tell.
  private init(verificationIn failure: CurlFailure) {
    self =
      switch failure.verification {
      case _ where failure.message.contains("target host name"), 62, 64: .hostnameMismatch
      case 9, 10: .certificateExpired
      case 2, 18, 19, 20, 21: .unknownAuthority
      default: .certificateRejected
      }
  }

  /// A server that refuses our certificate says so in a TLS alert, of which libcurl passes on only the words.
  ///
  /// With TLS 1.3 it comes after the handshake, as an answer to the first request.
  private init?(alertIn failure: CurlFailure) {
    let refusals = [
      "alert certificate required", "alert bad certificate", "alert unknown ca", "alert certificate expired",
      "alert certificate revoked", "alert unsupported certificate", "alert certificate unknown",
    ]
    if refusals.contains(where: failure.message.contains) {
      self = .clientCertificateRefused
    } else if failure.code == CURLE_SSL_CONNECT_ERROR.rawValue {
      self = .tlsHandshake
    } else {
      return nil
    }
  }
}

extension CurlFailure {
  init(invalid reason: String) {
    self.init(code: CURLE_BAD_FUNCTION_ARGUMENT.rawValue, message: reason)
  }

  var isOutOfMemory: Bool {
    code == CURLE_OUT_OF_MEMORY.rawValue
  }

  /// libcurl uses the code of a broken connection for broken framing.
  fileprivate var isAboutChunks: Bool {
    message.contains("chunked-encoding")
  }

  /// libcurl uses one code for an unknown scheme and for an answer that is not HTTP/1.
  fileprivate var isAboutScheme: Bool {
    message.hasPrefix("Protocol \"")
  }
}
