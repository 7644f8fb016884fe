import Glibc

/// The environment variables this program was started with.
public enum ProcessEnvironment {
    /// The variables among `names` that are set, with their values; bytes that are not UTF-8 are replaced.
    ///
    /// Variables are asked for by name because the C library's list of all of them may not be read while another thread
    /// changes it.
    public static func variables(named names: some Sequence<String>) -> [String: String] {
        var variables: [String: String] = [:]
        for name in names {
            guard let value = unsafe getenv(name) else { continue }
            variables[name] = unsafe String(cString: value)
        }
        return variables
    }
}
