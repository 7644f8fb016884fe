internal import ScanWire

/// Looks which pages of a PDF have pictures that text could stand in, through pdfimages.
struct PortablePictures {
    /// The numbers of the pages that have some, from 1.
    private(set) var pages: [Int] = []
    /// Whether one is larger than anything that is scanned.
    private(set) var hasGiants = false

    /// A page with fewer has logos and ornaments alone; a legible line with an account number takes as many.
    ///
    /// The pictures of a page count together, since many scanners cut theirs into strips.
    private static let leastPixels = 16_000
    private static let mostPixels = 500_000_000
    private static let mostList = 16 << 20

    /// Asks for the list; a document without a trace of a picture costs no program.
    init(in source: Source, to desk: Desk) throws(Obstacle) {
        guard try source.holds(name: "/Image") else { return }
        let most = UInt64(Self.mostList)
        var list: [UInt8] = []
        let document = desk.members.isEmpty ? nil : source
        let ending = try desk.ask(.pdfPictures, about: document) { (answer) throws(Obstacle) in
            guard case .text(let stream) = answer else { return }
            list = try Source(holding: stream, limit: most).all(limit: most)
        }
        desk.note(ending)
        var (lastPage, pixels) = (0, 0)
        for line in list.split(separator: 0x0A) {
            // Page, number, kind, width and height come first.
            let fields = line.split(separator: 0x20).prefix(5).map { Int(String(decoding: $0, as: UTF8.self)) }
            guard fields.count == 5, let page = fields[0], let width = fields[3], let height = fields[4] else {
                continue
            }
            if page != lastPage { (lastPage, pixels) = (page, 0) }
            let (area, isHuge) = width.multipliedReportingOverflow(by: height)
            let isGiant = isHuge || area > Self.mostPixels
            if isGiant { hasGiants = true }
            pixels += isGiant ? Self.leastPixels : min(max(0, area), Self.leastPixels)
            if pixels >= Self.leastPixels, page != pages.last { pages.append(page) }
        }
    }
}

extension Source {
    /// Whether a name of PDF's stands anywhere in it, and not only as the beginning of a longer one, as `/Image` does in
    /// `/ImageC`, which most documents have.
    func holds(name: String) throws(Obstacle) -> Bool {
        let mark = Array(name.utf8)
        var offset = 0
        while offset < size {
            let piece = try read(at: offset, 1 << 20)
            var from = 0
            while let place = piece.place(of: mark, from: from) {
                from = place + mark.count
                // What is cut by the end of the piece shows in the next.
                guard from < piece.count else { break }
                if !piece[from].isOfName { return true }
            }
            if offset + piece.count >= size { return from == piece.count && from > 0 }
            offset += piece.count - mark.count
        }
        return false
    }
}

extension UInt8 {
    /// Whether a name of PDF's goes on with it, in the letters that names have in practice.
    fileprivate var isOfName: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
