import Glibc

/// A file that a test needs could not be read or written.
package struct FileError: Error, CustomStringConvertible {
  package let path: String
  package let code: CInt

  package var description: String {
    "Cannot use the file \(path): \(unsafe String(cString: strerror(code)))."
  }
}
