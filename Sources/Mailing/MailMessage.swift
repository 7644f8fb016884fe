public import StorageModel

/// A letter in plain text (RFC 5322, RFC 2045) that a machine wrote (RFC 3834).
public struct MailMessage: Hashable, Sendable {
    /// Who writes.
    public var from: MailAddress
    /// Who gets it.
    public var to: [MailAddress]
    /// What it is about, on one line.
    public var subject: String
    /// What it says.
    public var body: String
    /// The language of the text (RFC 3282), such as `en`.
    public var language: String
    /// When it was written.
    public var date: Moment
    /// What tells it from every other letter of the sender's domain: letters, digits, dots and dashes.
    public var id: String

    /// Puts the parts together.
    public init(
        from: MailAddress, to: [MailAddress], subject: String, body: String, language: String, date: Moment, id: String
    ) {
        self.from = from
        self.to = to
        self.subject = subject
        self.body = body
        self.language = language
        self.date = date
        self.id = id
    }

    /// The letter as it is handed over, with the line ends of the network (CR LF).
    public var bytes: [UInt8] {
        let header = [
            "Date: \(Self.text(of: date))",
            "From: \(from)",
            "To: " + to.map(\.text).joined(separator: ",\r\n "),
            "Message-ID: <\(id)@\(from.domain)>",
            "Subject: \(EncodedWords.text(subject))",
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: quoted-printable",
            "Content-Language: \(language)",
        ]
        let text = header.joined(separator: "\r\n") + "\r\n\r\n" + QuotedPrintable.text(body)
        return Array(text.utf8)
    }

    /// A moment as letters have it, in UTC, such as `Thu, 26 Nov 2026 05:00:00 +0000` (RFC 5322, section 3.3).
    static func text(of moment: Moment) -> String {
        let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let (year, month, day) = moment.day.yearMonthDay
        // 1970-01-01 was a Thursday.
        let weekday = ((moment.day.daysSince1970 + 3) % 7 + 7) % 7
        let time = moment.description.dropFirst(11).dropLast()
        return "\(weekdays[weekday]), \(day) \(months[month - 1]) \(year) \(time) +0000"
    }
}

/// Header lines in other letters than ASCII (RFC 2047).
enum EncodedWords {
    /// How many bytes fit into one word: 75 characters, less its frame, in groups of four for three.
    private static let mostBytes = 45

    /// A text as it stands in a header: as it is when that is possible.
    static func text(_ text: String) -> String {
        let line = String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
        // What looks like an encoded word would be taken for one.
        let isPlain = line.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !line.contains("=?")
        if isPlain, line.utf8.count <= 900 { return line }
        var words: [[UInt8]] = [[]]
        for character in line.unicodeScalars {
            let bytes = Array(String(character).utf8)
            if words[words.count - 1].count + bytes.count > mostBytes { words.append([]) }
            words[words.count - 1] += bytes
        }
        return words.map { "=?utf-8?B?\(base64($0))?=" }.joined(separator: "\r\n ")
    }

    /// Bytes in the letters of RFC 4648, section 4.
    private static func base64(_ bytes: [UInt8]) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        var text = ""
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let number = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for place in 0..<4 {
                text.append(place <= group.count ? letters[number >> (18 - 6 * place) & 63] : "=")
            }
        }
        return text
    }
}

/// Text in the letters that every mail server passes on (RFC 2045, section 6.7).
enum QuotedPrintable {
    private static let longestLine = 76

    /// The text with the line ends of the network.
    static func text(_ text: String) -> String {
        var result = ""
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            result += encoded(Array(line.utf8)) + "\r\n"
        }
        return result
    }

    private static func encoded(_ line: [UInt8]) -> String {
        var result = ""
        var width = 0
        for (place, byte) in line.enumerated() {
            let isLast = place == line.count - 1
            // A blank at the end of a line may get lost, and a lone dot ends a letter where a relay is careless.
            let isPlain =
                (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "=") && !(byte == UInt8(ascii: ".") && width == 0)
                || byte == 0x20 && !isLast
            let piece = isPlain ? String(UnicodeScalar(byte)) : "=" + hexadecimal(byte)
            // There is room for the sign that goes on.
            if width + piece.utf8.count > longestLine - (isLast ? 0 : 1) {
                result += "=\r\n"
                width = 0
            }
            result += piece
            width += piece.utf8.count
        }
        return result
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
}
