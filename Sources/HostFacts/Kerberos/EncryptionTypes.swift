/// The numbers of encryption types by the names that MIT Kerberos writes (RFC 3961 section 8 and its registry at IANA).
enum EncryptionTypes {
    /// The number of none, which stands for one that is not known.
    static let unknown: Int32 = 0

    private static let numbers: [String: Int32] = [
        "des-cbc-crc": 1, "des-cbc-md5": 3, "des3-cbc-sha1": 16, "aes128-cts-hmac-sha1-96": 17,
        "aes256-cts-hmac-sha1-96": 18, "aes128-cts-hmac-sha256-128": 19, "aes256-cts-hmac-sha384-192": 20,
        "arcfour-hmac": 23, "arcfour-hmac-exp": 24, "camellia128-cts-cmac": 25, "camellia256-cts-cmac": 26,
    ]

    /// The number of a name, which may say `DEPRECATED:` in front.
    static func number(of name: some StringProtocol) -> Int32 {
        let name = name.split(separator: ":").last.map { String($0) } ?? ""
        return numbers[name.lowercased().filter { $0 != "," && $0 != " " }] ?? unknown
    }
}
