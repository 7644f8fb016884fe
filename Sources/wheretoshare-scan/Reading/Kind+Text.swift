extension Kind {
    /// Which kind of text it is that begins like this.
    static func ofText(_ head: [UInt8], _ suffix: String) -> Kind {
        var text = head[...]
        if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
        text = text.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
        let start = String(decoding: text.prefix(1024), as: UTF8.self)
        let lower = start.lowercased()
        if start.hasPrefix("{\\rtf") { return .rtf }
        if lower.hasPrefix("<!doctype html") || lower.hasPrefix("<html")
            || lower.hasPrefix("<") && lower.contains("<html")
        {
            return .html
        }
        if start.hasPrefix("<?xml") || start.hasPrefix("<svg") || start.hasPrefix("<OME") { return .xml }
        if start.hasPrefix("<"), markup.contains(suffix) { return .xml }
        if ["htm", "html", "xhtml", "vml"].contains(suffix) { return .html }
        if suffix.isEmpty, pieces.contains(where: { lower.hasPrefix("<\($0)") }) { return .html }
        if lower.hasPrefix("begin:vcard") { return .card }
        if lower.hasPrefix("begin:vcalendar") { return .calendar }
        if start.hasPrefix("From "), isMailHead(text.drop { $0 != 0x0A }.dropFirst()) { return .mbox }
        if isMailHead(text) { return .mail }
        if suffix == "emlx", isMailHead(text.drop { $0 != 0x0A }.dropFirst()) { return .mail }
        if ["json", "ipynb", "geojson", "jsonl", "ndjson"].contains(suffix) || isJSON(text) { return .json }
        if separator(head, suffix) != nil { return .table }
        if start.hasPrefix("#!") || programs.contains(suffix) { return .sourceCode }
        return .text
    }

    /// File names of vocabularies of XML.
    private static let markup: Set = [
        "xml", "svg", "ome", "xsd", "xsl", "gpx", "kml", "rdf", "owl", "mzml", "fpage", "tei", "gml", "plist", "drawio",
        "xaml", "cdxml", "mm", "opml", "abw", "xlf", "xliff", "tmx", "ttml", "musicxml", "eaf", "bpmn", "graphml",
        "gexf", "fb2", "resx", "xmp", "qgs", "mscx", "mei", "dae", "x3d", "sbml", "cml", "sla",
    ]
    /// How a piece of a page begins that has no name.
    private static let pieces = ["p>", "p ", "div>", "div ", "body", "head>", "table", "span", "meta "]

    /// File names of programs.
    private static let programs: Set = [
        "py", "pyi", "pyx", "pxd", "r", "c", "h", "cc", "cpp", "cxx", "hpp", "cu", "cs", "java", "js", "jsx", "mjs",
        "ts",
        "tsx", "swift", "m", "jl", "sh", "bash", "ps1", "pl", "pm", "pod", "rb", "go", "rs", "kt", "scala", "php",
        "lua", "f", "f77",
        "f90", "f95", "hs", "ijm", "groovy", "css", "scss", "vb", "cmake", "mk", "toml", "proto", "glsl", "po", "pot",
    ]

    private static func isJSON(_ text: ArraySlice<UInt8>) -> Bool {
        guard let first = text.first else { return false }
        let second = text.dropFirst().first { $0 > 0x20 }
        if first == UInt8(ascii: "{") { return second == UInt8(ascii: "\"") || second == UInt8(ascii: "}") }
        guard first == UInt8(ascii: "[") else { return false }
        return second.map { "[{\"]".utf8.contains($0) } ?? false
    }

    /// Whether text begins with fields of a mail's head, at least two that are known (RFC 5322 section 3.6).
    private static func isMailHead(_ text: ArraySlice<UInt8>) -> Bool {
        let known: Set = [
            "from", "to", "cc", "subject", "date", "received", "return-path", "message-id", "mime-version",
            "content-type", "delivered-to", "reply-to", "sender", "x-mozilla-status", "dkim-signature",
        ]
        var seen: Set<String> = []
        var others = 0
        var rest = text.prefix(Kind.head)
        while let first = rest.first, first != 0x0D, first != 0x0A {
            let isFolded = first == 0x20 || first == 0x09
            if !isFolded {
                guard let colon = rest.prefix(longestFieldName).firstIndex(of: UInt8(ascii: ":")) else { break }
                let name = String(decoding: rest[rest.startIndex..<colon], as: UTF8.self).lowercased()
                guard name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { break }
                // Filters put many fields of their own before the others, all of which have such names.
                if known.contains(name) { seen.insert(name) } else if !name.contains("-") { others += 1 }
            }
            guard others < 30, let end = rest.firstIndex(of: 0x0A) else { break }
            rest = rest[(end + 1)...]
        }
        // A draft has no sender yet.
        let isDraft = seen.contains("content-type") && seen.contains("subject")
        return seen.count >= 2
            && (isDraft || seen.contains("from") || seen.contains("received") || seen.contains("mime-version"))
    }

    private static let longestFieldName = 80

    /// What the cells of a table end at; nil when it is none.
    static func separator(_ head: [UInt8], _ suffix: String) -> UInt8? {
        let candidates: [UInt8] = [0x09, 0x3B, 0x2C, 0x7C]
        let isNamed = ["csv", "tsv", "tab", "psv"].contains(suffix)
        var counts: [[UInt8: Int]] = []
        var current: [UInt8: Int] = [:]
        var isQuoted = false
        var length = 0
        for byte in head {
            if byte == 0x22 { isQuoted.toggle() }
            if byte == 0x0A, !isQuoted {
                if length > 1 { counts.append(current) }
                current = [:]
                length = 0
                if counts.count == 25 { break }
                continue
            }
            length += 1
            if !isQuoted, candidates.contains(byte) { current[byte, default: 0] += 1 }
        }
        if counts.count < 25, length > 1, !isQuoted { counts.append(current) }
        if isNamed, suffix != "csv", suffix != "psv" { return 0x09 }
        guard counts.count >= (isNamed ? 1 : 3) else { return nil }
        var best: (separator: UInt8, lines: Int)?
        for candidate in candidates {
            let first = counts[0][candidate] ?? 0
            let least = isNamed || candidate == 0x09 || candidate == 0x3B ? 1 : 2
            guard first >= least else { continue }
            let lines = counts.count { $0[candidate] == first }
            if lines > best?.lines ?? 0 { best = (candidate, lines) }
        }
        guard let best else { return isNamed ? 0x2C : nil }
        return isNamed || best.lines * 10 >= counts.count * 9 ? best.separator : nil
    }
}
