/// The texts in a formula of an old workbook (MS-XLS section 2.5.198): what it joins is one.
enum FormulaTexts {
    private static let text: UInt8 = 0x17
    private static let joining: UInt8 = 0x08

    /// Adds the texts in a formula's record.
    static func add(_ record: ArraySlice<UInt8>, to others: inout Remains) {
        others.add(textIn: record)
        var rest = record
        while let start = rest.firstIndex(of: text) {
            let (pieces, end) = pieces(record[start...])
            if pieces.count > 1 { others.add(pieces.joined()) }
            rest = record[(pieces.count > 1 ? end : start + 1)...]
        }
    }

    /// The texts from here on with nothing but signs of joining between them, and where they end.
    private static func pieces(_ tokens: ArraySlice<UInt8>) -> (texts: [[UInt8]], end: Int) {
        var rest = tokens
        var texts: [[UInt8]] = []
        while rest.first == text, let next = content(rest.dropFirst()) {
            texts.append(next.isWide ? OutlookMessage.text(Array(next.bytes)) : Array(next.bytes))
            rest = rest[next.bytes.endIndex...].drop { $0 == joining }
        }
        return (texts, rest.startIndex)
    }

    /// The characters behind their count and how wide they are; nil when they are not there.
    private static func content(_ rest: ArraySlice<UInt8>) -> (bytes: ArraySlice<UInt8>, isWide: Bool)? {
        guard let count = rest.first, let width = rest.dropFirst().first, width <= 1 else { return nil }
        let bytes = rest.dropFirst(2).prefix(Int(count) << Int(width))
        return count > 0 && bytes.count == Int(count) << Int(width) ? (bytes, width == 1) : nil
    }
}
