internal import ArgumentParser

/// The systems for which there is a script.
enum ScriptSystem: String, CaseIterable, ExpressibleByArgument {
    /// Windows PowerShell 5.1 and newer.
    case windows
    /// The shell of macOS.
    case macos
}
