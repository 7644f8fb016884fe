internal import ScanWire

/// Looks which pages of a PDF have pictures that text could stand in, through pdfimages.
enum PortablePictures {
    /// Smaller ones are logos and ornaments.
    private static let leastPixels = 200_000
    private static let mostList = 16 << 20

    /// The numbers of the pages, from 1; a document without a trace of a picture costs no program.
    static func pages(in source: Source, to desk: Desk) throws(Obstacle) -> [Int] {
        guard try source.holds("/Image") else { return [] }
        var list: [UInt8] = []
        let document = desk.members.isEmpty ? nil : source
        let ending = try desk.ask(.pdfPictures, about: document) { (answer) throws(Obstacle) in
            guard case .text(let stream) = answer else { return }
            list = try Source(holding: stream, limit: UInt64(mostList)).all(limit: UInt64(mostList))
        }
        desk.note(ending)
        var pages: [Int] = []
        for line in list.split(separator: 0x0A) {
            // Page, number, kind, width and height come first.
            let fields = line.split(separator: 0x20).prefix(5).map { Int(String(decoding: $0, as: UTF8.self)) }
            guard fields.count == 5, let page = fields[0], let width = fields[3], let height = fields[4] else {
                continue
            }
            let (pixels, isHuge) = width.multipliedReportingOverflow(by: height)
            if isHuge || pixels >= leastPixels, page != pages.last { pages.append(page) }
        }
        return pages
    }
}

extension Source {
    /// Whether a word stands anywhere in it.
    func holds(_ word: String) throws(Obstacle) -> Bool {
        let mark = Array(word.utf8)
        var offset = 0
        while offset < size {
            let piece = try read(at: offset, 1 << 20)
            if piece.place(of: mark, from: 0) != nil { return true }
            if piece.count <= mark.count { break }
            offset += piece.count - mark.count
        }
        return false
    }
}
