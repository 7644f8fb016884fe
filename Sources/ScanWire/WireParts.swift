internal import SensitiveContent
internal import StorageModel
internal import WorkerWire

extension WireEncoder {
    mutating func append(texts: [String]) {
        append(UInt32(texts.count))
        for text in texts { append(text) }
    }

    mutating func append(count: Int) { append(UInt64(max(0, count))) }

    mutating func append(_ task: OutsideTask) {
        switch task {
        case .pdfText: append(UInt8(0))
        case .pdfPicture(let page):
            append(UInt8(1))
            append(page)
        case .picture: append(UInt8(2))
        case .word: append(UInt8(3))
        case .excel: append(UInt8(4))
        case .powerPoint: append(UInt8(5))
        case .mailbox: append(UInt8(6))
        case .fetch(let folder, let file):
            append(UInt8(7))
            append(folder)
            append(file)
        case .pdfFiles: append(UInt8(8))
        case .pdfFile(let number):
            append(UInt8(9))
            append(number)
        case .pdfPictures: append(UInt8(10))
        case .pdfDrawnText: append(UInt8(11))
        }
    }

    mutating func append(_ finding: Finding) {
        append(finding.detector.text)
        append(finding.tag.text)
        append(finding.confidence.rawValue)
        append(count: finding.count)
        append(count: finding.distinct)
        append(UInt32(finding.places.count))
        for place in finding.places {
            append(texts: place.passage.members)
            append(optional: place.passage.page) { $0.append(count: $1) }
            append(optional: place.passage.sheet) { $0.append($1) }
            append(place.passage.part.rawValue)
            append(count: place.line)
            append(count: place.offset)
        }
        append(optional: finding.masked) { $0.append($1) }
    }

    mutating func append(_ reading: DocumentReading) {
        append(reading.kind)
        append(reading.bytesRead)
        append(reading.textBytes)
        append(count: reading.gapCount)
        append(count: reading.subjects)
        append(UInt32(reading.tags.count))
        for (tag, confidence) in reading.tags.sorted(by: { $0.key < $1.key }) {
            append(tag.text)
            append(confidence.rawValue)
        }
        append(UInt32(reading.sampleValues.count))
        for (detector, count) in reading.sampleValues.sorted(by: { $0.key < $1.key }) {
            append(detector.text)
            append(count: count)
        }
    }
}

extension WireDecoder {
    mutating func texts() throws(WireError) -> [String] {
        var texts: [String] = []
        for _ in 0..<(try number(UInt32.self)) { texts.append(try text()) }
        return texts
    }

    mutating func count() throws(WireError) -> Int { Int(clamping: try number(UInt64.self)) }

    mutating func named<Name: RawRepresentable<String>>() throws(WireError) -> Name {
        guard let name = Name(rawValue: try text()) else { throw .notText }
        return name
    }

    mutating func task() throws(WireError) -> OutsideTask {
        switch try number(UInt8.self) {
        case 0: return .pdfText
        case 1: return .pdfPicture(page: try number())
        case 2: return .picture
        case 3: return .word
        case 4: return .excel
        case 5: return .powerPoint
        case 6: return .mailbox
        case 7: return .fetch(folder: try number(), file: try number())
        case 8: return .pdfFiles
        case 9: return .pdfFile(try number())
        case 10: return .pdfPictures
        case 11: return .pdfDrawnText
        case let other: throw .unknownNumber(UInt64(other))
        }
    }

    mutating func finding() throws(WireError) -> Finding {
        let detector = DetectorID(try text())
        let tag = TagID(try text())
        let confidence: Confidence = try named()
        var finding = Finding(
            detector: detector, tag: tag, confidence: confidence, count: try count(), distinct: try count(),
            places: [], masked: nil)
        for _ in 0..<(try number(UInt32.self)) {
            let members = try texts()
            let page = try optional { (decoder) throws(WireError) in try decoder.count() }
            let sheet = try optional { (decoder) throws(WireError) in try decoder.text() }
            let part: Passage.Part = try named()
            let place = Passage.Place(members: members, page: page, sheet: sheet, part: part)
            finding.places.append(Finding.Place(passage: place, line: try count(), offset: try count()))
        }
        finding.masked = try optional { (decoder) throws(WireError) in try decoder.text() }
        return finding
    }

    mutating func reading() throws(WireError) -> DocumentReading {
        var reading = DocumentReading(
            kind: try text(), bytesRead: try number(), textBytes: try number(), gapCount: try count(),
            subjects: try count())
        for _ in 0..<(try number(UInt32.self)) { reading.tags[TagID(try text())] = try named() as Confidence }
        for _ in 0..<(try number(UInt32.self)) { reading.sampleValues[DetectorID(try text())] = try count() }
        return reading
    }
}
