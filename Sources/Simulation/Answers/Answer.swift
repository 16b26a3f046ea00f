/// What a broker does with a request, for the moment.
enum Answer<Response> {
  case reply(Response)
  /// Asks again when the cluster has changed or this time has come, in milliseconds since boot; `nil`: it never comes.
  case wait(until: Int64?)
  /// The request is done with, and its client expects to hear nothing.
  case silence
}
