/// Tenths of a second, written as seconds.
struct TenthsOfSeconds: SampleValue {
  let count: Int64

  var isNumber: Bool { true }

  func append(to buffer: inout RowBuffer) {
    let (seconds, tenths) = count.quotientAndRemainder(dividingBy: 10)
    if count < 0, seconds == 0 { buffer.append(UInt8(ascii: "-")) }
    buffer.append(decimal: seconds)
    guard tenths != 0 else { return }
    buffer.append(UInt8(ascii: "."))
    buffer.append(UInt8(ascii: "0") + UInt8(tenths.magnitude))
  }
}
