/// Something that can be broken in the lab, and put right again.
public struct Fault: Sendable {
    /// What it is called on the command line: the cause's id, perhaps with the way it came about.
    public let name: String
    /// The id of the cause that a diagnosis should come to; nil where none has been given a name.
    public let cause: String?
    /// The host that it is seen at.
    public let server: LabHost
    /// What is done, in a few words.
    public let summary: String

    private let changes: [Change]

    init(_ name: String, cause: String?, at server: LabHost, _ summary: String, _ changes: Change...) {
        self.name = name
        self.cause = cause
        self.server = server
        self.summary = summary
        self.changes = changes
    }

    var apply: String { changes.map(\.apply).joined(separator: "\n") }
    var undo: String { changes.reversed().map(\.undo).joined(separator: "\n") }

    /// Every kind of fault, injected into `nas02`, or into the host that it needs.
    public static var all: [Fault] { nameFaults + networkFaults + serverFaults + protocolFaults + shareFaults }

    /// The fault with a name; nil when there is none.
    public static func named(_ name: String) -> Fault? {
        all.first { $0.name == name }
    }
}
