internal import Glibc
internal import HostFacts

/// The programs that this one starts.
enum SiblingProgram {
    /// The path of one: beside this program, or where installations keep programs that nobody starts by hand.
    /// - Parameters:
    ///   - name: What it is called.
    ///   - task: What it does, for whoever reads that it is not there.
    /// - Returns: The path.
    /// - Throws: A problem when it is in none of the places.
    static func path(of name: String, which task: String) throws(CommandProblem) -> String {
        let folder = World.programFolder
        let candidates = folder.map { folder in
            [
                HostPath(folder).appending(name).text,
                HostPath(folder).parent.appending("libexec/wheretoshare/\(name)").text,
            ]
        }
        if let path = candidates?.first(where: { unsafe access($0, X_OK) == 0 }) { return path }
        throw CommandProblem(
            what: "'\(name)' is not there, which \(task)",
            why: "it is in none of these places: \((candidates ?? []).joined(separator: ", "))",
            next: "install or build all of wheretoshare: make build", status: .unknown)
    }
}
