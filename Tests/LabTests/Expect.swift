import Lab
import Testing

/// Expects a client to see this.
func expect(
    _ look: Look, _ expected: String, from client: LabHost = .campus, in lab: LabNetwork,
    patience: Duration = .seconds(2), sourceLocation: SourceLocation = #_sourceLocation
) async throws {
    let seen = try await look.seen(from: client, in: lab, patience: patience)
    #expect(seen == expected, "\(look)", sourceLocation: sourceLocation)
}

/// Expects the server to answer a colleague so, or, when nil, not to answer for a second; it has ten seconds to.
func expect(
    _ colleague: Colleague, answers beginning: String?, sourceLocation: SourceLocation = #_sourceLocation
) async throws {
    let clock = ContinuousClock()
    let end = clock.now + .seconds(10)
    var last: String?
    while clock.now < end {
        last = try await colleague.lastAnswer()
        if let beginning, let last, last.hasPrefix(beginning) { return }
        if beginning == nil, last == nil { return }
    }
    Issue.record(
        "the colleague's last answer is '\(last ?? "")' and not '\(beginning ?? "")'", sourceLocation: sourceLocation)
}
