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

    /// Every kind of fault but those of the lab's parts, injected into `nas02`, or into the host that it needs.
    public static var all: [Fault] { nameFaults + networkFaults + serverFaults + protocolFaults + shareFaults }

    /// Every kind of fault of a part of the lab.
    public static func all(of part: LabPart) -> [Fault] {
        switch part {
        case .directory: directoryFaults
        case .gateways: gatewayFaults
        }
    }

    /// The fault with a name, of the lab or one of its parts; nil when there is none.
    public static func named(_ name: String) -> Fault? {
        (all + LabPart.allCases.flatMap(all)).first { $0.name == name }
    }

    /// The part of the lab that it needs; nil when it needs none.
    public var part: LabPart? {
        LabPart.allCases.first { part in Fault.all(of: part).contains { $0.name == name } }
    }
}
