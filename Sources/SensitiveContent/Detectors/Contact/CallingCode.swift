/// The codes of countries in telephone numbers.
///
/// Source: ITU-T E.164, list of assigned country codes: the first digit, and for some the second, tell the length.
enum CallingCode {
    /// How many digits of an international number are the country's; nil when no country has them.
    static func length(of number: Symbols) -> Int? {
        guard number.count >= 4 else { return nil }
        let two = number.number(0..<2)
        switch two {
        case 10...19, 70...79: return 1
        case 20, 27, 30...34, 36, 39, 40, 41, 43...49, 51...58, 60...66, 81, 82, 84, 86, 90...95, 98: return 2
        case 21...26, 29, 35, 37, 38, 42, 50, 59, 67...69, 80, 85, 87, 88, 96, 97, 99: return 3
        default: return nil
        }
    }
}
