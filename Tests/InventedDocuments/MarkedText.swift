/// Text that knows which of its pieces are somebody's particulars.
///
/// `"IBAN: \(iban, as: "iban")\n"` marks the piece with the detector that should find it.
package struct MarkedText: Sendable {
    /// A piece, and what it is.
    package struct Mark: Sendable {
        /// The detector that should find it.
        package var detector: String
        /// Where it begins, in bytes of UTF-8.
        package var start: Int
        /// Where it ends.
        package var end: Int
    }

    package private(set) var text = ""
    package private(set) var marks: [Mark] = []

    package init() {}

    package static func += (left: inout MarkedText, right: MarkedText) {
        let offset = left.text.utf8.count
        left.text += right.text
        left.marks += right.marks.map {
            Mark(detector: $0.detector, start: $0.start + offset, end: $0.end + offset)
        }
    }

    package static func + (left: MarkedText, right: MarkedText) -> MarkedText {
        var whole = left
        whole += right
        return whole
    }
}

extension MarkedText: ExpressibleByStringInterpolation {
    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var whole = MarkedText()

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ literal: String) { whole.text += literal }

        package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
            whole.text += value.description
        }

        package mutating func appendInterpolation(_ value: MarkedText) { whole += value }

        package mutating func appendInterpolation(_ value: String, as detector: String) {
            let start = whole.text.utf8.count
            whole.text += value
            whole.marks.append(Mark(detector: detector, start: start, end: whole.text.utf8.count))
        }
    }

    package init(stringLiteral value: String) { text = value }

    package init(stringInterpolation: StringInterpolation) { self = stringInterpolation.whole }
}

extension Sequence<MarkedText> {
    func joined(_ separator: String) -> MarkedText {
        var whole = MarkedText()
        for (index, part) in enumerated() {
            if index > 0 { whole += MarkedText(stringLiteral: separator) }
            whole += part
        }
        return whole
    }
}
