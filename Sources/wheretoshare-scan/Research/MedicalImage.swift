internal import ScanWire
internal import SensitiveContent

/// Reads the fields of a DICOM file, each under its name (DICOM PS3.5, PS3.10).
struct MedicalImage {
    private let desk: Desk
    private let source: Source
    private var at: Int
    private var isBig = false
    private var isExplicit = true
    private var hasPicture = false
    private var characters = MedicalCharacters()
    private var remains = Remains()
    /// How much of fields was looked at that nobody describes.
    private var otherBytes = 0

    private static let mark = 128
    private static let longest = 16 << 20
    private static let longestOther = 4096
    private static let mostOther = 64 << 20
    private static let longestDocument = 192 << 20
    private static let deepest = 16

    private init(_ source: Source, at start: Int, desk: Desk) {
        self.source = source
        self.desk = desk
        at = start
    }

    static func read(_ source: Source, to desk: Desk) throws(Obstacle) {
        var image = MedicalImage(source, at: mark + 4, desk: desk)
        let syntax = try image.readHead()
        if syntax == "1.2.840.10008.1.2.1.99" {
            // All after the head is compressed (PS3.5 annex A.5).
            let packed = SourceStream(source, from: image.at)
            let fields = try Inflating.stream(packed, size: source.size - image.at, to: desk)
            image = MedicalImage(
                try Source(holding: fields, limit: desk.order.limits.heldBytes), at: 0, desk: desk)
        }
        // Before the mark of the format anything may stand (PS3.10 section 7.1).
        for text in try source.read(at: 0, mark).split(whereSeparator: { $0 < 0x20 }) { image.remains.add(text) }
        image.isExplicit = syntax != "1.2.840.10008.1.2"
        image.isBig = syntax == "1.2.840.10008.1.2.2"
        try image.readFields(upTo: image.source.size, depth: 0)
        image.remains.hand(to: desk)
        // Names are often burned into the picture.
        if image.hasPicture { desk.miss(.pictures) }
    }

    /// Reads the group that says how the rest is written; it is always written in the same way.
    private mutating func readHead() throws(Obstacle) -> String {
        var syntax = ""
        while at < source.size {
            guard ByteTable(try source.read(at: at, 2)).u16(0) == 2, let field = try readField() else { break }
            if field.tag == 0x0002_0010 { syntax = plain(try source.read(at: at, field.length)) }
            // Whoever wrote the file may tell more of it here (PS3.10 section 7.1).
            if field.tag == 0x0002_0102 { try tellOther(field) }
            at += field.length
        }
        return syntax
    }

    private struct Field {
        let tag: UInt32
        let type: String
        let length: Int
        /// Whether its length is not told, and marks stand at its end.
        let isOpen: Bool
    }

    /// Reads the head of a field; nil at the end.
    private mutating func readField() throws(Obstacle) -> Field? {
        let head = ByteTable(try source.read(at: at, 12), isBig: isBig)
        guard head.count >= 8 else { return nil }
        let tag = UInt32(head.u16(0)) << 16 | UInt32(head.u16(2))
        var type = ""
        let length: UInt32
        if tag >> 16 == 0xFFFE || !isExplicit {
            length = head.u32(4)
            at += 8
        } else {
            type = String(decoding: head.bytes(4, 2), as: UTF8.self)
            guard type.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else { throw .damaged }
            let isLong = ["OB", "OW", "OF", "OD", "OL", "OV", "SQ", "UC", "UR", "UT", "UN", "SV", "UV"].contains(type)
            length = isLong ? head.u32(8) : UInt32(head.u16(6))
            at += isLong ? 12 : 8
        }
        let isOpen = length == .max
        guard isOpen || at + Int(length) <= source.size else { throw .damaged }
        return Field(tag: tag, type: type, length: isOpen ? 0 : Int(length), isOpen: isOpen)
    }

    private mutating func readFields(upTo end: Int, depth: Int) throws(Obstacle) {
        guard depth < Self.deepest else { throw Obstacle(.tooDeep) }
        while at < end, let field = try readField() {
            switch field.tag {
            case 0xFFFE_E00D, 0xFFFE_E0DD: return
            case 0xFFFE_E000:
                try readFields(upTo: field.isOpen ? end : at + field.length, depth: depth + 1)
            case 0x7FE0_0008...0x7FE0_0010:
                hasPicture = true
                if field.isOpen { try skipFragments() } else { at += field.length }
            case 0x0042_0011:
                try readDocument(field)
                at += field.length
            default:
                if field.isOpen {
                    try readItems(of: field, upTo: end, depth: depth)
                } else if field.type == "SQ" {
                    try readFields(upTo: at + field.length, depth: depth + 1)
                } else if try holdsItems(field) {
                    try readLikelyItems(of: field, depth: depth)
                } else {
                    if field.tag == 0x0008_0005, field.length < 1024 {
                        characters = MedicalCharacters(plain(try source.read(at: at, field.length)))
                    }
                    try tell(field)
                    at += field.length
                }
            }
        }
    }

    /// Passes over the pieces of a compressed picture (PS3.5 annex A.4).
    private mutating func skipFragments() throws(Obstacle) {
        while let piece = try readField(), piece.tag != 0xFFFE_E0DD {
            guard piece.tag == 0xFFFE_E000, !piece.isOpen else { throw .damaged }
            at += piece.length
        }
    }

    /// Whether a field whose type is not told begins as a list of items does.
    private func holdsItems(_ field: Field) throws(Obstacle) -> Bool {
        guard field.type.isEmpty || field.type == "UN", field.length >= 8 else { return false }
        // What is of unknown type is always written in the same way (PS3.5 section 6.2.2).
        let head = ByteTable(try source.read(at: at, 8), isBig: isBig && field.type.isEmpty)
        guard head.u16(0) == 0xFFFE, head.u16(2) == 0xE000 else { return false }
        return head.u32(4) == .max || Int(head.u32(4)) <= field.length - 8
    }

    /// Reads the items of a list; those of unknown type have no types either, unless a program left them there.
    private mutating func readItems(of field: Field, upTo end: Int, depth: Int) throws(Obstacle) {
        let order = (isExplicit, isBig)
        defer { (isExplicit, isBig) = order }
        if field.type == "UN" {
            let type = ByteTable(try source.read(at: at + 12, 2)).bytes(0, 2)
            isExplicit = type.count == 2 && type.allSatisfy { (0x41...0x5A).contains($0) }
            isBig = false
        }
        try readFields(upTo: end, depth: depth + 1)
    }

    /// Reads what looks like a list of items; what is none after all is a field of unknown content.
    private mutating func readLikelyItems(of field: Field, depth: Int) throws(Obstacle) {
        let start = at
        do throws(Obstacle) {
            try readItems(of: field, upTo: start + field.length, depth: depth)
        } catch {
            at = start
            try tellOther(field)
        }
        at = start + field.length
    }

    /// Reads a document in a file of its own, such as a report (PS3.3 section C.24.2).
    private func readDocument(_ field: Field) throws(Obstacle) {
        guard field.length <= Self.longestDocument else { return desk.miss(.tooLarge, "a document in it") }
        let bytes = try source.read(at: at, field.length)
        desk.enter("document") { () throws(Obstacle) in try Document(desk: desk, name: "").read(Source(bytes)) }
    }

    private mutating func tell(_ field: Field) throws(Obstacle) {
        let isText = ["AE", "AS", "CS", "DA", "DT", "LO", "LT", "PN", "SH", "ST", "TM", "UC", "UR", "UT"].contains(
            field.type)
        let name = Self.names[field.tag]
        guard field.length > 0 else { return }
        guard isText || !isExplicit && name != nil else { return try tellOther(field) }
        guard field.length <= Self.longest else { return desk.miss(.tooLarge, "a text in it") }
        let digits = String(field.tag, radix: 16)
        let key = name ?? String(repeating: "0", count: 8 - digits.count) + digits
        desk.tell("dicom/\(key)", plain(try source.read(at: at, field.length)))
    }

    /// A maker's own fields, and those of unknown type, may be text all the same, or have some among numbers.
    private mutating func tellOther(_ field: Field) throws(Obstacle) {
        let mayBeText = ["", "OB", "UN"].contains(field.type)
        let count = mayBeText ? field.length : min(field.length, Self.longestOther)
        otherBytes += count
        guard otherBytes <= Self.mostOther else { return desk.miss(.tooLarge, "fields of the maker") }
        let bytes = try source.read(at: at, count)
        if bytes.dropLast().allSatisfy({ $0 >= 0x20 || (0x09...0x0D).contains($0) || $0 == 0x1B }) {
            remains.add(linesOf: characters.decode(bytes))
        } else {
            remains.add(textIn: bytes)
        }
        if remains.text.count > Self.longest / 4 { remains.hand(to: desk) }
    }

    private func plain(_ bytes: [UInt8]) -> String {
        String(decoding: characters.decode(bytes).filter { $0 != 0 }, as: UTF8.self).trimmingBlanks
    }

    /// Names of fields that may tell of a person (DICOM PS3.6).
    private static let names: [UInt32: String] = [
        0x0008_0012: "InstanceCreationDate", 0x0008_0020: "StudyDate", 0x0008_0050: "AccessionNumber",
        0x0008_0080: "InstitutionName", 0x0008_0081: "InstitutionAddress", 0x0008_0090: "ReferringPhysicianName",
        0x0008_0092: "ReferringPhysicianAddress", 0x0008_0094: "ReferringPhysicianTelephone",
        0x0008_1010: "StationName",
        0x0008_1030: "StudyDescription", 0x0008_103E: "SeriesDescription", 0x0008_1040: "DepartmentName",
        0x0008_1048: "PhysiciansOfRecord", 0x0008_1050: "PerformingPhysicianName", 0x0008_1060: "ReadingPhysicianName",
        0x0008_1070: "OperatorsName", 0x0008_1080: "AdmittingDiagnoses", 0x0008_1090: "ModelName",
        0x0010_0010: "PatientName", 0x0010_0020: "PatientID", 0x0010_0021: "PatientIDIssuer",
        0x0010_0030: "PatientBirthDate", 0x0010_0032: "PatientBirthTime", 0x0010_0040: "PatientSex",
        0x0010_1000: "OtherPatientIDs", 0x0010_1001: "OtherPatientNames", 0x0010_1005: "PatientBirthName",
        0x0010_1010: "PatientAge", 0x0010_1020: "PatientSize", 0x0010_1030: "PatientWeight",
        0x0010_1040: "PatientAddress", 0x0010_1060: "PatientMotherBirthName", 0x0010_1090: "MedicalRecordLocator",
        0x0010_2000: "MedicalAlerts", 0x0010_2110: "Allergies", 0x0010_2150: "CountryOfResidence",
        0x0010_2154: "PatientTelephoneNumbers", 0x0010_2160: "EthnicGroup", 0x0010_2180: "Occupation",
        0x0010_21A0: "SmokingStatus", 0x0010_21B0: "PatientHistory", 0x0010_21C0: "PregnancyStatus",
        0x0010_21F0: "PatientReligion", 0x0010_4000: "PatientComments", 0x0018_1030: "ProtocolName",
        0x0020_4000: "ImageComments", 0x0032_1032: "RequestingPhysician", 0x0032_1060: "RequestedProcedure",
        0x0038_0300: "PatientLocation", 0x0038_0500: "PatientState", 0x0040_0254: "PerformedProcedure",
        0x0040_A123: "PersonName", 0x0040_A730: "ContentSequence", 0x0040_A160: "TextValue",
    ]
}
