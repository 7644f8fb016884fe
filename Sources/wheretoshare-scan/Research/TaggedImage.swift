internal import ScanWire
internal import SensitiveContent

/// Reads the fields of TIFF, which photos in other formats carry too (TIFF 6.0, Exif 2.32, BigTIFF).
struct TaggedImage {
    private let desk: Desk
    private let source: Source
    /// Where the fields' offsets count from.
    private let base: Int
    private var isBig = false
    private var isLong = false
    private var seen: Set<Int> = []
    /// Lists of fields that are still to be read.
    private var waiting: [FieldList] = []
    /// Where the last thing ends that a field refers to.
    private var end = 0
    private var remains = Remains()
    private var latitude: String?
    private var longitude: String?

    private static let names: [Int: String] = [
        269: "DocumentName", 270: "ImageDescription", 285: "PageName", 306: "DateTime", 315: "Artist",
        316: "HostComputer",
        33432: "Copyright", 37510: "UserComment", 40091: "Title", 40092: "Comment", 40093: "Author", 40094: "Keywords",
        40095: "Subject", 42032: "CameraOwnerName", 42033: "BodySerialNumber", 42037: "LensSerialNumber",
        36867: "DateTimeOriginal",
    ]
    private static let mostText = 16 << 20
    private static let mostLists = 100_000
    private static let farthest: UInt64 = 1 << 48
    /// Tables of colours and the places of pixels, and what is read by its name.
    private static let numeric: Set = [273, 279, 301, 320, 324, 325, 330, 512, 513, 514, 50838]

    private struct FieldList {
        let place: Int
        let group: String
        /// Whether it is of a kind that programs leave behind broken when they change a picture.
        var isExtra = false
    }

    private init(_ source: Source, at base: Int, desk: Desk) {
        self.source = source
        self.base = base
        self.desk = desk
    }

    /// Reads all fields; `base` is where the image, or the block of fields in another format, begins.
    static func read(
        _ source: Source, at base: Int = 0, isFile: Bool = false, to desk: Desk
    ) throws(Obstacle) {
        var image = TaggedImage(source, at: base, desk: desk)
        let head = try source.read(at: base, 16)
        image.isBig = head.first == 0x4D
        let table = ByteTable(head, isBig: image.isBig)
        image.isLong = table.u16(2) == 43
        guard table.u16(2) == 42 || image.isLong else { throw .damaged }
        image.waiting = [
            FieldList(place: image.isLong ? Int(clamping: table.u64(8)) : Int(table.u32(4)), group: "exif")
        ]
        try image.readLists()
        image.remains.hand(to: desk)
        if isFile { try PictureRest.read(source, from: image.end, to: desk) }
        if let latitude = image.latitude, let longitude = image.longitude {
            desk.tell("exif/GPSPosition", "\(latitude), \(longitude)")
        }
    }

    private mutating func readLists() throws(Obstacle) {
        while let list = waiting.popLast() {
            guard list.place > 0 else { continue }
            guard seen.count < Self.mostLists else { return desk.miss(.tooLarge, "fields of the picture") }
            if remains.text.count > Self.mostText / 16 { remains.hand(to: desk) }
            do throws(Obstacle) {
                let next = try readDirectory(list.place, group: list.group)
                if next > 0 { waiting.append(FieldList(place: next, group: list.group, isExtra: list.isExtra)) }
            } catch {
                if !list.isExtra { throw error }
            }
        }
    }

    /// Reads a list of fields; where the next list is, 0 at the end.
    private mutating func readDirectory(_ offset: Int, group: String) throws(Obstacle) -> Int {
        guard seen.insert(offset).inserted else { return 0 }
        let head = ByteTable(try source.read(at: base + offset, 8), isBig: isBig)
        guard head.count >= 2 else { throw .damaged }
        let count = min(4096, isLong ? Int(clamping: head.u64(0)) : Int(head.u16(0)))
        let (size, skip, room) = isLong ? (20, 8, 8) : (12, 2, 4)
        let list = ByteTable(try source.read(at: base + offset + skip, count * size + 8), isBig: isBig)
        var pixels: [Int: [Int]] = [:]
        var sliceCount = 1
        var latitudeSign = "N"
        var longitudeSign = "E"
        for index in 0..<count {
            let at = index * size
            guard at + size <= list.count else { throw .damaged }
            let tag = Int(list.u16(at))
            let type = Int(list.u16(at + 2))
            let number = isLong ? Int(clamping: list.u64(at + 4)) : Int(list.u32(at + 4))
            let unit = [1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 9: 4, 10: 8, 13: 4, 16: 8, 18: 8][type] ?? 0
            let (bytes, overflow) = number.multipliedReportingOverflow(by: unit)
            guard unit > 0, !overflow, bytes <= Self.mostText else { continue }
            let field = at + (isLong ? 12 : 8)
            let pointer = isLong ? Int(min(list.u64(field), Self.farthest)) : Int(list.u32(field))
            let value = bytes <= room ? Array(list.bytes(field, bytes)) : try source.read(at: base + pointer, bytes)
            if bytes > room { noteEnd(base + pointer, bytes) }
            if Self.numeric.contains(tag) { pixels[tag] = numbers(value, unit) }
            if tag == 270 { sliceCount = Self.sliceCount(in: value) }
            switch (group, tag) {
            case ("gps", 1): latitudeSign = text(value)
            case ("gps", 2): latitude = degrees(value).map { "\($0)° \(latitudeSign)" }
            case ("gps", 3): longitudeSign = text(value)
            case ("gps", 4): longitude = degrees(value).map { "\($0)° \(longitudeSign)" }
            case ("gps", 27): desk.tell("exif/GPSProcessingMethod", text(value))
            case ("gps", 28): desk.tell("exif/GPSAreaInformation", text(value))
            case ("gps", 29): desk.tell("exif/GPSDateStamp", text(value))
            case ("gps", _): addOther(value, tag: tag, type: type)
            case (_, 34665), (_, 34853):
                guard let place = numbers(value, unit).first else { continue }
                waiting.append(FieldList(place: place, group: tag == 34853 ? "gps" : "exif"))
            case (_, 330), (_, 40965):
                // Smaller versions of the picture, and what is said of its exchange.
                let left = Self.mostLists - min(Self.mostLists, waiting.count)
                waiting += numbers(value, unit).prefix(left).map { FieldList(place: $0, group: "exif", isExtra: true) }
            case ("exif", 700): try PhotoFields.readXMP(value, to: desk)
            case ("exif", 33723), ("exif", 34377): PhotoFields.readPressFields(value, to: desk)
            case ("exif", 270) where value.starts(with: Array("<?xml".utf8)) || value.starts(with: Array("<OME".utf8)):
                // OME-TIFF keeps all that is known of the measurement in the first description.
                let xml = Array(value.prefix { $0 != 0 })
                try AnyXML.read(try HeadedStream(ReadyStream(xml), atLeast: 1), to: desk)
            case ("exif", 50839): addParts(of: value, lengths: pixels[50838] ?? [value.count])
            case ("exif", _):
                guard let name = Self.names[tag] else {
                    addOther(value, tag: tag, type: type)
                    continue
                }
                let isWide = (40091...40095).contains(tag)
                desk.tell(
                    "exif/\(name)", isWide ? String(decoding: OutlookMessage.text(value), as: UTF8.self) : text(value))
            default: continue
            }
        }
        // The strips or tiles of pixels, and a smaller picture.
        for (place, length) in [(273, 279), (324, 325), (513, 514)] {
            for (place, length) in zip(pixels[place] ?? [], pixels[length] ?? []) { noteEnd(base + place, length) }
        }
        if sliceCount > 1, let place = pixels[273]?.min() {
            let (length, isFar) = (pixels[279] ?? []).reduce(0, &+).multipliedReportingOverflow(by: sliceCount)
            if !isFar { noteEnd(base + place, length) }
        }
        if let place = pixels[513]?.first, let length = pixels[514]?.first, length <= Self.mostText {
            remains.add(textIn: try source.read(at: base + place, length))
        }
        noteEnd(base + offset + skip, count * size + room)
        let next = ByteTable(try source.read(at: base + offset + skip + count * size, 8), isBig: isBig)
        return group == "exif" ? (isLong ? Int(clamping: next.u64(0)) : Int(next.u32(0))) : 0
    }

    private mutating func noteEnd(_ place: Int, _ count: Int) {
        let (end, isFar) = place.addingReportingOverflow(count)
        if !isFar { self.end = max(self.end, end) }
    }

    /// How many pictures stand one behind the other, of which ImageJ lists the first alone.
    private static func sliceCount(in description: [UInt8]) -> Int {
        let mark = Array("\nimages=".utf8)
        guard description.starts(with: Array("ImageJ=".utf8)), let place = description.place(of: mark, from: 0) else {
            return 1
        }
        let digits = description[(place + mark.count)...].prefix { (0x30...0x39).contains($0) }
        return Int(String(decoding: digits, as: UTF8.self)) ?? 1
    }

    /// Adds what ImageJ notes of a picture and of each of its layers, one after the other without anything between.
    private mutating func addParts(of value: [UInt8], lengths: [Int]) {
        let table = ByteTable(value)
        var at = 0
        for length in lengths where at < value.count {
            remains.add(textIn: table.bytes(at, length))
            at += length
        }
    }

    /// Adds what may be text in a field of a maker or a program.
    private mutating func addOther(_ value: [UInt8], tag: Int, type: Int) {
        switch type {
        case 2: remains.add(linesOf: TextDecoder.decode(whole: value))
        // Some write text as bytes, or as numbers of two.
        case 1, 3, 7: if !Self.numeric.contains(tag) { remains.add(textIn: value) }
        default: break
        }
    }

    /// The numbers in a value, each in so many bytes.
    private func numbers(_ value: [UInt8], _ unit: Int) -> [Int] {
        let table = ByteTable(value, isBig: isBig)
        return stride(from: 0, to: value.count, by: unit).map { at in
            unit == 8 ? Int(min(table.u64(at), Self.farthest)) : unit == 4 ? Int(table.u32(at)) : Int(table.u16(at))
        }
    }

    /// A text field; comments have the name of their character set before them.
    private func text(_ value: [UInt8]) -> String {
        var bytes = value
        for mark in ["ASCII\0\0\0", "UNICODE\0", "\0\0\0\0\0\0\0\0"] where bytes.starts(with: Array(mark.utf8)) {
            bytes.removeFirst(8)
            break
        }
        // Its own name is older than the labels that others have.
        let isJapanese = bytes.starts(with: Array("JIS\0\0\0\0\0".utf8))
        if isJapanese { bytes.removeFirst(8) }
        let text = TextDecoder.decode(whole: bytes, label: isJapanese ? "ISO-2022-JP" : nil)
        let decoded = text.map { $0 == 0 ? 0x20 : $0 }
        return String(decoding: decoded, as: UTF8.self).trimmingBlanks
    }

    /// Degrees, minutes and seconds, each a fraction.
    private func degrees(_ value: [UInt8]) -> String? {
        guard value.count >= 24 else { return nil }
        let table = ByteTable(value, isBig: isBig)
        var sum = 0.0
        for (index, unit) in [1.0, 60, 3600].enumerated() {
            let below = Double(table.u32(index * 8 + 4))
            if below > 0 { sum += Double(table.u32(index * 8)) / below / unit }
        }
        return "\((sum * 100_000).rounded() / 100_000)"
    }
}

extension String {
    /// Without blanks at its ends.
    var trimmingBlanks: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else {
            return ""
        }
        return String(self[first...last])
    }
}
