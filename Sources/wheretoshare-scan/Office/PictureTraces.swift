internal import ScanWire

/// What the bytes of a PDF tell of its pictures: a picture is a stream, whose dictionary no other stream can hide
/// (ISO 32000-1, 7.5.7 and 8.9.5).
///
/// It costs no program, and cannot say which page a picture is on. One that no page shows any more counts, too.
struct PictureTraces {
    /// What pictures there are.
    enum Size {
        /// None, or so small ones that all of them together hold no line of text.
        case none
        /// One that could hold a line of text.
        case large
        /// Many small ones, which may stand on one page or on many, or some whose size is written elsewhere.
        case unclear
    }

    private(set) var size = Size.none
    private var pixels = 0

    /// A dictionary is at most so long.
    private static let reach = 4096
    private static let piece = 1 << 20
    private static let longestMeasures = 80
    private static let mark = Array("/Image".utf8)

    /// Whether a page's drawing holds pictures itself that could hold a line of text (ISO 32000-1 section 8.9.7); the shape
    /// of a letter, which begins with its measures, does not (section 9.6.5).
    static func areLarge(within drawing: ArraySlice<UInt8>) -> Bool {
        let bytes = Array(drawing)
        guard !["d0", "d1"].contains(where: { bytes.prefix(longestMeasures).firstRange(of: Array($0.utf8)) != nil })
        else {
            return false
        }
        var pixels = 0
        var from = 0
        while let begin = bytes.place(of: Array("BI".utf8), from: from) {
            from = begin + 2
            guard begin == 0 || bytes[begin - 1] <= 0x20, from < bytes.count, !bytes[from].isOfName,
                let data = bytes.place(of: Array("ID".utf8), from: from), data < begin + reach
            else { continue }
            let dictionary = Array(bytes[from..<data])
            let sides = [["/W", "/Width"], ["/H", "/Height"]].compactMap { names in
                names.lazy.compactMap { number(of: $0, in: dictionary) }.first
            }
            guard sides.count == 2 else { continue }
            let (area, isHuge) = sides[0].multipliedReportingOverflow(by: sides[1])
            pixels += isHuge ? PortablePictures.leastPixels : min(area, PortablePictures.leastPixels)
            if pixels >= PortablePictures.leastPixels { return true }
        }
        return false
    }

    /// Looks for them.
    init(in source: Source) throws(Obstacle) {
        var offset = 0
        while offset < source.size {
            // So much more on both sides that a dictionary is there as a whole.
            let first = max(0, offset - Self.reach)
            let bytes = try source.read(at: first, offset - first + Self.piece + Self.reach)
            var from = offset - first
            let end = from + Self.piece
            while let place = bytes.place(of: Self.mark, from: from), place < end {
                from = place + Self.mark.count
                // `/ImageC` is a name that most documents have.
                guard from == bytes.count || !bytes[from].isOfName else { continue }
                note(Self.area(bytes, around: place))
                if size == .large { return }
            }
            offset += Self.piece
        }
    }

    private mutating func note(_ area: Int?) {
        guard let area else { return size = .unclear }
        pixels += min(area, PortablePictures.leastPixels)
        if area >= PortablePictures.leastPixels {
            size = .large
        } else if pixels >= PortablePictures.leastPixels {
            size = .unclear
        }
    }

    /// The number of pixels that the dictionary around a place names; nil where it does not.
    private static func area(_ bytes: [UInt8], around place: Int) -> Int? {
        let object = Array("obj".utf8)
        var start = place
        while !bytes[start...].starts(with: object) {
            guard start > 0, start > place - reach else { return nil }
            start -= 1
        }
        guard let end = bytes.place(of: Array("stream".utf8), from: place), end < place + reach else { return nil }
        let dictionary = Array(bytes[start..<end])
        guard let width = number(of: "/Width", in: dictionary), let height = number(of: "/Height", in: dictionary)
        else {
            return nil
        }
        return width.multipliedReportingOverflow(by: height).overflow ? .max : width * height
    }

    /// The number that a key has, if it is written there and is no reference to another object.
    private static func number(of key: String, in dictionary: [UInt8]) -> Int? {
        let key = Array(key.utf8)
        guard let place = dictionary.place(of: key, from: 0) else { return nil }
        let rest = dictionary[(place + key.count)...].drop { $0 <= 0x20 }
        let digits = rest.prefix { $0.isDigit }
        // Where a number and an R follow, it is the other object's.
        let next = rest[digits.endIndex...].drop { $0 <= 0x20 }.first
        guard !digits.isEmpty, next.map({ !$0.isDigit }) ?? true else { return nil }
        return Int(String(decoding: digits, as: UTF8.self))
    }
}

extension UInt8 {
    /// Whether a name of PDF's goes on with it, in the letters that names have in practice.
    fileprivate var isOfName: Bool {
        isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
    }

    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
