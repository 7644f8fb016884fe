import Glibc

/// Why a cached file cannot be used or written.
struct CacheObstacle: Error, Hashable, CustomStringConvertible {
    /// What cannot be done, and why.
    let description: String

    /// An obstacle in words.
    init(_ description: String) {
        self.description = description
    }

    /// The obstacle that the last system call named in `errno`; to be called at once after it.
    static func system(_ what: String) -> CacheObstacle {
        let number = errno
        guard let text = unsafe strerror(number) else { return CacheObstacle("\(what): error \(number)") }
        return CacheObstacle("\(what): \(unsafe String(cString: text))")
    }
}
