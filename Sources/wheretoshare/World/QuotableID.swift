internal import Crypto

/// What people quote when they ask about an answer.
enum QuotableID {
    /// A prefix and the first bytes of a digest (SHA-256, FIPS 180-4), such as `WTS-7F3A91C2`.
    static func text(_ prefix: String, of content: String, bytes: Int) -> String {
        let digits = SHA256.hash(data: Array(content.utf8)).prefix(bytes).map { byte in
            let digits = String(byte, radix: 16, uppercase: true)
            return digits.utf8.count < 2 ? "0" + digits : digits
        }
        return "\(prefix)-\(digits.joined())"
    }
}
