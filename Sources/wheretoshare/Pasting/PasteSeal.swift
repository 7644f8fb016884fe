/// The check sum of a line, which the scripts compute in languages without bit operations.
///
/// Two sums as in Fletcher's, modulo 251, so that each fits a byte: of the bytes, and of those sums. It notices a line that
/// was cut, joined or changed; it protects from nobody.
enum PasteSeal {
    /// The seal of a line, in four digits.
    static func seal(_ line: String) -> String {
        var first = 1
        var second = 0
        for byte in line.utf8 {
            first = (first + Int(byte)) % 251
            second = (second + first) % 251
        }
        return digits(first) + digits(second)
    }

    private static func digits(_ number: Int) -> String {
        (number < 16 ? "0" : "") + String(number, radix: 16)
    }
}
