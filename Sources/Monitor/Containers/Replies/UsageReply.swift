import Model

/// What `/containers/ID/stats` says.
struct UsageReply: Sendable, Hashable {
  var usage = ContainerUsage()
  /// Nil where the engine does not tell user from system time.
  var cpu: CPUTimes?
  /// The year 1 of a container that does not run, whose numbers all are zero and mean nothing.
  private var isOfARun = false

  /// Nil for what is no answer at all.
  static func parse(_ bytes: [UInt8]) -> UsageReply? {
    var json = JSONReader(bytes)
    var reply = UsageReply()
    json.members { key, value in
      switch key {
      case "read": reply.isOfARun = value.string().flatMap(Timestamp.init(rfc3339:)) != nil
      case "cpu_stats": reply.cpu = reply.readCPU(&value)
      case "memory_stats": reply.readMemory(&value)
      case "networks": reply.usage.traffic = ContainerTraffic(reading: &value)
      case "blkio_stats":
        value.members { key, value in
          if key == "io_service_bytes_recursive" { reply.readBlocks(&value) }
        }
      case "pids_stats":
        value.members { key, value in
          if key == "current" { reply.usage.processes = value.unsigned() }
        }
      default: break
      }
    }
    guard !json.isBroken else { return nil }
    return reply.isOfARun ? reply : UsageReply()
  }

  private mutating func readCPU(_ json: inout JSONReader) -> CPUTimes? {
    var total, user, system: UInt64?
    json.members { key, value in
      switch key {
      case "cpu_usage":
        value.members { key, value in
          switch key {
          case "total_usage": total = value.unsigned()
          case "usage_in_usermode": user = value.unsigned()
          case "usage_in_kernelmode": system = value.unsigned()
          default: break
          }
        }
      case "throttling_data":
        value.members { key, value in
          if key == "throttled_time" {
            usage.throttledTime = value.unsigned().map(Duration.init(nanoseconds:))
          }
        }
      default: break
      }
    }
    guard let user, let system else { return nil }
    return CPUTimes(total: total ?? user &+ system, user: user, system: system)
  }

  /// Memory that the kernel would give up first does not count as used, unless that is more than all there is.
  private mutating func readMemory(_ json: inout JSONReader) {
    var inactive, inactiveOfAll: UInt64?
    json.members { key, value in
      switch key {
      case "usage": usage.memory = value.unsigned()
      case "stats":
        value.members { key, value in
          switch key {
          case "inactive_file": inactive = value.unsigned()
          // With cgroups of version 1 only this counts what the container made below itself, as `usage` does.
          case "total_inactive_file": inactiveOfAll = value.unsigned()
          default: break
          }
        }
      default: break
      }
    }
    guard let used = usage.memory, let cache = inactiveOfAll ?? inactive else { return }
    usage.workingSet = cache < used ? used - cache : used
  }

  /// No entry is no traffic yet; a null is nothing known.
  private mutating func readBlocks(_ json: inout JSONReader) {
    guard json.isAtArray else { return }
    var (read, written): (UInt64, UInt64) = (0, 0)
    json.elements { json in
      var (operation, bytes): (String, UInt64) = ("", 0)
      json.members { key, value in
        switch key {
        case "op": operation = value.string()?.lowercased() ?? ""
        case "value": bytes = value.unsigned() ?? 0
        default: break
        }
      }
      if operation == "read" { read &+= bytes }
      if operation == "write" { written &+= bytes }
    }
    (usage.blockBytesRead, usage.blockBytesWritten) = (read, written)
  }
}

extension Duration {
  fileprivate init(nanoseconds: UInt64) {
    self = .nanoseconds(Int64(clamping: nanoseconds))
  }
}
