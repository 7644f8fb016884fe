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
    static let leastPixels = 16_000
    private static let mostPixels = 500_000_000
    private static let mostList = 16 << 20

    /// Asks for the list.
    init(in source: Source, to desk: Desk) throws(Obstacle) {
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
