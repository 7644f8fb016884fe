/// The check digits of numbers, computed from their definitions and not with the detectors' own code.
enum CheckDigits {
    static func values(_ text: some StringProtocol) -> [Int] { text.compactMap(\.wholeNumberValue) }

    /// ISO/IEC 7812-1: the digit that ends the number.
    static func luhn(_ body: [Int]) -> Int {
        var sum = 0
        for (place, digit) in body.reversed().enumerated() {
            let weighted = place.isMultiple(of: 2) ? digit * 2 : digit
            sum += weighted > 9 ? weighted - 9 : weighted
        }
        return (10 - sum % 10) % 10
    }

    /// The remainder by 97 of digits and letters from A as 10 on.
    static func mod97(_ text: String) -> Int {
        text.reduce(0) { rest, character in
            let value = Int(String(character), radix: 36) ?? 0
            return (rest * (value > 9 ? 100 : 10) + value) % 97
        }
    }

    /// ISO 7064, mod 11,10.
    static func mod11Comma10(_ body: [Int]) -> Int {
        let product = body.reduce(10) { product, digit in
            let sum = (digit + product) % 10
            return (sum == 0 ? 10 : sum) * 2 % 11
        }
        return (11 - product) % 10
    }

    static func weighted(_ body: [Int], _ weights: [Int]) -> Int {
        zip(body, weights).reduce(0) { $0 + $1.0 * $1.1 }
    }

    /// The sums of the digits of all products.
    static func cross(_ body: [Int], _ weights: [Int]) -> Int {
        zip(body, weights).reduce(0) { sum, pair in
            let product = pair.0 * pair.1
            return sum + product / 10 + product % 10
        }
    }

    /// The digits of a letter's place in the alphabet.
    static func place(_ letter: Character) -> [Int] {
        let place = Int(letter.asciiValue ?? 64) - 64
        return [place / 10, place % 10]
    }

    /// Verhoeff's digit, by tables of his scheme that are built here.
    static func verhoeff(_ body: [Int]) -> Int {
        func product(_ left: Int, _ right: Int) -> Int {
            let turned = left < 5 ? left + right % 5 : left - right % 5 + 5
            return turned % 5 + ((left < 5) == (right < 5) ? 0 : 5)
        }
        let step = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]
        var check = 0
        for (place, digit) in body.reversed().enumerated() {
            var moved = digit
            for _ in 0..<(place + 1) % 8 { moved = step[moved] }
            check = product(check, moved)
        }
        return (0...9).first { product(check, $0) == 0 } ?? 0
    }

    /// ICAO Doc 9303-3, 4.9.
    static func travel(_ field: some StringProtocol) -> String {
        let sum = field.enumerated().reduce(0) { sum, pair in
            sum + (Int(String(pair.element), radix: 36) ?? 0) * [7, 3, 1][pair.offset % 3]
        }
        return "\(sum % 10)"
    }

    /// ISO 7064, mod 11-2.
    static func mod11Dash2(_ body: [Int]) -> String {
        let sum = body.reduce(0) { ($0 + $1) * 2 % 11 }
        let check = (12 - sum) % 11
        return check == 10 ? "X" : "\(check)"
    }
}
