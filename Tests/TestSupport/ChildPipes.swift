import CShims
import Glibc

/// The three pipes between a test and a child, and the call that starts the child on them.
final class ChildPipes {
  private var descriptors: [CInt] = []

  /// Pairs of reading and writing ends: input, output, error.
  init() throws {
    for _ in 0..<3 {
      var pair: [CInt] = [-1, -1]
      guard unsafe pipe2(&pair, O_CLOEXEC) == 0 else {
        throw ChildProcess.SpawnError(program: "a pipe", code: errno)
      }
      descriptors += pair
    }
  }

  deinit {
    for descriptor in descriptors where descriptor >= 0 { close(descriptor) }
  }

  func takeInput() -> CInt { take(1) }

  func takeOutput() -> CInt { take(2) }

  func takeError() -> CInt { take(4) }

  /// The corresponding C function is `posix_spawnp`.
  func spawn(_ program: String, _ arguments: [String], _ environment: [String: String]) throws -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, descriptors[0], 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, descriptors[3], 1)
    unsafe posix_spawn_file_actions_adddup2(&actions, descriptors[5], 2)
    unsafe posix_spawn_file_actions_addclosefrom_np(&actions, 3)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var (none, all) = (sigset_t(), sigset_t())
    unsafe sigemptyset(&none)
    unsafe sigfillset(&all)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setsigdefault(&attributes, &all)
    let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    unsafe posix_spawnattr_setflags(&attributes, Int16(flags))
    var child: pid_t = 0
    let code = unsafe withCStrings([program] + arguments) { arguments in
      unsafe withCStrings(Self.variables(environment)) { variables in
        unsafe posix_spawnp(&child, program, &actions, &attributes, arguments, variables)
      }
    }
    guard code == 0 else { throw ChildProcess.SpawnError(program: program, code: code) }
    return child
  }

  private func take(_ index: Int) -> CInt {
    defer { descriptors[index] = -1 }
    return descriptors[index]
  }

  /// What a program needs to be found and to run, and what the test adds: no proxy, no locale of the machine.
  private static func variables(_ added: [String: String]) -> [String] {
    var variables = ["LC_ALL": "C.UTF-8"]
    for name in ["PATH", "HOME", "TMPDIR"] {
      if let value = unsafe getenv(name) { variables[name] = unsafe String(cString: value) }
    }
    variables.merge(added) { $1 }
    return variables.map { "\($0)=\($1)" }
  }
}

private func withCStrings<Result>(
  _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  var pointers = unsafe strings.map { unsafe strdup($0) } + [nil]
  defer { unsafe pointers.forEach { unsafe free($0) } }
  return unsafe body(&pointers)
}
