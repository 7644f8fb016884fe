extension YAMLGate {
    /// Goes over a text without quotes, which may go on over lines that are indented deeper than its block.
    mutating func passPlainText() throws(Stop) {
        guard startsPlainText else { throw Stop() }
        try rememberKey(.plain)
        keyIsAllowed = false
        let indentation = indent + 1
        let start = position
        var end = position
        var tookLine = false
        while !standsBeforeDocumentMark, byte() != UInt8(ascii: "#") {
            let word = position
            try passWord()
            if position > word {
                end = position
                tookLine = false
            }
            guard byte().isBlank || byte() == 0x0A else { break }
            if try passBlanks(indentation: indentation) { tookLine = true }
            if brackets.isEmpty, column < indentation { break }
        }
        extendKey(from: start, to: end)
        if tookLine { keyIsAllowed = true }
    }

    /// A text without quotes may begin with most characters that mean nothing to YAML there.
    private var startsPlainText: Bool {
        switch byte() {
        case UInt8(ascii: "-"): !byte(1).isBlank
        case UInt8(ascii: "?"), UInt8(ascii: ":"): brackets.isEmpty && !byte(1).isBlankOrEnd
        case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
            UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "|"),
            UInt8(ascii: ">"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "%"), UInt8(ascii: "@"),
            UInt8(ascii: "`"):
            false
        case let first: !first.isBlankOrEnd
        }
    }

    private mutating func passWord() throws(Stop) {
        while position < bytes.count, !byte().isBlankOrEnd {
            let inBrackets = !brackets.isEmpty
            if byte() == UInt8(ascii: ":") {
                if byte(1).isBlankOrEnd { return }
                if inBrackets, ",?[]{}".utf8.contains(byte(1)) { throw Stop() }
            }
            if inBrackets, ",[]{}".utf8.contains(byte()) { return }
            advance()
        }
    }

    /// Goes over white space inside a text; tells whether a line ended.
    private mutating func passBlanks(indentation: Int) throws(Stop) -> Bool {
        var ended = false
        while byte().isBlank || byte() == 0x0A {
            if byte() == 0x0A {
                ended = true
                advanceLine()
            } else {
                if ended, column < indentation, byte() == 0x09 {
                    try refuseIndentation("a tab")
                    throw Stop()
                }
                advance()
            }
        }
        return ended
    }

    /// Goes over a text in quotes, which may go on over lines.
    mutating func passQuotedText() throws(Stop) {
        try rememberKey(.quoted)
        keyIsAllowed = false
        let (start, opening) = (place, position)
        let quote = byte()
        advance()
        while true {
            if standsBeforeDocumentMark { throw Stop() }
            guard position < bytes.count else {
                try tell(
                    .yamlSyntax, at: start, "the quote that is opened here is never closed",
                    accepted: "a text in quotes ends with the same quote",
                    next: "close the quote; inside single quotes write '' for one")
                throw Stop()
            }
            switch byte() {
            case quote where quote == UInt8(ascii: "'") && byte(1) == quote:
                advance(2)
            case quote:
                advance()
                extendKey(from: opening, to: position)
                return
            case UInt8(ascii: "\\") where quote == UInt8(ascii: "\""):
                advance()
                if byte() == 0x0A { advanceLine() } else { advance() }
            case 0x0A: advanceLine()
            default: advance()
            }
        }
    }

    /// Goes over a text after `|` or `>`: all lines that are indented as deep as its first.
    mutating func passBlockText() throws(Stop) {
        try forgetKey()
        keyIsAllowed = true
        advance()
        var indentation = 0
        for _ in 0..<2 {
            if byte().isDigit, indentation == 0 {
                guard byte() != UInt8(ascii: "0") else { throw Stop() }
                indentation = max(indent, 0) + Int(byte() - UInt8(ascii: "0"))
                advance()
            } else if byte() == UInt8(ascii: "+") || byte() == UInt8(ascii: "-") {
                advance()
            }
        }
        while byte().isBlank { advance() }
        if byte() == UInt8(ascii: "#") {
            while position < bytes.count, byte() != 0x0A { advance() }
        }
        guard byte() == 0x0A || position == bytes.count else { throw Stop() }
        if byte() == 0x0A { advanceLine() }
        try passIndentation(&indentation)
        while column == indentation, position < bytes.count {
            while position < bytes.count, byte() != 0x0A { advance() }
            if byte() == 0x0A { advanceLine() }
            try passIndentation(&indentation)
        }
    }

    /// Goes over empty lines and the spaces before a line's text; sets the indentation when it is not known yet.
    private mutating func passIndentation(_ indentation: inout Int) throws(Stop) {
        var deepest = 0
        while true {
            while indentation == 0 || column < indentation, byte() == UInt8(ascii: " ") { advance() }
            deepest = max(deepest, column)
            if indentation == 0 || column < indentation, byte() == 0x09 {
                try refuseIndentation("a tab")
                throw Stop()
            }
            guard byte() == 0x0A else { break }
            advanceLine()
        }
        if indentation == 0 { indentation = max(deepest, indent + 1, 1) }
    }

    private mutating func extendKey(from start: Int, to end: Int) {
        guard possibleKeys[possibleKeys.count - 1]?.bytes.lowerBound == start else { return }
        possibleKeys[possibleKeys.count - 1]?.bytes = start..<end
    }

    /// The text of a key, without quotes; escapes stay as they are written, since no key of an inventory needs one.
    func keyText(_ key: PossibleKey) -> String {
        switch key.kind {
        case .quoted: String(decoding: bytes[key.bytes].dropFirst().dropLast(), as: UTF8.self)
        default: String(decoding: bytes[key.bytes], as: UTF8.self)
        }
    }
}
