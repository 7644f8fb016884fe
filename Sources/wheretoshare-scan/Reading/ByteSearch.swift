internal import Glibc

extension [UInt8] {
    /// Where other bytes stand first among these, from a place on; nil when they do not.
    func place(of other: [UInt8], from start: Int) -> Int? {
        guard let first = other.first, start >= 0 else { return nil }
        return unsafe withUnsafeBytes { all -> Int? in
            guard let base = all.baseAddress else { return nil }
            var at = start
            while at + other.count <= all.count {
                let left = all.count - other.count - at + 1
                guard let found = unsafe memchr(base + at, Int32(first), left) else { return nil }
                at = unsafe UnsafeRawPointer(found) - base
                if unsafe memcmp(found, other, other.count) == 0 { return at }
                at += 1
            }
            return nil
        }
    }
}
