import Model
import Settings
import Systemd

extension LogSink {
  static func standardError(_ configuration: LogConfiguration) -> LogSink {
    LogSink(
      level: configuration.level, encoder: .standardError(configuration.format), time: SystemTime(),
      write: StandardError.write)
  }
}

extension LogEncoder {
  static func standardError(_ format: LogFormat) -> LogEncoder {
    let isJournal = StandardError.identity.map { identity in
      JournalStream.matches(
        ProcessEnvironment.value(of: "JOURNAL_STREAM"), device: identity.device, inode: identity.inode)
    }
    return LogEncoder(format: format, priorityPrefix: isJournal ?? false)
  }
}
