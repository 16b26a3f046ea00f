import Glibc

/// How many file descriptors this process has open.
package func openDescriptors() -> Int {
  guard let directory = unsafe opendir("/proc/self/fd") else { return 0 }
  defer { unsafe closedir(directory) }
  var count = 0
  while unsafe readdir(directory) != nil { count += 1 }
  return count
}
