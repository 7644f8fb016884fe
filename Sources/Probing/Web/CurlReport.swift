internal import StorageModel

/// What curl tells about one page (curl(1), --write-out).
struct CurlReport: Hashable {
    /// The exit code that curl would have ended with after this page (curl(1), EXIT CODES).
    var code: Int
    /// The status of the answer (RFC 9110 section 15); 0 without one.
    var status: Int
    /// The time until TLS was up; nil when it never was.
    var handshake: Duration?
    /// How many bytes of the page arrived.
    var size: Int
    /// What was wrong, in curl's words.
    var message: String
    /// When the server's own certificate ends, in seconds since 1970.
    var certificateEnds: Int64?

    private static let mark = "wheretoshare-report"

    /// What curl is asked to write to its standard error after each page.
    static let format =
        "%{stderr}\(mark)\n%{exitcode}\n%{response_code}\n%{time_appconnect}\n%{size_download}\n%{errormsg}\n%{certs}\n"

    /// Reads what curl wrote.
    static func reports(in text: String) -> [CurlReport] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let starts = lines.indices.filter { lines[$0] == mark }
        return starts.enumerated().compactMap { index, start in
            let end = index + 1 < starts.count ? starts[index + 1] : lines.endIndex
            return CurlReport(lines[start..<end].dropFirst())
        }
    }

    private init?(_ lines: ArraySlice<Substring>) {
        let fields = Array(lines)
        guard fields.count >= 5, let code = Int(fields[0]), let status = Int(fields[1]), let time = Double(fields[2]),
            let size = Int(fields[3])
        else { return nil }
        self.code = code
        self.status = status
        self.size = size
        handshake = time > 0 ? .seconds(time) : nil
        message = String(fields[4])
        // The server's own certificate comes first, those that vouch for it after it.
        certificateEnds = fields.lazy.compactMap { CertificateTime.expiry(in: $0) }.first
    }

    /// What this page means.
    ///
    /// A gateway that does TLS and then says something else than HTTP has answered: its door is open.
    var outcome: WebAnswer.Outcome {
        switch code {
        case 0: .answered(status: status)
        case 7: .noConnection
        case 51, 60, 77, 83, 90, 91: .certificate(message)
        case 28: handshake == nil ? .silent : .answered(status: status)
        case 35 where message.contains("reset"), 56 where handshake == nil: .broken(message)
        case 35, 53, 54, 58, 59, 64, 66, 80, 82: .handshake(message)
        case _ where handshake != nil: .answered(status: status)
        case 1, 8, 16, 18, 23, 52, 56, 61, 63, 92, 95: .broken(message)
        default: .notPossible("curl ended with code \(code): \(message)")
        }
    }
}

/// The time at which a certificate ends, as curl and OpenSSL write it.
enum CertificateTime {
    private static let months = [
        "Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "May": 5, "Jun": 6, "Jul": 7, "Aug": 8, "Sep": 9, "Oct": 10, "Nov": 11,
        "Dec": 12,
    ]

    /// The time in a line such as `Expire date:Jan  1 00:00:00 2030 GMT`, in seconds since 1970; nil for another line.
    static func expiry(in line: some StringProtocol) -> Int64? {
        let key = "Expire date:"
        guard line.hasPrefix(key) else { return nil }
        let words = line.dropFirst(key.count).split(separator: " ")
        guard words.count == 5, words[4] == "GMT", let month = months[String(words[0])], let day = Int(words[1]),
            let year = Int(words[3]), let date = CalendarDate(year: year, month: month, day: day)
        else { return nil }
        let clock = words[2].split(separator: ":").compactMap { Int64($0) }
        guard clock.count == 3, clock.allSatisfy({ (0..<61).contains($0) }) else { return nil }
        return Int64(date.daysSince1970) * 86_400 + clock[0] * 3_600 + clock[1] * 60 + clock[2]
    }
}
