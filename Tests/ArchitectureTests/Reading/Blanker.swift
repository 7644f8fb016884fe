/// Writes blanks over the comments and the literals of a Swift file, byte for byte and line for line.
///
/// A regular expression between bare slashes is read as code, since a slash also divides; a quotation mark in one
/// misleads the blanker at most to the end of its line.
struct Blanker {
    private let input: [UInt8]
    private(set) var output: [UInt8]
    private var place = 0

    private static let blank = UInt8(ascii: " ")
    private static let newline = UInt8(ascii: "\n")
    private static let quote = UInt8(ascii: "\"")
    private static let slash = UInt8(ascii: "/")
    private static let star = UInt8(ascii: "*")
    private static let pound = UInt8(ascii: "#")
    private static let backslash = UInt8(ascii: "\\")
    private static let opening = UInt8(ascii: "(")
    private static let closing = UInt8(ascii: ")")

    init(_ input: [UInt8]) {
        self.input = input
        output = input
    }

    mutating func blankAll() {
        blankCode(upToParenthesis: false)
    }

    /// Goes through code to the end of the file, or past the parenthesis that closes an interpolation.
    private mutating func blankCode(upToParenthesis: Bool) {
        var depth = 0
        while place < input.count {
            switch input[place] {
            case Self.slash where byte(at: 1) == Self.slash:
                while place < input.count, input[place] != Self.newline { blank() }
            case Self.slash where byte(at: 1) == Self.star:
                blankComment()
            case Self.quote, Self.pound:
                if let literal = literalOpening() { blankLiteral(literal) } else { place += 1 }
            case Self.opening where upToParenthesis:
                depth += 1
                place += 1
            case Self.closing where upToParenthesis:
                depth -= 1
                place += 1
                if depth < 0 { return }
            default:
                place += 1
            }
        }
    }

    /// Block comments nest in Swift.
    private mutating func blankComment() {
        var depth = 0
        repeat {
            switch (byte(at: 0), byte(at: 1)) {
            case (Self.slash, Self.star):
                depth += 1
                blank(2)
            case (Self.star, Self.slash):
                depth -= 1
                blank(2)
            default:
                blank()
            }
        } while depth > 0 && place < input.count
    }

    /// How a literal began, and so how it ends.
    private struct Literal {
        let pounds: Int
        let delimiter: UInt8
        let delimiters: Int

        var isString: Bool { delimiter == Blanker.quote }
        /// An escape repeats a string's pounds, and never those of a regular expression.
        var poundsInEscape: Int { isString ? pounds : 0 }
        var spansLines: Bool { !isString || delimiters == 3 }
    }

    private func literalOpening() -> Literal? {
        var pounds = 0
        while byte(at: pounds) == Self.pound { pounds += 1 }
        switch byte(at: pounds) {
        case Self.quote:
            let isTriple = byte(at: pounds + 1) == Self.quote && byte(at: pounds + 2) == Self.quote
            return Literal(pounds: pounds, delimiter: Self.quote, delimiters: isTriple ? 3 : 1)
        case Self.slash where pounds > 0:
            return Literal(pounds: pounds, delimiter: Self.slash, delimiters: 1)
        default:
            return nil
        }
    }

    private mutating func blankLiteral(_ literal: Literal) {
        blank(literal.pounds + literal.delimiters)
        while place < input.count {
            switch input[place] {
            case literal.delimiter where closes(literal):
                blank(literal.delimiters + literal.pounds)
                return
            case Self.backslash where (0..<literal.poundsInEscape).allSatisfy({ byte(at: 1 + $0) == Self.pound }):
                blank(1 + literal.poundsInEscape)
                if literal.isString, byte(at: 0) == Self.opening {
                    place += 1
                    blankCode(upToParenthesis: true)
                } else {
                    blank()
                }
            case Self.newline where !literal.spansLines:
                return
            default:
                blank()
            }
        }
    }

    private func closes(_ literal: Literal) -> Bool {
        (0..<literal.delimiters).allSatisfy { byte(at: $0) == literal.delimiter }
            && (0..<literal.pounds).allSatisfy { byte(at: literal.delimiters + $0) == Self.pound }
    }

    /// A byte ahead; nil past the end.
    private func byte(at offset: Int) -> UInt8? {
        place + offset < input.count ? input[place + offset] : nil
    }

    private mutating func blank(_ count: Int = 1) {
        for _ in 0..<count where place < input.count {
            if input[place] != Self.newline { output[place] = Self.blank }
            place += 1
        }
    }
}
