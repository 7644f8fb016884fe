internal import ProcessLimits

/// Who takes a letter away: the sendmail of this machine, or a server of the site.
public struct MailCarrier: Hashable, Sendable {
    /// How it is reached.
    public enum Way: Hashable, Sendable {
        /// A program that is called as sendmail is (`-i -f SENDER -- RECIPIENT…`), by its path.
        case sendmail(path: String)
        /// A server that speaks SMTP (RFC 5321), through curl.
        case server(MailServer)
    }

    /// How it is reached.
    public var way: Way
    /// What the program finds as `$HOME`, for settings of its own; nil for nothing.
    public var home: String?

    /// Puts the parts together.
    public init(_ way: Way, home: String? = nil) {
        self.way = way
        self.home = home
    }

    /// Hands a letter over.
    /// - Parameters:
    ///   - message: The letter.
    ///   - deadline: When to give up.
    /// - Throws: Why it was not taken; then nobody got it, unless a server answered too late.
    public func carry(
        _ message: MailMessage, until deadline: ContinuousClock.Instant = .now + .seconds(60)
    ) async throws(MailProblem) {
        switch way {
        case .sendmail(let path):
            let arguments = ["-i", "-f", message.from.text, "--"] + message.to.map(\.text)
            // Its input has the line ends of this machine.
            let text = message.bytes.filter { $0 != 0x0D }
            let ending = try await run(.at(path: path), arguments, text, until: deadline, named: "'\(path)'")
            guard ending.status == 0 else {
                throw MailProblem(
                    why: "'\(path)' \(Self.end(of: ending))",
                    next: "send a letter by hand (\(path) \(message.to[0]) < FILE), and mend its settings")
            }
        case .server(let server):
            try await carry(message, to: server, until: deadline)
        }
    }

    private func carry(
        _ message: MailMessage, to server: MailServer, until deadline: ContinuousClock.Instant
    ) async throws(MailProblem) {
        let time = max(1, (deadline - .now) / .seconds(1) - 0.5)
        var arguments = [
            // The settings of whoever runs this are not read.
            "--disable", "--silent", "--show-error", "--max-time", "\(time)", "--noproxy", "*", "--url", server.url,
            "--mail-from", message.from.text,
        ]
        for address in message.to { arguments += ["--mail-rcpt", address.text] }
        switch server.protection {
        case .none: break
        case .required: arguments.append("--ssl-reqd")
        }
        if let authorities = server.authorities { arguments += ["--cacert", authorities] }
        if let signIn = server.signIn {
            // Everybody on this machine can read arguments, so that the password comes through the input, and the
            // letter lies in a file.
            let letter = try TemporaryLetter(message.bytes)
            defer { letter.remove() }
            arguments += ["--upload-file", letter.path, "--config", "-"]
            return try await curl(arguments, signIn.setting, until: deadline, server)
        }
        try await curl(arguments + ["--upload-file", "-"], message.bytes, until: deadline, server)
    }

    private func curl(
        _ arguments: [String], _ input: [UInt8], until deadline: ContinuousClock.Instant, _ server: MailServer
    ) async throws(MailProblem) {
        let ending = try await run(.named("curl"), arguments, input, until: deadline, named: "curl (package curl)")
        switch ending.status {
        case 0: return
        case 67:
            throw MailProblem(
                why: "the mail server \(server.name) refused the account",
                next: "correct the name or the password in its file")
        case let status:
            throw MailProblem(
                why: "the mail server \(server.name) did not take it: \(Self.end(of: ending))",
                next: status == 7 || status == 6
                    ? "see whether the name and the port are right, and whether a firewall is in between"
                    : "see what the server says in its log, or name another one")
        }
    }

    private func run(
        _ program: SystemCommand.Program, _ arguments: [String], _ input: [UInt8],
        until deadline: ContinuousClock.Instant, named name: String
    ) async throws(MailProblem) -> SystemCommand.Ending {
        do {
            return try await SystemCommand(program, home: home).run(arguments, input: input, until: deadline)
        } catch {
            switch error {
            case .missing:
                throw MailProblem(
                    why: "\(name) is not there, or may not be run", next: "install it, or name another one")
            case .deadline:
                throw MailProblem(why: "\(name) did not end in time", next: "see whether its server answers")
            case .notRun(let reason):
                throw MailProblem(why: "\(name) could not be run: \(reason)", next: "see whether it may be run")
            }
        }
    }

    private static func end(of ending: SystemCommand.Ending) -> String {
        let said = ending.messages.split(whereSeparator: \.isNewline).last.map { ": \($0)" } ?? ""
        return (ending.status.map { "ended with status \($0)" } ?? "was ended by a signal") + said
    }
}

/// Why a letter was not taken.
public struct MailProblem: Error, Hashable, Sendable {
    /// Why.
    public var why: String
    /// What to do next.
    public var next: String
}
