internal import Glibc
public import StorageModel

/// Reads how this computer's clock stands.
public enum ClockReader {
    /// Asks the kernel; changes nothing.
    public static func read() -> ClockSituation {
        ClockSituation(
            now: now, discipline: discipline(), bootID: bootID(in: HostPath("/proc/sys/kernel/random/boot_id")))
    }

    /// The time, in seconds since 1970.
    static var now: Int64 {
        var time = timespec()
        _ = unsafe clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec)
    }

    /// What adjtimex(2) says.
    private static func discipline() -> HostReading<ClockSituation.Discipline> {
        // The call is an extension of GNU's, and Swift's Glibc module leaves those out.
        typealias Adjust = @convention(c) (UnsafeMutableRawPointer) -> CInt
        guard let symbol = unsafe dlsym(nil, "adjtimex") else { return .unknown(.missing("adjtimex")) }
        let adjust = unsafe unsafeBitCast(symbol, to: Adjust.self)
        // `struct timex` with more room than it takes: modes, of which none means that nothing is changed, then longs.
        var words = [Int](repeating: 0, count: 64)
        let (result, status) = unsafe words.withUnsafeMutableBytes { bytes -> (CInt, Int32) in
            guard let start = bytes.baseAddress else { return (-1, 0) }
            let result = unsafe adjust(start)
            return unsafe (result, bytes.load(fromByteOffset: 5 * MemoryLayout<Int>.size, as: Int32.self))
        }
        guard result >= 0 else { return .unknown(HostReadingObstacle(.last)) }
        return .known(discipline(status: status, greatestError: Int64(words[3])))
    }

    /// Reads the status (`STA_UNSYNC` is 0x40) and the greatest error.
    static func discipline(status: Int32, greatestError: Int64) -> ClockSituation.Discipline {
        ClockSituation.Discipline(
            isSynchronised: status & 0x0040 == 0, greatestErrorMicroseconds: max(0, greatestError))
    }

    static func bootID(in file: HostPath) -> HostReading<GUID> {
        do {
            let text = try BoundedFile.read(file, limit: 256)
            guard let id = GUID(String(decoding: text, as: UTF8.self).split(separator: "\n").first ?? "") else {
                return .unknown(.notUnderstood(file.description))
            }
            return .known(id)
        } catch {
            return .unknown(HostReadingObstacle(error, file: file.description))
        }
    }
}
