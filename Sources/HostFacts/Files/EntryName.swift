import Glibc

/// The name of one folder entry, in a buffer that is used again for the next.
struct EntryName {
    /// The bytes of the name and the terminating NUL.
    private var terminated: [UInt8] = [0]

    /// The bytes of the name.
    var bytes: ArraySlice<UInt8> { terminated.dropLast() }

    /// Whether the entry is the folder itself or its parent.
    var isDotOrDotDot: Bool { terminated == [0x2E, 0] || terminated == [0x2E, 0x2E, 0] }

    /// Replaces the name by the C string at `start`.
    ///
    /// The length is counted, not taken from `dirent`'s 256 bytes: some file systems have longer names.
    @unsafe
    mutating func copy(from start: UnsafePointer<CChar>) {
        let length = unsafe strlen(start) + 1
        terminated.removeAll(keepingCapacity: true)
        unsafe terminated.append(contentsOf: UnsafeRawBufferPointer(start: start, count: length))
    }

    /// Hands the name as a C string to a call that answers -1 when it cannot do its work, and returns its answer.
    @unsafe
    @discardableResult
    func systemCall(_ call: (UnsafePointer<CChar>) -> CInt) throws(ErrorNumber) -> CInt {
        let answer = unsafe terminated.withUnsafeBytes { buffer -> CInt in
            guard let start = unsafe buffer.assumingMemoryBound(to: CChar.self).baseAddress else { return -1 }
            return unsafe call(start)
        }
        guard answer != -1 else { throw .last }
        return answer
    }
}
