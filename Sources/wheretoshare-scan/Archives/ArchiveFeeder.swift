internal import CArchive
internal import Glibc

/// Hands the bytes of an archive to libarchive, for functions that C calls.
@safe
final class ArchiveFeeder {
    private enum Origin {
        case stream(ByteStream)
        case source(Source)
    }

    private let origin: Origin
    private var offset = 0
    /// What the library was handed last, which has to stay where it is until it asks again.
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: ByteStream.piece, alignment: 16)
    private var rest: ArraySlice<UInt8> = []
    /// Why no more bytes came.
    private(set) var obstacle: Obstacle?
    /// How many bytes were handed over so far.
    private(set) var consumed = 0
    /// How many bytes were handed over last.
    private var handed = 0

    init(_ stream: ByteStream) {
        origin = .stream(stream)
    }

    init(_ source: Source) {
        origin = .source(source)
    }

    deinit { unsafe buffer.deallocate() }

    var canSeek: Bool {
        if case .source = origin { true } else { false }
    }

    /// Fetches the next bytes: how many, 0 at the end, and less when there is an obstacle.
    @unsafe
    func feed(_ place: UnsafeMutablePointer<UnsafeRawPointer?>) -> Int {
        do throws(Obstacle) {
            if rest.isEmpty {
                switch origin {
                case .stream(let stream): rest = try stream.next()[...]
                case .source(let source): rest = try source.read(at: offset, unsafe buffer.count)[...]
                }
            }
        } catch {
            obstacle = error
            return Int(ARCHIVE_FATAL)
        }
        let piece = rest.prefix(unsafe buffer.count)
        rest = rest.dropFirst(piece.count)
        unsafe buffer.copyBytes(from: piece)
        unsafe place.pointee = unsafe UnsafeRawPointer(buffer.baseAddress)
        offset += piece.count
        consumed += piece.count
        if !piece.isEmpty { handed = piece.count }
        return piece.count
    }

    /// What comes behind a place in what was handed over, without the zeros that fill it up; nil when there is nothing.
    func rest(behind place: Int) throws(Obstacle) -> ByteStream? {
        guard case .stream(let stream) = origin, place <= consumed else { return nil }
        let last = unsafe [UInt8](buffer.prefix(handed))
        var piece = last.suffix(consumed - place) + rest
        rest = []
        while !piece.contains(where: { $0 != 0 }) {
            piece = try stream.next()[...]
            if piece.isEmpty { return nil }
        }
        return JoinedStream([ReadyStream(Array(piece)), stream])
    }

    /// Goes to a place; where that is, or less when there is none.
    func seek(_ distance: Int, from start: Int32) -> Int {
        guard case .source(let source) = origin else { return Int(ARCHIVE_FATAL) }
        let base = start == SEEK_SET ? 0 : start == SEEK_CUR ? offset : source.size
        let (place, overflow) = base.addingReportingOverflow(distance)
        guard !overflow, place >= 0, place <= source.size else { return Int(ARCHIVE_FATAL) }
        offset = place
        rest = []
        return place
    }
}

/// Fetches bytes for libarchive.
@c(wheretoshare_feed_archive)
func feedArchive(
    _: OpaquePointer?, _ feeder: UnsafeMutableRawPointer?, _ place: UnsafeMutablePointer<UnsafeRawPointer?>?
) -> Int {
    guard let feeder = unsafe feeder, let place = unsafe place else { return Int(ARCHIVE_FATAL) }
    return unsafe Unmanaged<ArchiveFeeder>.fromOpaque(feeder).takeUnretainedValue().feed(place)
}

/// Goes to a place for libarchive.
@c(wheretoshare_seek_archive)
func seekArchive(
    _: OpaquePointer?, _ feeder: UnsafeMutableRawPointer?, _ distance: Int64, _ start: Int32
) -> Int64 {
    guard let feeder = unsafe feeder else { return Int64(ARCHIVE_FATAL) }
    return Int64(
        unsafe Unmanaged<ArchiveFeeder>.fromOpaque(feeder).takeUnretainedValue().seek(Int(distance), from: start))
}
