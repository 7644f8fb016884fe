import StorageModel

extension Shape where Value == Bool {
    /// `true` or `false`, and no other spelling.
    static var truth: Shape {
        Shape(Schema(["type": "boolean"])) { node, reading throws(Unreadable) in
            guard case .text(let text, let isPlain) = node.content, !node.isNothing else {
                throw node.refuse("true or false", next: "write true or false", in: reading)
            }
            if isPlain, let value = Bool(text) { return value }
            let meant: Bool? =
                switch text.lowercased() {
                case "true", "yes", "on", "y", "1": true
                case "false", "no", "off", "n", "0": false
                default: nil
                }
            reading.tell(
                .notBoolean, at: node.place, "\(node.spelling) is not true or false",
                accepted: "true or false, without quotes",
                suggestions: meant.map { ["\($0)"] } ?? [], next: "write \(meant.map { "\($0)" } ?? "true or false")")
            throw Unreadable()
        }
    }
}

extension Shape where Value == Int {
    /// A whole number within limits.
    static func whole(_ range: ClosedRange<Int>) -> Shape {
        var keywords: [String: JSON] = ["type": "integer", "minimum": .number(UInt64(max(range.lowerBound, 0)))]
        if range.upperBound < Int.max { keywords["maximum"] = .number(UInt64(range.upperBound)) }
        return Shape(Schema(keywords)) { node, reading throws(Unreadable) in
            try node.wholeNumber(range, reading)
        }
    }
}

extension Shape where Value == UInt64 {
    /// A size with its unit, in bytes.
    static var size: Shape {
        let units = SizeNotation.units.map(\.name)
        let pattern = "^[0-9]+([.][0-9]+)? ?(\(units.joined(separator: "|")))$"
        return Shape(Schema(["type": "string", "pattern": .text(pattern)])) { node, reading throws(Unreadable) in
            guard case .text(let text, _) = node.content, !node.isNothing else {
                throw node.refuse("a size such as 25 MB", next: "write the number and its unit", in: reading)
            }
            do throws(SizeNotation.Refusal) {
                return try SizeNotation.bytes(text)
            } catch {
                let (accepted, suggestions, next) = error.explained(text)
                reading.tell(
                    .notSize, at: node.place, "\(text.quoted) is not a size", accepted: accepted,
                    suggestions: suggestions,
                    next: next)
                throw Unreadable()
            }
        }
    }
}

extension Shape where Value == CalendarDate {
    /// A day.
    static var date: Shape {
        let schema = Schema(["type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"])
        return Shape(schema) { node, reading throws(Unreadable) in
            guard case .text(let text, _) = node.content, !node.isNothing else {
                throw node.refuse("a day such as 2026-11-22", next: "write year-month-day", in: reading)
            }
            if let date = CalendarDate(text) { return date }
            let isOfForm = text.utf8.count == 10 && text.split(separator: "-").map(\.utf8.count) == [4, 2, 2]
            let suggestions = CalendarDate.otherNotation(text).map { ["\($0)"] } ?? []
            reading.tell(
                .notDate, at: node.place, isOfForm ? "there is no day \(text.quoted)" : "\(text.quoted) is not a day",
                accepted: "days are written year-month-day, such as 2026-11-22", suggestions: suggestions,
                next: isOfForm ? "correct the day or month" : "write \(suggestions.first ?? "year-month-day")")
            throw Unreadable()
        }
    }
}

extension YAMLNode {
    /// A whole number within limits.
    func wholeNumber(_ range: ClosedRange<Int>, _ reading: Reading) throws(Unreadable) -> Int {
        let limits =
            range.upperBound == Int.max
            ? "a whole number, \(range.lowerBound) or more"
            : "a whole number from \(range.lowerBound) to \(range.upperBound)"
        guard case .text(let text, let isPlain) = content, !isNothing else {
            throw refuse(limits, next: "write the number", in: reading)
        }
        let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
        guard isPlain, !digits.isEmpty, digits.allSatisfy(\.isDigit),
            digits.count == 1 || digits.first != UInt8(ascii: "0")
        else {
            reading.tell(
                .notNumber, at: place, "\(spelling) is not a whole number", accepted: "here belongs \(limits)",
                next: "write it in digits alone, without quotes, units or leading zeros")
            throw Unreadable()
        }
        guard let number = Int(text), range.contains(number) else {
            let isLess = text.utf8.first == UInt8(ascii: "-") || Int(text).map { $0 < range.lowerBound } ?? false
            reading.tell(
                .numberRange, at: place, "\(text.shown) is \(isLess ? "less" : "more") than may stand here",
                accepted: "here belongs \(limits)", next: "write a number within these limits")
            throw Unreadable()
        }
        return number
    }

    /// The text as it is written, with double quotes when it has quotes.
    var spelling: String {
        guard case .text(let text, isPlain: false) = content else { return found }
        return "\"\(text.shown)\""
    }
}

extension SizeNotation.Refusal {
    fileprivate func explained(_ text: String) -> (accepted: String, suggestions: [String], next: String) {
        let units = SizeNotation.units.map(\.name).listing
        switch self {
        case .noNumber: return ("a number and a unit, such as 25 MB or 1.5 TiB", [], "write the number and its unit")
        case .noUnit: return ("a size has one of the units \(units)", [], "add the unit, such as \(text.shown) MB")
        case .unknownUnit(let unit, let suggestions):
            let next = suggestions.isEmpty ? "write one of them" : "write \(suggestions.map(\.quoted).alternatives)"
            return ("\(unit.quoted) is not among the units \(units)", suggestions, next)
        case .partOfByte: return ("a whole number of bytes", [], "write fewer digits after the point")
        case .tooLarge: return ("sizes up to 18446744073709551615 B", [], "write a smaller number")
        }
    }
}

extension CalendarDate {
    /// The day behind `22.11.2026` or `2026/11/22`; notations whose order of day and month is uncertain are left alone.
    fileprivate static func otherNotation(_ text: String) -> CalendarDate? {
        let dotted = text.split(separator: ".", omittingEmptySubsequences: false).compactMap { Int($0) }
        if dotted.count == 3, text.filter({ $0 == "." }).count == 2 {
            return CalendarDate(year: dotted[2], month: dotted[1], day: dotted[0])
        }
        let others = text.split(whereSeparator: { $0 == "/" || $0 == "-" }).compactMap { Int($0) }
        return others.count == 3 && others[0] > 31
            ? CalendarDate(year: others[0], month: others[1], day: others[2]) : nil
    }
}
