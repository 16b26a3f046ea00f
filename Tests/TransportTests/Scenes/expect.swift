import Testing
import Transport

/// That an exchange failed in this way; if not, the issue shows the error's own words.
func expect(
  _ kind: TransportError.Kind, _ error: TransportError?, sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(error?.kind == kind, "\(error?.description ?? "no error")", sourceLocation: sourceLocation)
}
