internal import Glibc

/// Where this program keeps its own files, by the XDG Base Directory Specification.
public struct StateFolders: Hashable, Sendable {
    /// What must survive: history, recent decisions.
    public let state: HostPath

    /// What can be made again.
    public let cache: HostPath

    /// What a person configured.
    public let configuration: HostPath

    /// The name of the program's folder in each of the places.
    public static let folderName = "wheretoshare"

    /// The environment variables that are looked at.
    public static let variableNames = ["HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"]

    /// The folders that follow from the environment; nothing is created.
    ///
    /// An XDG variable that is empty or not an absolute path is ignored, as the specification asks.
    /// - Parameters:
    ///   - environment: The environment; only `variableNames` are looked at.
    ///   - accountHome: The home folder of the account, for when HOME is not an absolute path.
    /// - Throws: `StateFoldersError` when neither a variable nor a home folder gives a place.
    public init(environment: [String: String], accountHome: HostPath? = nil) throws(StateFoldersError) {
        let home = Self.absolute(environment["HOME"]) ?? accountHome.flatMap { $0.isAbsolute ? $0 : nil }

        func folder(_ variable: String, _ inHome: String) throws(StateFoldersError) -> HostPath {
            guard let base = Self.absolute(environment[variable]) ?? home?.appending(inHome) else {
                throw StateFoldersError(variable: variable)
            }
            return base.appending(Self.folderName)
        }

        state = try folder("XDG_STATE_HOME", ".local/state")
        cache = try folder("XDG_CACHE_HOME", ".cache")
        configuration = try folder("XDG_CONFIG_HOME", ".config")
    }

    /// The folders for this process; the user database is asked only when HOME does not say.
    ///
    /// A home that is not there is none: accounts of the system have such a one so that nothing is put there.
    public static func current() throws(StateFoldersError) -> StateFolders {
        var environment = ProcessEnvironment.variables(named: variableNames)
        if let home = absolute(environment["HOME"]) {
            if !isFolder(home) { environment["HOME"] = nil }
            return try StateFolders(environment: environment)
        }
        let home = (try? Account.current())?.home
        return try StateFolders(environment: environment, accountHome: home.flatMap { isFolder($0) ? $0 : nil })
    }

    private static func isFolder(_ path: HostPath) -> Bool {
        var facts = stat()
        return unsafe stat(path.text, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
    }

    private static func absolute(_ value: String?) -> HostPath? {
        guard let value, value.hasPrefix("/") else { return nil }
        return HostPath(value)
    }
}
