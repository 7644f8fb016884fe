import Glibc

/// Why a test could not do its work, in words for whoever reads the test's output.
public struct TestKitError: Error, CustomStringConvertible {
    /// The whole message.
    public let description: String

    /// An error with its message.
    public init(_ description: String) {
        self.description = description
    }
}

/// What the last system call says of itself, such as "Permission denied".
func errorText(_ number: Int32 = errno) -> String {
    guard let text = unsafe strerror(number) else { return "error \(number)" }
    return unsafe String(cString: text)
}

/// The value of an environment variable of this process; nil when it is not set or empty.
public func environmentValue(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
}

/// The absolute path of something that exists, without symbolic links.
func realPath(_ path: String) throws -> String {
    guard let resolved = unsafe realpath(path, nil) else {
        throw TestKitError("'\(path)' cannot be resolved: \(errorText())")
    }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
}
