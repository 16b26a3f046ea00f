// A program that uses the Systemd target as a daemon does, for the tests that need a process of their own: one with
// other signals blocked, with another environment, or started by another program.

import Glibc
import Systemd

func say(_ line: String) {
  let bytes = Array((line + "\n").utf8)
  _ = unsafe write(STDOUT_FILENO, bytes, bytes.count)
}

/// What a child of this process would find in its environment.
func sayVariables() {
  for name in [
    "NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID", "LISTEN_FDS", "LISTEN_PID", "LISTEN_FDNAMES",
  ]
  where unsafe getenv(name) != nil {
    say("left in the environment: \(name)")
  }
}

func notify() throws {
  let notifier = try Notifier()
  sayVariables()
  say("watchdog: \(notifier.watchdogTimeout.map { "\($0)" } ?? "none")")
  try notifier.status("starting\nREADY=1")
  try notifier.ready()
  try notifier.reloading()
  try notifier.ready()
  try notifier.pingWatchdog()
  try notifier.stopping()
}

func listen() throws {
  let sockets = try ListenSockets().sockets
  sayVariables()
  for socket in sockets {
    let flags = fcntl(socket.descriptor, F_GETFD)
    say("\(socket.descriptor) \(socket.name)\(flags & FD_CLOEXEC != 0 ? "" : " is inherited")")
  }
  say("\(sockets.count) sockets")
}

/// Hands out signals once a line has come, until it is told to terminate.
///
/// The main thread only waits: given to `async` main, the runtime would park it with no signal blocked at all, and the
/// kernel would deliver there.
func signals() throws {
  try EventLoop.block([.hangup, .terminate])
  let loop = try EventLoop(name: "probe")
  do {
    _ = try loop.signals([.user1])
  } catch {
    say("\(error)")
  }
  let stream = try loop.signals([.hangup, .terminate])
  say("blocked")
  guard readLine() != nil else { return }
  Task {
    for await signal in stream {
      say("signal \(signal.rawValue)")
      if signal == .terminate { break }
    }
    loop.stop()
    // Without exit handlers: LeakSanitizer's takes an object's table of weak references for a leak while it lives.
    _exit(0)
  }
  // Gone with the test that holds the other end, should that crash.
  while readLine() != nil {}
  exit(1)
}

do {
  switch CommandLine.arguments.dropFirst().first {
  case "notify": try notify()
  case "listen": try listen()
  default: try signals()
  }
} catch {
  say("\(error)")
  exit(1)
}
