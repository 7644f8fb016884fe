import SensitiveContent

/// Account numbers that are planted in documents and have to be found.
enum Canary {
    /// An Austrian IBAN with right check digits (ISO 13616), another for each number.
    static func iban(_ number: Int) -> String {
        let digits = "\(number &* 7_919 &+ 1_234_567)"
        let account = String(repeating: "3", count: 16 - digits.count) + digits
        // A and T stand for 10 and 29, and the check digits for 00.
        let rest = (account + "102900").reduce(0) { ($0 * 10 + ($1.wholeNumberValue ?? 0)) % 97 }
        let check = 98 - rest
        return "AT\(check < 10 ? "0" : "")\(check)\(account)"
    }

    /// Two that end with the same digits.
    static let pair = (iban(1), iban(10_001))

    /// A sentence with one.
    static func sentence(_ number: Int) -> String { "Please pay to the account \(iban(number)) by Friday. " }
}
