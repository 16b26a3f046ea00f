import CCurl
import CShims

extension CurlEasy {
  /// libcurl keeps an authority file parsed for a day: a renewed one should count sooner.
  private static let authorityCacheSeconds = 60

  func apply(_ tls: TLSSettings) throws(CurlFailure) {
    let verifies = tls.verification == .full
    try set(CURLOPT_SSL_VERIFYPEER, verifies ? 1 : 0)
    try set(CURLOPT_SSL_VERIFYHOST, verifies ? 2 : 0)
    try set(CURLOPT_SSLVERSION, tls.minimumVersion.curlValue)
    try set(CURLOPT_CERTINFO, 1)
    try set(CURLOPT_CA_CACHE_TIMEOUT, Self.authorityCacheSeconds)
    if let file = tls.authorityFile {
      try set(CURLOPT_CAINFO, file)
      // libcurl's build has a directory of the system's authorities, which it would trust besides the file.
      try set(CURLOPT_CAPATH, nil)
    }
    if let identity = tls.identity {
      try set(CURLOPT_SSLCERT, identity.certificateFile)
      try set(CURLOPT_SSLKEY, identity.keyFile)
      // Without one, OpenSSL would ask for the passphrase of a locked key on the terminal, and wait.
      try set(CURLOPT_KEYPASSWD, "")
    }
  }
}

extension TLSVersion {
  fileprivate var curlValue: Int {
    switch self {
    case .v1_2: Int(CURL_SSLVERSION_TLSv1_2)
    case .v1_3: Int(CURL_SSLVERSION_TLSv1_3)
    }
  }
}
