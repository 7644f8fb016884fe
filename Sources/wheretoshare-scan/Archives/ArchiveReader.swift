internal import CArchive
internal import Glibc
internal import ScanWire

/// Takes the members out of an archive, or the content out of what is compressed, through libarchive.
///
/// Only formats and filters that are part of the library are used: the others would start programs.
@safe
final class ArchiveReader {
    /// A member, whose content is the next that is read.
    struct Member {
        let name: String
        /// What a link leads to.
        let target: String?
        let isFile: Bool
        let isEncrypted: Bool
    }

    private let archive: OpaquePointer
    private let feeder: ArchiveFeeder
    /// How many bytes came out so far.
    private(set) var unpacked: UInt64 = 0

    /// Opens a tape archive.
    convenience init(tape stream: ByteStream) throws(Obstacle) {
        try unsafe self.init(ArchiveFeeder(stream), filter: nil) { archive in
            unsafe archive_read_support_format_tar(archive)
            unsafe archive_read_support_format_cpio(archive)
            unsafe archive_read_support_format_raw(archive)
            unsafe archive_read_support_format_empty(archive)
            // What stands behind an archive's end is read, too.
            unsafe archive_read_set_format_option(archive, "tar", "read_concatenated_archives", "1")
        }
    }

    /// Opens one content that is compressed, whatever it is.
    convenience init(unpacking stream: ByteStream, filter: Filter?) throws(Obstacle) {
        try unsafe self.init(ArchiveFeeder(stream), filter: filter) { archive in
            unsafe archive_read_support_format_raw(archive)
            unsafe archive_read_support_format_empty(archive)
        }
    }

    /// Opens what can be read in any order.
    convenience init(source: Source) throws(Obstacle) {
        try unsafe self.init(ArchiveFeeder(source), filter: nil) { archive in
            unsafe archive_read_support_format_zip(archive)
            unsafe archive_read_support_format_7zip(archive)
            unsafe archive_read_support_format_rar(archive)
            unsafe archive_read_support_format_rar5(archive)
            unsafe archive_read_support_format_cab(archive)
            unsafe archive_read_support_format_iso9660(archive)
            unsafe archive_read_support_format_ar(archive)
        }
    }

    /// What a content is compressed with.
    enum Filter {
        case gzip, bzip2, xz, lzma, zstd, lz4, compress

        /// What a content is compressed with that begins with these bytes; nil when it is none of them.
        ///
        /// The library is not asked, as it may take what comes out for something compressed, too.
        init?(head: [UInt8]) {
            let first = head.first ?? 0
            switch head.prefix(4).reduce(0, { $0 << 8 | UInt32($1) }) {
            case 0x1F8B_0000...0x1F8B_FFFF: self = .gzip
            case 0x1F9D_0000...0x1F9D_FFFF: self = .compress
            case 0x425A_6800...0x425A_68FF: self = .bzip2
            case 0xFD37_7A58: self = .xz
            case 0x28B5_2FFD: self = .zstd
            case 0x0422_4D18: self = .lz4
            case _ where first == 0x5D: self = .lzma
            default: return nil
            }
        }
    }

    private init(
        _ feeder: ArchiveFeeder, filter: Filter?, _ choose: (OpaquePointer) -> Void
    ) throws(Obstacle) {
        guard let archive = unsafe archive_read_new() else { throw Obstacle(.memory) }
        unsafe self.archive = archive
        self.feeder = feeder
        unsafe choose(archive)
        switch filter {
        case .gzip: unsafe archive_read_support_filter_gzip(archive)
        case .bzip2: unsafe archive_read_support_filter_bzip2(archive)
        case .xz: unsafe archive_read_support_filter_xz(archive)
        case .lzma: unsafe archive_read_support_filter_lzma(archive)
        case .zstd: unsafe archive_read_support_filter_zstd(archive)
        case .lz4: unsafe archive_read_support_filter_lz4(archive)
        case .compress: unsafe archive_read_support_filter_compress(archive)
        case nil: break
        }
        unsafe archive_read_set_read_callback(archive, feedArchive)
        if feeder.canSeek { unsafe archive_read_set_seek_callback(archive, seekArchive) }
        unsafe archive_read_set_callback_data(archive, Unmanaged.passUnretained(feeder).toOpaque())
        guard unsafe archive_read_open1(archive) == ARCHIVE_OK else { throw problem() }
    }

    deinit { unsafe archive_read_free(archive) }

    /// Whether this is no archive but one content that is compressed.
    var isSingle: Bool { unsafe archive_format(archive) == ARCHIVE_FORMAT_RAW }

    /// Whether this is neither an archive nor compressed.
    var isNone: Bool { unsafe isSingle && archive_filter_code(archive, 0) == ARCHIVE_FILTER_NONE }

    /// How many bytes of the archive were read so far.
    var consumed: Int { feeder.consumed }

    /// Goes on to the next member; nil at the end.
    func next() throws(Obstacle) -> Member? {
        var entry: OpaquePointer?
        switch unsafe archive_read_next_header(archive, &entry) {
        case ARCHIVE_OK, ARCHIVE_WARN: break
        case ARCHIVE_EOF: return nil
        default: throw problem()
        }
        guard let entry = unsafe entry else { throw .damaged }
        let isEncrypted = unsafe archive_entry_is_encrypted(entry) != 0
        let link = unsafe archive_entry_hardlink(entry)
        let isLink = unsafe link != nil
        let target = unsafe link ?? archive_entry_symlink(entry)
        // Archives of `ar` do not say what a member is.
        let isFile = unsafe [S_IFREG, 0].contains(mode_t(archive_entry_filetype(entry))) && !isLink
        return Member(
            name: unsafe name(of: entry), target: unsafe target.map { unsafe String(cString: $0) }, isFile: isFile,
            isEncrypted: isEncrypted)
    }

    /// The next bytes of the member's content; none at its end.
    func content() throws(Obstacle) -> [UInt8] {
        var count = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: ByteStream.piece) { buffer, filled in
            count = unsafe archive_read_data(archive, buffer.baseAddress, buffer.count)
            filled = max(0, count)
        }
        guard count >= 0 else { throw problem() }
        unpacked += UInt64(count)
        return bytes
    }

    /// What stands behind the end of what came piece by piece; nil when there is nothing but zeros.
    func rest() throws(Obstacle) -> ByteStream? {
        try feeder.rest(behind: Int(unsafe archive_filter_bytes(archive, -1)))
    }

    @unsafe
    private func name(of entry: OpaquePointer) -> String {
        if let text = unsafe archive_entry_pathname_utf8(entry) { return unsafe String(cString: text) }
        guard let text = unsafe archive_entry_pathname(entry) else { return "?" }
        let bytes = unsafe Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
        return String(decoding: TextDecoder.decode(whole: bytes), as: UTF8.self)
    }

    /// Why the library stopped.
    private func problem() -> Obstacle {
        if let obstacle = feeder.obstacle { return obstacle }
        guard let text = unsafe archive_error_string(archive) else { return .damaged }
        let words = unsafe String(cString: text).lowercased()
        if words.contains("passphrase") || words.contains("encrypt") || words.contains("password") {
            return Obstacle(.encrypted)
        }
        if words.contains("memory") { return Obstacle(.memory) }
        // The number by which 7z names a way to compress.
        if words.hasSuffix("codec id: 40109") { return Obstacle(.unknownFormat, "Deflate64") }
        if words.contains("codec id") { return Obstacle(.unknownFormat, "a way to compress") }
        if words.contains("unsupported") || words.contains("not supported") { return Obstacle(.unknownFormat) }
        return .damaged
    }
}

/// The content of a member that is read now.
final class MemberStream: ByteStream {
    private let reader: ArchiveReader
    private let desk: Desk
    /// How large the whole archive is; nil when that is not known before its end.
    private let archiveSize: Int?
    /// Whether what comes out was counted before.
    private let isCounted: Bool

    init(_ reader: ArchiveReader, desk: Desk, archiveSize: Int?, isCounted: Bool = false) {
        self.reader = reader
        self.desk = desk
        self.archiveSize = archiveSize
        self.isCounted = isCounted
    }

    override func next() throws(Obstacle) -> [UInt8] {
        let bytes = try reader.content()
        try desk.count(
            unpacked: isCounted ? 0 : bytes.count, ofArchive: archiveSize ?? reader.consumed, soFar: reader.unpacked)
        return bytes
    }
}
