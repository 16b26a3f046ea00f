import Glibc

/// How many file descriptors the process may hold.
package enum DescriptorLimit {
  /// The corresponding C function is `getrlimit`.
  package static var current: Int {
    var limit = rlimit()
    unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    return Int(clamping: limit.rlim_cur)
  }
}
