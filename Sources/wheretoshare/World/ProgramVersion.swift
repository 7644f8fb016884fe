internal import Glibc

/// The version of the program.
enum ProgramVersion {
    /// The released version (Semantic Versioning 2.0.0).
    static let release = "0.1.0"

    /// Names this very build, so that nothing that another build checked is taken for checked.
    static var build: String {
        var facts = stat()
        guard unsafe stat("/proc/self/exe", &facts) == 0 else { return release }
        return "\(release)+\(facts.st_size).\(facts.st_mtim.tv_sec).\(facts.st_mtim.tv_nsec)"
    }
}
