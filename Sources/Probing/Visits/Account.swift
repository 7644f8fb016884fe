internal import Glibc
internal import ProcessLimits
internal import Subprocess
internal import SystemPackage
internal import WorkerWire

/// What the visits of a pool sign in with, made ready once, when the first visit needs it.
actor Account {
    private let signIn: SignIn?
    private var preparation: Task<Result<VisitOrder.SignIn, VisitProblem>, Never>?

    init(_ signIn: SignIn?) {
        self.signIn = signIn
    }

    /// What workers are told.
    ///
    /// Tickets that have to be obtained are kept in the folder; the limit for that is the one of whoever asks first.
    func prepared(in folder: RunFolder, within limit: Duration) async throws(VisitProblem) -> VisitOrder.SignIn {
        let preparation = preparation ?? Task { await Self.prepare(signIn, in: folder, within: limit) }
        self.preparation = preparation
        return try await preparation.value.get()
    }

    /// Stops what goes on.
    func end() async {
        preparation?.cancel()
        _ = await preparation?.value
    }

    private static func prepare(
        _ signIn: SignIn?, in folder: RunFolder, within limit: Duration
    ) async -> Result<VisitOrder.SignIn, VisitProblem> {
        do throws(VisitProblem) {
            switch signIn {
            case .password(let user, let password, let domain):
                return .success(.password(user: user, password: password, domain: domain))
            case .ticketCache(let path):
                return .success(try tickets(in: path))
            case .keytab(let path, let principal):
                return .success(try await tickets(of: principal, keytab: path, in: folder, within: limit))
            case nil:
                throw VisitProblem("no account is set up to sign in with")
            }
        } catch {
            return .failure(error)
        }
    }

    private static func tickets(in path: String) throws(VisitProblem) -> VisitOrder.SignIn {
        let file = path.hasPrefix("FILE:") ? String(path.dropFirst(5)) : path
        guard file.hasPrefix("/") else {
            throw VisitProblem(
                "the tickets are in '\(path)', which libsmbclient cannot read; keep them in a file (KRB5CCNAME=FILE:/…)"
            )
        }
        let owner = try TicketCache.owner(of: file)
        return .tickets(file: file, principal: owner.principal, realm: owner.realm)
    }

    /// Has `kinit` of MIT Kerberos obtain tickets for this run.
    private static func tickets(
        of principal: String, keytab: String, in folder: RunFolder, within limit: Duration
    ) async throws(VisitProblem) -> VisitOrder.SignIn {
        let cache = "\(folder.path)/tickets"
        var options = PlatformOptions()
        options.processGroupID = 0
        options.teardownSequence = VisitWorker.executioner
        let run = Task { [options] in
            let permit = try await StartPermit.whenPossible()
            defer { permit.giveBack() }
            return try await Subprocess.run(
                .path("/usr/bin/kinit"), arguments: ["-k", "-t", keytab, "-c", "FILE:\(cache)", "--", principal],
                environment: .custom(VisitWorker.environment(home: folder.path)), platformOptions: options,
                input: .none, output: .discarded, error: .string(limit: 4096))
        }
        // Its own limits are counted per sign-in server, and add up to a minute.
        let patience = min(limit, .seconds(15))
        let watchdog = Task {
            try? await Task.sleep(for: patience)
            run.cancel()
        }
        let result = await withTaskCancellationHandler {
            await run.result
        } onCancel: {
            run.cancel()
        }
        watchdog.cancel()
        switch result {
        case .success(let kinit) where kinit.terminationStatus.isSuccess: return try tickets(in: cache)
        case .success(let kinit):
            let words = kinit.standardError.split(whereSeparator: \.isNewline).last.map(String.init)
            let silence = "no answer of any KDC in \(patience.components.seconds) s"
            throw VisitProblem("kinit obtained no ticket for '\(principal)': \(words ?? silence)")
        case .failure(let error):
            throw VisitProblem("kinit could not be run (Debian's krb5-user): \(error)")
        }
    }
}
