internal import Glibc
internal import StorageModel

/// A question to the machine's user database, which may never answer, so that a process of its own asks it.
public enum AccountQuestion: Hashable, Sendable {
    /// The account that runs this program.
    case current
    /// The account with a name.
    case named(String)

    /// The question as words on a command line.
    var words: [String] {
        switch self {
        case .current: ["current"]
        case .named(let name): ["named", name]
        }
    }

    /// Reads the words of a command line; nil for others.
    public init?(words: [String]) {
        switch words.first {
        case "current" where words.count == 1: self = .current
        case "named" where words.count == 2: self = .named(words[1])
        default: return nil
        }
    }

    /// Asks, waits for as long as it takes, and tells the answer in lines; to be called by a process that may hang.
    public func ask() -> String {
        do {
            let account =
                switch self {
                case .current: try Account.current()
                case .named(let name): try Account.named(name)
                }
            guard let account else { return "unknown\nend\n" }
            let groups =
                account.groups.map { "group \(Self.line($0))\n" } + account.unnamedGroups.map { "number \($0)\n" }
            return "account \(account.userID) \(Self.line(account.name))\n" + groups.joined() + "end\n"
        } catch {
            return "error \(error.errorNumber.rawValue)\nend\n"
        }
    }

    /// What a process answered in its lines; nil for what no process of ours says.
    func answer(in text: [UInt8]) -> HostReading<HostAccountLookup>? {
        let lines = String(decoding: text, as: UTF8.self).split(separator: "\n")
        guard lines.last == "end" else { return nil }
        var account: HostAccount?
        for line in lines.dropLast() {
            let words = line.split(separator: " ", maxSplits: 1)
            switch words.first {
            case "unknown" where words.count == 1: return .known(.unknownHere(name: shown))
            case "error" where words.count == 2:
                return Int32(words[1]).map { .unknown(HostReadingObstacle(ErrorNumber($0))) }
            case "account" where words.count == 2:
                let parts = words[1].split(separator: " ", maxSplits: 1)
                guard parts.count == 2, let number = UInt32(parts[0]) else { return nil }
                account = HostAccount(name: String(parts[1]), userID: number, groups: [])
            case "group" where words.count == 2: account?.groups.append(String(words[1]))
            case "number" where words.count == 2:
                guard let number = UInt32(words[1]) else { return nil }
                account?.unnamedGroups.append(number)
            default: return nil
            }
        }
        return account.map { .known(.found($0)) }
    }

    /// The name that was asked for; for the account that runs this program its number.
    private var shown: String {
        switch self {
        case .current: "#\(geteuid())"
        case .named(let name): name
        }
    }

    private static func line(_ text: String) -> String { String(text.map { $0.isNewline ? "\u{FFFD}" : $0 }) }
}
