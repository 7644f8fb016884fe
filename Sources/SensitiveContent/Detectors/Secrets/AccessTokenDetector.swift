internal import StorageModel

/// Access tokens that their providers mark with a prefix, and JSON web tokens.
///
/// Source: the documentation of each provider; RFC 7519 for the web tokens, whose first part is JSON in Base64.
struct AccessTokenDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "access-token", tag: "secret", english: "access token",
            german: "Zugriffsschlüssel")
    }
    var triggers: [Trigger] { [.anchor(.longToken), .anchor(.word)] }
    var words: [String] {
        [
            "ghp", "gho", "ghu", "ghs", "ghr", "github", "glpat", "xoxb", "xoxp", "xoxa", "xoxs", "xoxr", "sk",
            "pk", "rk", "whsec", "npm", "pypi", "dckr", "hf", "shpat",
        ]
    }

    func examine(_ text: Span<UInt8>, at start: Int, upTo end: Int) -> Match? {
        if text.holds("_", at: end) || text.holds("-", at: end) { return prefixed(text, start) }
        let length = end - start
        let last = tokenEnd(text, from: start)
        if length == 20, text.holds("AKIA", at: start) || text.holds("ASIA", at: start) {
            for position in start..<end where !text[position].isUpperCase && !text[position].isDigit { return nil }
            return match(text, start, end)
        }
        if text.holds("AIza", at: start), last - start == 39 { return match(text, start, last) }
        if text.holds("ghp_", at: start) || text.holds("hf_", at: start) { return prefixed(text, start) }
        // {"alg": or {"typ": in Base64.
        if text.holds("eyJhbGci", at: start) || text.holds("eyJ0eXAi", at: start) { return webToken(text, start) }
        return nil
    }

    func judge(_ match: Match, in surroundings: Surroundings) -> Confidence? { match.alone }

    private func prefixed(_ text: Span<UInt8>, _ start: Int) -> Match? {
        guard !text.byte(start - 1).isLetterOrDigit, text.byte(start - 1) != UInt8(ascii: "_"),
            text.byte(start - 1) != UInt8(ascii: "-")
        else { return nil }
        for (prefix, least) in prefixes where text.holds(prefix, at: start) {
            let last = tokenEnd(text, from: start)
            guard last - start - prefix.utf8.count >= least else { return nil }
            return match(text, start, last)
        }
        return nil
    }

    private func webToken(_ text: Span<UInt8>, _ start: Int) -> Match? {
        var position = start
        var parts = 1
        while position < start + 500 {
            let byte = text.byte(position)
            if byte == UInt8(ascii: "."), text.byte(position + 1).isLetterOrDigit {
                parts += 1
            } else if !byte.isLetterOrDigit, byte != UInt8(ascii: "-"), byte != UInt8(ascii: "_") {
                break
            }
            position += 1
        }
        guard parts >= 2, position - start >= 40 else { return nil }
        return match(text, start, position)
    }

    private func match(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Match? {
        var seen: UInt128 = 0
        var digits = 0
        for position in start..<end {
            seen |= 1 << UInt128(text[position] & 127)
            if text[position].isDigit { digits += 1 }
        }
        let isExample =
            (start..<end).contains {
                text.holds("EXAMPLE", at: $0) || text.holds("xxxx", at: $0) || text.holds("XXXX", at: $0)
            }
            || examplePayloads.contains { text.holds($0, at: start + 21) || text.holds($0, at: start + 37) }
            || seen.nonzeroBitCount < 10 || digits == 0
        return Match(
            start, end, alone: .certain, inContext: .certain, isSample: isExample, mask: .beginning(4), consumes: true)
    }

    private func tokenEnd(_ text: Span<UInt8>, from start: Int) -> Int {
        var end = start
        while end < start + 255,
            text.byte(end).isLetterOrDigit || text.byte(end) == UInt8(ascii: "_") || text.byte(end) == UInt8(ascii: "-")
        {
            end += 1
        }
        return end
    }
}

/// How tokens begin, and how many characters follow at least.
private let prefixes: [(String, Int)] = [
    ("ghp_", 36), ("gho_", 36), ("ghu_", 36), ("ghs_", 36), ("ghr_", 36), ("github_pat_", 50), ("glpat-", 20),
    ("xoxb-", 24), ("xoxp-", 24), ("xoxa-", 24), ("xoxs-", 24), ("xoxr-", 24), ("sk_live_", 24), ("rk_live_", 24),
    ("pk_live_", 24), ("sk-ant-", 40), ("sk-proj-", 40), ("sk-", 40), ("whsec_", 24), ("npm_", 36),
    ("pypi-AgEIcHlwaS5vcmc", 50), ("dckr_pat_", 24), ("hf_", 30), ("shpat_", 32),
]

/// The payloads of the examples in the documentation of libraries: subject 1234567890, and some payload.
private let examplePayloads = ["eyJzdWIiOiIxMjM0NTY3ODkw", "eyJzb21lIjoicGF5bG9hZCJ9"]
