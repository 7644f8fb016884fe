/// Somebody else on the campus who is connected to a share while a test looks at it.
public struct Colleague: Sendable {
    fileprivate let lab: LabNetwork

    /// What the server last answered, which it is asked ten times a second; nil when it has been silent for a second.
    ///
    /// A word or a status: "alive", or a line such as "c00000c9 The network name was deleted.".
    public func lastAnswer() async throws -> String? {
        let log = "/run/lab/hosts/\(LabHost.desk.rawValue)/session.log"
        let answer = try await lab.on(
            .desk, "[ -n \"$(find \(log) -newermt '-1 second')\" ] && tail -n 1 \(log) || true")
        return answer.isEmpty ? nil : answer.split(separator: "\n").last.map(String.init)
    }
}

extension LabNetwork {
    /// Runs a body while a colleague, alice on the host `desk`, is connected to a share; there is one such colleague.
    /// - Parameters:
    ///   - server: The file server.
    ///   - share: The share.
    ///   - file: A file that the colleague has open, so that nobody else may open it.
    ///   - body: What is done meanwhile.
    /// - Returns: What the body answers.
    /// - Throws: What the body throws; ``LabError`` when the colleague does not get in.
    public func withColleague<Result>(
        at server: LabHost, share: LabShare = .publicShare, file: String = "",
        _ body: (Colleague) async throws -> Result
    ) async throws -> Result {
        let fault = Fault(
            "colleague", cause: nil, at: server, "somebody uses it", .session(with: server, share: share, file: file))
        return try await with(fault) { try await body(Colleague(lab: self)) }
    }
}
