/// Faults of the server as a whole.
extension Fault {
    static var serverFaults: [Fault] {
        [stopped(), connectionLimit(), hung()] + Stranger.allCases.map { strange($0) }
            + Stage.allCases.flatMap { [hanging(after: $0), resetting(after: $0)] }
    }

    /// No file server runs on the host.
    public static func stopped(_ server: LabHost = .nas02) -> Fault {
        Fault("tcp-refused-stopped", cause: "tcp-refused", at: server, "smbd is stopped", .stopped(server))
    }

    /// The server takes one connection, and a colleague has it.
    public static func connectionLimit(_ server: LabHost = .nas02) -> Fault {
        Fault(
            "server-connection-limit", cause: "server-connection-limit", at: server, "all its connections are taken",
            // Two of its own processes are counted, too.
            .settings(server, "[global]", "max smbd processes = 3"),
            .session(with: server, share: .publicShare))
    }

    /// The kernel accepts connections, and nobody takes them up.
    public static func hung(_ server: LabHost = .nas02) -> Fault {
        Fault(
            "server-hung", cause: "server-hung", at: server, "smbd is stopped in its tracks",
            Change(
                apply: "signal_server STOP \(server.rawValue)", undo: "signal_server CONT \(server.rawValue)"))
    }

    /// The processes that serve existing connections do not go on; new connections are served.
    ///
    /// Somebody has to be connected when it is injected.
    public static func sessionHung(_ server: LabHost = .nas02) -> Fault {
        Fault(
            "session-hung", cause: "session-hung", at: server, "existing sessions are stopped in their tracks",
            Change(
                apply: "signal_sessions STOP \(server.rawValue)",
                undo: "signal_sessions CONT \(server.rawValue) 2>/dev/null || true"))
    }

    /// What may answer on the port instead of a file server; the names are modes of `fault-server.py`.
    public enum Stranger: String, Sendable, CaseIterable {
        case banner, http, garbage, silent, close, reset

        var cause: String {
            switch self {
            case .banner, .http, .garbage: "not-smb"
            case .silent: "server-hung"
            case .close, .reset: "server-connection-limit"
            }
        }
    }

    /// Something else than a file server answers.
    public static func strange(_ stranger: Stranger, _ server: LabHost = .nas02) -> Fault {
        Fault(
            "stranger-\(stranger.rawValue)", cause: stranger.cause, at: server,
            "port 445 is answered by something of the kind '\(stranger.rawValue)'",
            .otherServer(server, stranger.rawValue))
    }

    /// A stage of a conversation with a file server.
    public enum Stage: String, Sendable, CaseIterable {
        case negotiate
        case signIn = "sign-in"
        case treeConnect = "tree-connect"
    }

    /// Conversations stop after a stage.
    public static func hanging(after stage: Stage, _ server: LabHost = .nas02) -> Fault {
        Fault(
            "hang-after-\(stage.rawValue)", cause: "server-hung", at: server, "it is silent after \(stage.rawValue)",
            .otherServer(server, "hang-\(stage.rawValue)"))
    }

    /// Connections are reset after a stage.
    public static func resetting(after stage: Stage, _ server: LabHost = .nas02) -> Fault {
        Fault(
            "reset-after-\(stage.rawValue)", cause: nil, at: server, "connections are reset after \(stage.rawValue)",
            .otherServer(server, "reset-\(stage.rawValue)"))
    }
}
