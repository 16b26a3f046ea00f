package import Model

extension RowWriter {
  /// A histogram: its buckets, cumulative as Prometheus wants them, its sum and its count.
  package mutating func write<each Label: LabelValue>(_ histogram: Histogram?, _ labels: repeat each Label) {
    guard let histogram else { return }
    var below: UInt64 = 0
    for (position, bound) in boundLabels(histogram.bounds).enumerated() {
      below += histogram.counts[position]
      guard begin(family.bucketName, repeat each labels, then: bound) else { return }
      end(below)
    }
    writeTotals(sum: histogram.sum, count: below, repeat each labels)
  }

  /// A summary: its quantiles, its sum and its count.
  package mutating func write<each Label: LabelValue>(_ summary: Summary?, _ labels: repeat each Label) {
    guard let summary else { return }
    for quantile in summary.quantiles {
      guard quantile.value.isNumber else {
        dropped.notANumber += 1
        continue
      }
      let rank = Array("quantile=\"\(CanonicalNumber.text(quantile.rank))".utf8)
      guard begin(family.name, repeat each labels, then: rank) else { return }
      end(quantile.value)
    }
    writeTotals(sum: summary.sum, count: summary.count, repeat each labels)
  }

  private mutating func writeTotals<each Label: LabelValue>(
    sum: Double?, count: UInt64?, _ labels: repeat each Label
  ) {
    if let sum {
      if !sum.isNumber {
        dropped.notANumber += 1
      } else if begin(family.sumName, repeat each labels) {
        end(sum)
      }
    }
    if let count, begin(family.countName, repeat each labels) {
      end(count)
    }
  }

  /// `le="0.5` for each bound and for infinity; equal bounds, as all histograms of a family have, are spelled once.
  private mutating func boundLabels(_ bounds: [Double]) -> [[UInt8]] {
    if bounds != spelledBounds.bounds || spelledBounds.labels.isEmpty {
      let labels = (bounds + [.infinity]).map { Array("le=\"\(CanonicalNumber.text($0))".utf8) }
      spelledBounds = (bounds, labels)
    }
    return spelledBounds.labels
  }
}
