import CSystemd

extension Readiness {
  init(epollEvents events: UInt32) {
    self = []
    if events & EPOLLIN.rawValue != 0 { insert(.readable) }
    if events & EPOLLOUT.rawValue != 0 { insert(.writable) }
    if events & EPOLLHUP.rawValue != 0 { insert(.hungUp) }
    if events & EPOLLERR.rawValue != 0 { insert(.failed) }
  }

  /// The events to ask for; `EPOLLHUP` and `EPOLLERR` come unasked.
  var epollEvents: UInt32 {
    (contains(.readable) ? EPOLLIN.rawValue : 0) | (contains(.writable) ? EPOLLOUT.rawValue : 0)
  }
}
