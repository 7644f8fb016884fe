internal import ArgumentParser
internal import HostFacts
internal import Mailing
internal import Probing
internal import StorageModel

/// Whom a report goes to, and how.
struct MailOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp("Send it there when there is something to tell; repeatable.", valueName: "address"))
    var mailTo: [String] = []

    @Option(name: .long, help: ArgumentHelp("The sender of the letter.", valueName: "address"))
    var mailFrom: String?

    @Flag(name: .long, help: "Send it even when there is nothing to tell.")
    var always = false

    @Option(name: .long, help: ArgumentHelp("The address of the page, to be named in the letter.", valueName: "url"))
    var link: String?

    @Option(
        name: .long,
        help: ArgumentHelp("The program that takes the letter.", valueName: "file"), completion: .file())
    var sendmail: String?

    @Option(
        name: .long,
        help: ArgumentHelp("The mail server that takes it, in place of sendmail.", valueName: "host[:port]"))
    var smtp: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Sign in at the mail server with this file: username= and password=.", valueName: "file"),
        completion: .file())
    var smtpCredentials: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Whether the connection to it has to be encrypted: required or none; default: required, but none for this machine."
        ))
    var smtpTLS: MailServer.Protection?

    @Option(
        name: .customLong("smtp-ca"),
        help: ArgumentHelp(
            "The authorities that its certificate may be of, instead of the system's.", valueName: "file"),
        completion: .file())
    var smtpAuthorities: String?

    func validate() throws {
        guard !mailTo.isEmpty else {
            let others: [(String, Bool)] = [
                ("--mail-from", mailFrom != nil), ("--always", always), ("--link", link != nil),
                ("--sendmail", sendmail != nil), ("--smtp", smtp != nil),
            ]
            if let name = others.first(where: \.1)?.0 {
                throw ValidationError("\(name) goes together with --mail-to.")
            }
            return
        }
        guard mailFrom != nil else {
            throw ValidationError("--mail-to needs --mail-from, which says who sends the letter.")
        }
        if sendmail != nil, smtp != nil { throw ValidationError("--sendmail and --smtp exclude each other.") }
        if smtp == nil, smtpCredentials != nil || smtpTLS != nil || smtpAuthorities != nil {
            throw ValidationError("--smtp-credentials, --smtp-tls and --smtp-ca go together with --smtp.")
        }
        if smtpCredentials != nil, smtpTLS == MailServer.Protection.none {
            throw ValidationError("--smtp-credentials is only sent over an encrypted connection.")
        }
        if let link, !(link.hasPrefix("https://") || link.hasPrefix("http://")) || link != link.shownOnOneLine {
            throw ValidationError("--link takes an address that begins with https:// or http://.")
        }
    }

    /// A letter that is to be written, and who takes it.
    struct Letter {
        let to: [MailAddress]
        let from: MailAddress
        let carrier: MailCarrier

        /// What it is remembered by what these readers were told.
        func reader(owner: [Owner], vantage: String?) -> String {
            let parts = to.map(\.text).sorted() + owner.map { "owner \($0.rawValue)" }.sorted()
            return (parts + (vantage.map { ["vantage \($0)"] } ?? [])).joined(separator: "\n")
        }

        /// Sends it.
        func send(_ body: String, subject: String, language: Language, _ world: World) async throws(CommandProblem) {
            let id = "report-\(Moment.now.secondsSince1970)-\(String(UInt64.random(in: 0 ... .max), radix: 36))"
            let message = MailMessage(
                from: from, to: to, subject: subject, body: body, language: language == "de" ? "de" : "en",
                date: .now, id: id)
            do throws(MailProblem) {
                try await carrier.carry(message)
            } catch {
                throw CommandProblem(
                    what: "the report was not sent", why: error.why,
                    next: error.next + "; it is told with the next one", status: .unknown)
            }
        }
    }

    /// The letter that is asked for; nil when none is.
    func letter() throws -> Letter? {
        guard !mailTo.isEmpty, let mailFrom else { return nil }
        let carrier = MailCarrier(try way(), home: ProcessEnvironment.variables(named: ["HOME"])["HOME"])
        return Letter(
            to: try mailTo.map { try address($0, "--mail-to") }, from: try address(mailFrom, "--mail-from"),
            carrier: carrier)
    }

    private func way() throws -> MailCarrier.Way {
        guard let smtp else { return .sendmail(path: sendmail ?? "/usr/sbin/sendmail") }
        guard let (host, port) = MailServer.hostAndPort(smtp) else {
            throw CommandProblem(
                what: "'\(smtp.shownOnOneLine)' is not a mail server",
                why: "a server is a name or an address, with a port after a colon when it is not 25",
                next: "correct --smtp", status: .usage)
        }
        let isHere = host == "localhost" || host == "::1" || host.hasPrefix("127.")
        return .server(
            MailServer(
                host: host, port: port,
                protection: smtpTLS ?? (isHere && smtpCredentials == nil ? .none : .required),
                signIn: try smtpCredentials.map(signIn), authorities: smtpAuthorities))
    }

    private func signIn(_ path: String) throws -> MailSignIn {
        OwnMemory.hide()
        do {
            if case .password(let user, let password, _) = try CredentialsFile.read(path),
                let signIn = MailSignIn(user: user, password: password)
            {
                return signIn
            }
        } catch let problem {
            throw CommandProblem(what: problem.what, why: problem.explanation, next: problem.next)
        }
        throw CommandProblem(
            what: "the credentials file '\(path.shownOnOneLine)' is not used",
            why: "a name for a mail server has no colon", next: "correct the line that begins with username=")
    }

    private func address(_ text: String, _ option: String) throws -> MailAddress {
        if let address = MailAddress(text) { return address }
        throw CommandProblem(
            what: "'\(text.shownOnOneLine)' is not a mail address",
            why: "an address is like storage@example.org, without a name beside it", next: "correct \(option)",
            status: .usage)
    }
}
