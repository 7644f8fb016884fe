import Glibc
import Synchronization
public import TestKit

/// A network of real servers, clients and name servers, each in a network namespace of its own.
///
/// It exists as long as the value and this process do, whatever ends them; nothing of it can be seen from outside.
/// Programs run in it by ``run(on:_:_:environment:in:input:deadline:)`` see the whole file system, but their own
/// `/etc`, `/run` and process list.
public final class LabNetwork: Sendable {
    private let sandbox: Sandbox
    private let parts = Mutex<[LabPart: Task<Void, any Error>]>([:])

    /// What a program in the lab sees of the world unless a test says otherwise.
    public static let environment: [String: String] = [
        "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        "HOME": "/run/lab/home",
        "SMB_CONF_PATH": clientSettings,
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
    ]

    /// What the programs of Samba on the clients are set to.
    static let clientSettings = "/run/lab/client.conf"

    private init(sandbox: Sandbox) {
        self.sandbox = sandbox
    }

    /// Builds the network and starts its servers, which takes about a second.
    /// - Throws: ``LabError`` when this machine does not allow it or a server does not start.
    public static func start() async throws -> LabNetwork {
        if let obstacle = await obstacle() { throw LabError("the lab cannot be started: \(obstacle)") }
        let scripts = "\(repositoryRoot)/Tests/Lab/Scripts"
        let lab = LabNetwork(sandbox: try Sandbox(running: repositoryText("Tests/Lab/Scripts/init.sh")))
        _ = try await lab.shell(SetupScript(scripts: scripts).text, deadline: .seconds(60))
        return lab
    }

    /// The lab that all tests of a run have in common, started when the first of them asks for it.
    ///
    /// It ends with the process.
    public static func shared() async throws -> LabNetwork {
        let start = common.withLock { common in
            if let common { return common }
            let started = Task { try await LabNetwork.start() }
            common = started
            return started
        }
        return try await start.value
    }

    /// Starts a part of the lab that is not there from the beginning, if it has not been started.
    /// - Throws: ``LabError`` when it does not start.
    public func add(_ part: LabPart) async throws {
        let start = parts.withLock { parts in
            if let started = parts[part] { return started }
            let started = Task {
                _ = try await self.shell(part.script, deadline: .seconds(120))
            }
            parts[part] = started
            return started
        }
        do {
            try await start.value
        } catch {
            throw LabError("the lab's part '\(part.rawValue)' could not be started: \(error)")
        }
    }

    private static let common = Mutex<Task<LabNetwork, any Error>?>(nil)

    /// Why no lab can be started on this machine; nil when one can.
    public static func obstacle() async -> String? {
        if geteuid() != 0 { return "it needs root, for namespaces and servers on their usual ports" }
        let tools = [
            "/usr/bin/bindfs", "/usr/bin/dig", "/usr/bin/ip", "/usr/bin/kinit", "/usr/bin/nsenter",
            "/usr/bin/openssl", "/usr/bin/python3", "/usr/bin/smbclient", "/usr/bin/unshare", "/usr/sbin/dnsmasq",
            "/usr/sbin/nft", "/usr/sbin/ocserv", "/usr/sbin/openconnect", "/usr/sbin/samba", "/usr/sbin/smbd",
            "/usr/sbin/winbindd", "/usr/sbin/xrdp",
        ]
        for tool in tools where unsafe access(tool, X_OK) != 0 {
            return "there is no '\(tool)'; 'make setup' installs what is missing"
        }
        let trial = Sandbox.namespaces + ["/usr/bin/mount", "-t", "tmpfs", "lab", "/run"]
        guard let run = try? await runProgram("/usr/bin/unshare", trial, deadline: .seconds(10)) else {
            return "'/usr/bin/unshare' could not be run"
        }
        return run.exitStatus == 0 ? nil : "this machine permits no namespaces and mounts: \(run.stderr)"
    }

    /// The process number of the lab's first process, by which `nsenter` finds its way in.
    public var firstProcess: Int32 { sandbox.firstProcess }

    /// Ends all servers and networks, and returns when they are gone.
    public func stop() {
        sandbox.end()
    }

    /// Runs a program on a host, to its end.
    /// - Parameters:
    ///   - host: The host.
    ///   - program: The path of an executable, as seen from everywhere, or a name that `PATH` in the environment finds.
    ///   - arguments: The arguments after the program's name.
    ///   - environment: The whole environment.
    ///   - folder: The working directory.
    ///   - input: What the program reads from standard input.
    ///   - deadline: How long it may take; then it is killed, with all that it started.
    /// - Returns: How it ended, and what it wrote.
    /// - Throws: ``TestKitError`` when it could not be started.
    public func run(
        on host: LabHost,
        _ program: String,
        _ arguments: [String] = [],
        environment: [String: String] = LabNetwork.environment,
        in folder: String = "/",
        input: String = "",
        deadline: Duration = .seconds(60)
    ) async throws -> ProgramRun {
        try await runProgram(
            "/usr/bin/nsenter", entry(to: host) + ["/usr/bin/env", "-C", folder, program] + arguments,
            environment: environment, input: input, deadline: deadline)
    }

    /// Runs shell commands on a host, and answers what they wrote to standard output.
    /// - Throws: ``LabError`` with what they wrote to standard error when they do not succeed.
    @discardableResult
    public func on(_ host: LabHost, _ commands: String, deadline: Duration = .seconds(30)) async throws -> String {
        let run = try await run(
            on: host, "/bin/bash", ["-c", ". /run/lab/functions.sh\n\(commands)"], deadline: deadline)
        return try output(of: run, commands)
    }

    /// Runs a body while something is wrong, which is put right again however the body ends.
    public func with<Result>(_ fault: Fault, _ body: () async throws -> Result) async throws -> Result {
        try await inject(fault)
        let result: Result
        do {
            result = try await body()
        } catch {
            try await undo(fault)
            throw error
        }
        try await undo(fault)
        return result
    }

    /// Breaks something; what cannot be broken wholly is put right at once.
    public func inject(_ fault: Fault) async throws {
        do {
            _ = try await shell(fault.apply)
        } catch {
            try await undo(fault)
            throw LabError("the fault '\(fault.name)' could not be injected: \(error)")
        }
    }

    /// Puts right what ``inject(_:)`` broke; twice does no harm.
    public func undo(_ fault: Fault) async throws {
        do {
            _ = try await shell(fault.undo)
        } catch {
            throw LabError("the fault '\(fault.name)' could not be undone: \(error)")
        }
    }

    /// The arguments for `nsenter` that lead to a host; a command follows.
    public func entry(to host: LabHost) -> [String] { LabNetwork.entry(to: host, in: sandbox.firstProcess) }

    /// The arguments for `nsenter` that lead to a host of the lab with a first process; a command follows.
    static func entry(to host: LabHost, in firstProcess: Int32) -> [String] {
        inside(firstProcess) + [
            "/usr/bin/nsenter", "--uts=/run/lab/uts/\(host.rawValue)", "/usr/bin/ip", "netns", "exec", host.rawValue,
        ]
    }

    private static func inside(_ firstProcess: Int32) -> [String] {
        ["--target", "\(firstProcess)", "--mount", "--net", "--pid", "--"]
    }

    /// Runs shell commands beside all hosts, where the cables are.
    private func shell(_ commands: String, deadline: Duration = .seconds(30)) async throws -> String {
        let script = "if [ -f /run/lab/functions.sh ]; then . /run/lab/functions.sh; fi\nset -euo pipefail\n\(commands)"
        let run = try await runProgram(
            "/usr/bin/nsenter", LabNetwork.inside(sandbox.firstProcess) + ["/bin/bash", "-c", script],
            environment: LabNetwork.environment,
            deadline: deadline)
        return try output(of: run, commands)
    }

    private func output(of run: ProgramRun, _ commands: String) throws -> String {
        guard run.exitStatus == 0 else {
            let beginning = commands.prefix(200)
            throw LabError("\(run.ending): \(run.stderr.isEmpty ? run.stdout : run.stderr)\n  in: \(beginning)")
        }
        return run.stdout
    }
}
