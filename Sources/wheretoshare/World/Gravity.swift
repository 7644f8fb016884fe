/// How much a remark matters, with the number that syslog has for it.
enum Gravity: Int {
    case error = 3
    case warning = 4
    case note = 5
    case detail = 6

    /// What a remark says of itself with its first word.
    init(of remark: String) {
        switch remark.prefix(while: { $0 != ":" && !$0.isNewline }).lowercased() {
        case "error": self = .error
        case "warning": self = .warning
        case "note": self = .note
        default: self = .detail
        }
    }

    /// A text with the number before each of its lines, by which the journal sorts them (sd-daemon(3)).
    func marking(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "" : "<\(rawValue)>\($0)" }.joined(separator: "\n")
    }
}
