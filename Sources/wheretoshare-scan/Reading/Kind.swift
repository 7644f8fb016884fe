/// What a document is, by what is in it.
enum Kind: String {
    case empty
    case text
    case table
    case json
    case html
    case xml
    case rtf
    case sourceCode = "source-code"
    case card = "vcard"
    case calendar = "icalendar"
    case mail
    case mbox
    case zip
    case packed = "compressed"
    case archive
    case pdf
    case compound
    case packedCompound = "mso"
    case outlookMailbox = "pst"
    case jpeg
    case png
    case tiff
    case picture
    case metafile
    case dicom
    case edf
    case nifti
    case bam
    case cram
    case variants = "vcf"
    case torrent
    case messages = "gettext"
    case signed = "cms"
    case packets = "openpgp"
    case binary

    /// Whether the document has to be there as a whole before it can be read.
    var needsAll: Bool {
        switch self {
        case .zip, .archive, .pdf, .compound, .packedCompound, .outlookMailbox, .jpeg, .png, .tiff, .picture, .metafile,
            .dicom, .edf, .cram, .signed, .packets:
            true
        default: false
        }
    }

    /// How many bytes of the beginning are looked at.
    static let head = 64 << 10

    /// What begins with these bytes; the name decides between kinds of text alone.
    init(head: [UInt8], name: String) {
        let suffix = Self.suffix(of: name)
        if head.isEmpty {
            self = .empty
        } else if let found = Self.byMagic(head) {
            self = found
        } else if TextDecoder.isWide(head) {
            self = Self.ofText(TextDecoder.decode(whole: head), suffix)
        } else if Self.looksLikeText(head) {
            self = Self.ofText(head, suffix)
        } else {
            self = .binary
        }
    }

    static func suffix(of name: String) -> String {
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "" }
        return name[name.index(after: dot)...].lowercased()
    }

    private static func byMagic(_ head: [UInt8]) -> Kind? {
        func begins(_ bytes: [UInt8], at offset: Int = 0) -> Bool { head.dropFirst(offset).starts(with: bytes) }
        func begins(_ text: String, at offset: Int = 0) -> Bool { begins(Array(text.utf8), at: offset) }
        if begins("PK\u{3}\u{4}") || begins("PK\u{5}\u{6}") || begins("PK\u{7}\u{8}") { return .zip }
        if begins([0x1F, 0x8B]) || begins("BZh") || begins([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]) { return .packed }
        if begins([0x28, 0xB5, 0x2F, 0xFD]) || begins([0x04, 0x22, 0x4D, 0x18]) || begins([0x1F, 0x9D]) {
            return .packed
        }
        if begins([0x5D, 0, 0]) && head.count > 13 && head[5..<13].allSatisfy({ $0 == 0xFF }) { return .packed }
        if begins("ustar", at: 257) || TapeFields.isTape(head) { return .packed }
        if begins([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) || begins("Rar!\u{1A}\u{7}") || begins("MSCF\0\0\0\0") {
            return .archive
        }
        if begins("CD001", at: 0x8001) || begins("!<arch>\n") { return .archive }
        if isPortable(head) { return .pdf }
        if begins([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { return .compound }
        if begins("ActiveMime\0") { return .packedCompound }
        if begins("!BDN") { return .outlookMailbox }
        if begins([0xFF, 0xD8, 0xFF]) { return .jpeg }
        if begins([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        // What stands before its mark may be the head of a picture.
        if begins("DICM", at: 128), head.dropFirst(132).prefix(2).contains(0) { return .dicom }
        if begins([0x49, 0x49, 0x2A, 0]) || begins([0x4D, 0x4D, 0, 0x2A]) { return .tiff }
        if begins([0x49, 0x49, 0x2B, 0]) || begins([0x4D, 0x4D, 0, 0x2B]) { return .tiff }
        if begins("RIFF") && begins("WEBP", at: 8) || begins("BM") && isBitmap(head) { return .picture }
        if begins("GIF87a") || begins("GIF89a"), !head.dropFirst(6).prefix(7).allSatisfy(isPlain) { return .picture }
        if begins([1, 0, 0, 0]) && begins(" EMF", at: 40) || begins([0xD7, 0xCD, 0xC6, 0x9A]) { return .metafile }
        if begins([1, 0, 9, 0, 0, 3]) || begins([1, 0, 9, 0, 0, 1]) { return .metafile }
        if begins("P5\n") || begins("P6\n") || begins("P4\n"), head.count > 3, (0x23...0x39).contains(head[3]) {
            return .picture
        }
        if begins("ftypheic", at: 4) || begins("ftypavif", at: 4) || begins("ftypmif1", at: 4) { return .picture }
        if begins("0       ") && isRecording(head) || begins([0xFF] + Array("BIOSEMI".utf8)) { return .edf }
        if begins("n+1\0", at: 344) || begins("ni1\0", at: 344) { return .nifti }
        if begins("n+2\0", at: 4) || begins("ni2\0", at: 4) { return .nifti }
        if begins("BAM\u{1}") { return .bam }
        if begins("CRAM"), head.count > 4, head[4] < 0x20 { return .cram }
        if begins("##fileformat=VCF") || begins("@HD\t") || begins("@SQ\t") { return .variants }
        if begins("{\\rtf") { return .rtf }
        if BencodedText.begins(head) { return .torrent }
        if MessageCatalogue.begins(head) { return .messages }
        if SignedContent.begins(head) { return .signed }
        if PacketMessage.begins(head) { return .packets }
        return nil
    }

    /// A bitmap's header says its own size, which English words do not.
    private static func isBitmap(_ head: [UInt8]) -> Bool { head.count > 18 && head[6..<10].allSatisfy { $0 == 0 } }

    /// PDF's mark may stand behind up to a kilobyte of something else, but there no text that only speaks of it is one: the
    /// mark has a line of its own, and objects or other bytes than those of text follow (ISO 32000-1 annex H, 3.4.1).
    private static func isPortable(_ head: [UInt8]) -> Bool {
        guard let mark = head.place(of: Array("%PDF-".utf8), from: 0), mark <= 1024 else { return false }
        guard mark > 0 else { return true }
        let line = head[(mark + 5)...].prefix { $0 != 0x0A && $0 != 0x0D }
        let follows = head[(mark + 5 + line.count)...].prefix(1024)
        return !isPlain(head[mark - 1]) && line.count <= 4
            && (follows.prefix(16).contains { $0 >= 0x80 }
                || Array(follows).place(of: Array(" obj".utf8), from: 0) != nil)
    }

    /// EDF's first 256 bytes are text, with the size of the head and the number of signals among it (edfplus.info).
    private static func isRecording(_ head: [UInt8]) -> Bool {
        func isNumber(_ field: ArraySlice<UInt8>) -> Bool {
            let digits = field.prefix { (0x30...0x39).contains($0) }
            return !digits.isEmpty && field.dropFirst(digits.count).allSatisfy { $0 == 0x20 }
        }
        return head.count >= 256 && head[0..<256].allSatisfy(isPlain) && isNumber(head[184..<192])
            && isNumber(head[252..<256])
    }

    private static func isPlain(_ byte: UInt8) -> Bool { (0x20...0x7E).contains(byte) }

    private static func looksLikeText(_ head: [UInt8]) -> Bool {
        var odd = 0
        for byte in head where byte < 0x20 && !(0x07...0x0D).contains(byte) && byte != 0x1B { odd += byte == 0 ? 8 : 1 }
        var high = 0
        for byte in head where byte >= 0x80 { high += 1 }
        // Old western text has a few high bytes among the plain ones; what has many is UTF-8 or no text.
        return odd * 200 <= head.count
            && (high * 3 <= head.count
                || firstInvalid(in: Array(head.dropLast(incompleteTail(of: head))), from: 0) == nil)
    }
}
