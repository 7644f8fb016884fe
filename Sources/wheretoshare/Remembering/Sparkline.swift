/// A row of small bars, one for each value.
enum Sparkline {
    private static let bars: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

    /// The bars of values; a dot where there is none.
    /// - Parameters:
    ///   - values: The values, the first one first.
    ///   - range: What the lowest and the highest bar stand for; nil for the lowest and highest value.
    /// - Returns: As many characters as there are values.
    static func text(_ values: [Double?], in range: ClosedRange<Double>? = nil) -> String {
        let known = values.compactMap(\.self)
        guard let lowest = range?.lowerBound ?? known.min(), let highest = range?.upperBound ?? known.max() else {
            return String(repeating: "·", count: values.count)
        }
        return String(
            values.map { value in
                guard let value else { return "·" }
                guard highest > lowest else { return bars[3] }
                let part = (value - lowest) / (highest - lowest)
                return bars[max(0, min(7, Int((part * 7).rounded())))]
            })
    }
}
