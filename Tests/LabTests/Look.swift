import Lab
import TestKit

/// One look that a client of the lab takes at a server, with a tool that knows nothing of this project.
enum Look: Sendable {
    /// Asks the client's name server for a name: its addresses, or what came instead of them.
    case name(String)
    /// Asks the client's whole system for a name, so that the hosts file counts, too.
    case address(String)
    /// Opens a TCP connection: "connected", or the error.
    case connection(String, port: Int = 445, seconds: Int = 2)
    /// Opens twenty of them: "all", "none", or "some" were made in a tenth of a second.
    case connections(String)
    /// Opens a TCP connection and waits for the first four bytes.
    case greeting(String)
    /// Negotiates SMB with dialects such as `0311`.
    case negotiation(String, [String] = ["0302", "0311"])
    /// Runs a command of `smbclient`: "well", the first status, or "silence" when it takes too long.
    case share(LabShare, String = "get canary.txt /dev/null; put /etc/hostname checks/name; ls", [String] = [])
    /// As `share`, on another server, or as somebody else.
    case path(String, as: LabUser = .alice, String = "ls", [String] = [])

    /// What is seen.
    /// - Parameters:
    ///   - client: Where from.
    ///   - lab: The lab.
    ///   - patience: How long `smbclient` may be silent.
    /// - Returns: The word that stands for it.
    /// - Throws: When the tool could not be started.
    func seen(
        from client: LabHost = .campus, in lab: LabNetwork, patience: Duration = .seconds(2)
    ) async throws -> String {
        switch self {
        case .name(let name):
            let run = try await lab.run(on: client, "/usr/bin/dig", ["+time=1", "+tries=1", name, "A", name, "AAAA"])
            return Look.answer(of: run.stdout)
        case .address(let name):
            let run = try await lab.run(on: client, "/usr/bin/getent", ["ahostsv4", name])
            return run.stdout.split(separator: " ").first.map(String.init) ?? "nothing"
        case .connection(let host, let port, let seconds):
            return try await python(lab, client, "/run/lab/connect.py", [host, "\(port)", "\(seconds)"])
        case .connections(let host):
            var count = 0
            for _ in 0..<20 {
                let answer = try await python(lab, client, "/run/lab/connect.py", [host, "445", "0.1"])
                if answer == "connected" { count += 1 }
            }
            return count == 20 ? "all" : count == 0 ? "none" : "some"
        case .greeting(let host):
            let text = "exec 3<>/dev/tcp/\(host)/445 && timeout 2 head -c 4 <&3 || echo silence"
            return try await lab.run(on: client, "/bin/bash", ["-c", text]).stdout.filter { $0 != "\n" }
        case .negotiation(let host, let dialects):
            return try await python(lab, client, "/run/lab/negotiate.py", [host] + dialects)
        case .share(let share, let command, let options):
            let path = "//\(LabHost.nas02.name)/\(share.name)"
            return try await Look.path(path, command, options).seen(from: client, in: lab, patience: patience)
        case .path(let path, let user, let command, let options):
            let run = try await lab.run(
                on: client, "/usr/bin/smbclient",
                options + ["-U", "\(user.name)%\(user.password)", path, "-c", command], deadline: patience)
            if case .overran = run.ending { return "silence" }
            let words = (run.stdout + run.stderr).split { !$0.isUppercase && !$0.isNumber && $0 != "_" }
            if let status = words.first(where: { $0.hasPrefix("NT_STATUS_") }) { return String(status.dropFirst(10)) }
            return run.exitStatus == 0 ? "well" : run.stdout + run.stderr
        }
    }

    private func python(_ lab: LabNetwork, _ client: LabHost, _ script: String, _ words: [String]) async throws
        -> String
    {
        let run = try await lab.run(on: client, "/usr/bin/python3", [script] + words)
        return run.stdout.isEmpty ? run.stderr : run.stdout.filter { $0 != "\n" }
    }

    // dig writes a section per question: its status, and lines of answers that do not begin with a semicolon.
    private static func answer(of text: String) -> String {
        if text.contains("connection refused") { return "refused" }
        let lines = text.split(separator: "\n")
        let addresses = lines.filter { !$0.hasPrefix(";") }.compactMap {
            $0.split(separator: "\t").last.map(String.init)
        }
        if !addresses.isEmpty { return Set(addresses).sorted().joined(separator: " ") }
        for status in ["NXDOMAIN", "SERVFAIL", "REFUSED", "NOERROR"] where text.contains("status: \(status)") {
            return status
        }
        return text.contains("timed out") ? "silence" : text
    }
}
