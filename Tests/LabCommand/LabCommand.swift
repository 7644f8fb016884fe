import ArgumentParser
import Dispatch
import Glibc
import Lab

/// `lab`: the network of real servers that the tests use, for people.
@main
struct LabCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lab",
        abstract: "A network of real file servers, clients and name servers, and what can be wrong with it.",
        discussion: """
            It needs root, and touches nothing outside itself: it has process, mount and network namespaces of its own,
            which the kernel removes when this program ends, whatever ends it.
            """,
        subcommands: [StayCommand.self, RunCommand.self, SoakCommand.self, ListCommand.self],
        defaultSubcommand: StayCommand.self
    )
}

/// What a command wants of the lab: its faults, and its parts.
struct LabOptions: ParsableArguments {
    @Option(
        name: .customLong("fault"),
        help: ArgumentHelp("Break this; may be repeated. 'lab list' has all.", valueName: "name"))
    var names: [String] = []

    /// The faults, in the order that they were named in.
    func faults() throws -> [Fault] {
        try names.map { name in
            guard let fault = Fault.named(name) else {
                throw ValidationError("there is no fault '\(name)'; 'lab list' has all")
            }
            return fault
        }
    }

    @Option(
        name: .customLong("with"),
        help: ArgumentHelp("Start this part, too; may be repeated. 'lab list' has all.", valueName: "part"),
        transform: { name in
            guard let part = LabPart(rawValue: name) else {
                throw ValidationError("there is no part '\(name)'; 'lab list' has all")
            }
            return part
        })
    var wanted: [LabPart] = []

    /// The parts of the lab that are wanted or that the faults need, in the order of all.
    func parts() throws -> [LabPart] {
        let needed = try wanted + faults().compactMap(\.part)
        return LabPart.allCases.filter(needed.contains)
    }

    func validate() throws { _ = try faults() }

    /// Starts the parts, and breaks what should be broken.
    func apply(to lab: LabNetwork) async throws {
        for part in try parts() { try await lab.add(part) }
        for fault in try faults() { try await lab.inject(fault) }
    }
}

/// Starts the lab and keeps it until it is interrupted.
struct StayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stay", abstract: "Start the lab and keep it until Ctrl-C. This is what 'lab' alone does.")

    @OptionGroup var options: LabOptions

    @Option(help: ArgumentHelp("Write an inventory of the lab into this folder.", valueName: "folder"))
    var inventory: String?

    func run() async throws {
        // From here on these signals are waited for, and no program that is started inherits that.
        let interruptions = [SIGINT, SIGTERM, SIGHUP].map { number in
            signal(number, SIG_IGN)
            return DispatchSource.makeSignalSource(signal: number)
        }
        let interruption = AsyncStream<Void> { stream in
            for source in interruptions {
                source.setEventHandler { stream.finish() }
                source.resume()
            }
        }
        let lab = try await LabNetwork.start()
        defer { lab.stop() }
        let parts = try options.parts()
        if let inventory { try LabNetwork.writeInventory(to: inventory, with: Set(parts)) }
        try await options.apply(to: lab)
        for fault in try options.faults() { print("broken: \(fault.name): \(fault.server), \(fault.summary)") }
        print("The lab runs; Ctrl-C ends it. In another terminal:")
        print("  lab run campus smbclient -U alice%pw-alice //nas02.\(LabHost.domain)/public -c ls")
        print("  lab run campus bash")
        if parts.contains(.directory) {
            print("  lab run campus kinit anna        (the password is pw-anna)")
            let path = "//\(LabHost.filer.name)/\(LabDirectory.archive.name)"
            print("  lab run campus smbclient --use-kerberos=required \(path) -c ls")
        }
        // Whoever reads this from a pipe waits for it.
        fflush(nil)
        for await _ in interruption {}
    }
}

/// Runs a command on a host.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run a command on a host of the lab.",
        discussion: """
            It runs in the lab that 'lab' keeps running. Where there is none, or when a fault is named, a lab is started \
            for this command alone. The exit status is the command's.
            """)

    @OptionGroup var options: LabOptions

    @Argument(
        help: "The host; 'lab list' has all.",
        transform: { name in
            guard let host = LabHost(rawValue: name) else {
                throw ValidationError("there is no host '\(name)'; 'lab list' has all")
            }
            return host
        })
    var host: LabHost

    @Argument(parsing: .captureForPassthrough, help: "The command and its arguments.")
    var command: [String]

    func run() async throws {
        // Programs at the terminal are interrupted, not this one, which ends after them and tidies up.
        for number in [SIGINT, SIGQUIT] { signal(number, SIG_IGN) }
        if options.names.isEmpty, options.wanted.isEmpty, let running = LabNetwork.running() {
            throw ExitCode(try LabNetwork.runAtTerminal(in: running, on: host, command))
        }
        let lab = try await LabNetwork.start()
        defer { lab.stop() }
        try await options.apply(to: lab)
        throw ExitCode(try LabNetwork.runAtTerminal(in: lab.firstProcess, on: host, command))
    }
}

/// Lists what there is.
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the lab's hosts, parts, users, shares and faults.")

    func run() {
        print("hosts")
        for host in LabHost.allCases {
            show(host.rawValue, [host.address, host.address6].compactMap(\.self).joined(separator: ", "))
        }
        print("\nparts that are started with --with")
        for part in LabPart.allCases { show(part.rawValue, part.summary) }
        print("\nusers; the password is 'pw-' and the name")
        for user in LabUser.allCases { show(user.name, user.summary) }
        print("\nshares of each file server")
        for share in LabShare.all { show(share.name, share.summary) }
        print("\nusers of the domain \(LabDirectory.domain); the password is 'pw-' and the name")
        for user in DirectoryUser.allCases { show(user.name, user.summary) }
        print("\nshares of filer")
        for share in LabDirectory.shares { show(share.name, share.summary) }
        print("\nfaults")
        for fault in Fault.all { show(fault.name, "\(fault.server): \(fault.summary)") }
        for part in LabPart.allCases {
            print("\nfaults that start the part \(part.rawValue), too")
            for fault in Fault.all(of: part) { show(fault.name, "\(fault.server): \(fault.summary)") }
        }
    }

    private func show(_ name: String, _ text: String) {
        let blanks = String(repeating: " ", count: max(1, 32 - name.count))
        print("  \(name)\(blanks)\(text)")
    }
}
