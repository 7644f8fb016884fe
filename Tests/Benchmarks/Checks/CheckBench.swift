import Foundation

/// How long checks take, beside what else could have been used on the same servers.
struct CheckBench {
    let meter: Meter
    private let runs = 3
    /// Set where the network of its own has been made.
    static let insideVariable = "WHERETOSHARE_BENCH_INSIDE"

    /// Prints all figures, from a network of its own in which every address may be used.
    func print() throws {
        guard ProcessInfo.processInfo.environment[Self.insideVariable] == nil else { return try printInside() }
        guard getuid() == 0 else {
            meter.remark("checks are not measured: a network of one's own takes root; try sudo")
            return
        }
        let unshare = Process()
        unshare.executableURL = URL(fileURLWithPath: "/usr/bin/unshare")
        // The run loop of Foundation itself needs the loopback interface.
        unshare.arguments = [
            "--net", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc", "/bin/sh", "-c",
            "ip link set lo up && exec \"$0\" checks",
            URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path,
        ]
        unshare.environment = ProcessInfo.processInfo.environment.merging([Self.insideVariable: "1"]) { _, new in new }
        try unshare.run()
        unshare.waitUntilExit()
    }

    private func printInside() throws {
        // Addresses that lead nowhere: what is sent there is swallowed.
        for command in [
            "link add hole type veth peer name bottom", "link set hole arp off", "addr add 198.18.0.1/15 dev hole",
            "link set hole up", "link set bottom up",
        ] {
            try runToEnd("/usr/sbin/ip", command.split(separator: " ").map { String($0) })
        }
        let servers = try LoopbackServers(in: meter.folder.appendingPathComponent("servers"), shares: 20)
        try signedIn(servers)
        try hung(servers)
        try signedInGrowth(servers)
        try withoutAccount()
        try blackHoled()
    }

    // MARK: With an account

    /// 200 shares on ten servers, against a loop of smbclient and against bare C.
    private func signedIn(_ servers: LoopbackServers) throws {
        meter.headline("200 shares on 10 servers, signed in, 8 at a time")
        let addresses = (1...10).map { "127.0.1.\($0)" }
        let check = try checkCommand("signed-in", addresses.map { ($0, servers.shares) }, servers)
        let files = try lists(of: addresses, servers)
        let smbclient = "-P8 -n1 -I% /usr/bin/smbclient -A \(files.credentials) -c ls //%"
            .split(separator: " ").map { String($0) }
        let loop = meter.measure(smbclient, of: "/usr/bin/xargs", readingFrom: files.shares, runs: runs)
        let pool = meter.measure(["8", servers.user], of: try bareProgram(), readingFrom: files.input, runs: runs)
        let own = meter.measure(check, runs: runs)
        meter.reportSpeed("xargs -P8 smbclient -c ls", loop, sooner: nil)
        meter.reportSpeed("8 processes of bare C", pool, sooner: loop)
        meter.reportSpeed("check --credentials", own, sooner: loop)
        meter.remark("of the throughput of bare C: \(percent(pool.wall, own.wall))")
    }

    /// 50 shares, five of them on servers that hang.
    private func hung(_ servers: LoopbackServers) throws {
        meter.headline("50 shares on 50 servers, of which 5 hang (a greeting may take 3 s)")
        let well = (1...45).map { "127.0.2.\($0)" }
        let sick = (1...5).map { "127.0.9.\($0)" }
        try servers.hang(sick)
        let share = [servers.shares[0]]
        let alone = meter.measure(try checkCommand("well", well.map { ($0, share) }, servers), runs: runs)
        let all = meter.measure(try checkCommand("hung", (well + sick).map { ($0, share) }, servers), runs: runs)
        meter.report("the 45 alone", alone, nil)
        meter.report("with 5 that hang", all, alone)
        meter.remark(String(format: "beyond the deadline of 3 s: %.2f s", all.wall / 1_000 - 3))
    }

    /// How time and memory grow with the number of shares.
    private func signedInGrowth(_ servers: LoopbackServers) throws {
        meter.headline("shares, signed in")
        for count in [10, 100, 1_000] {
            let shares = max(1, count / 50)
            let addresses = (0..<(count / shares)).map { "127.0.4.\($0 + 1)" }
            let command = try checkCommand(
                "shares-\(count)", addresses.map { ($0, Array(servers.shares.prefix(shares))) }, servers)
            let measurement = meter.measure(command, runs: count < 1_000 ? runs : 1)
            meter.report("\(count) shares", measurement, nil)
            meter.remark(String(format: "each: %.2f ms CPU", measurement.cpu / Double(count)))
        }
    }

    // MARK: Without an account

    /// 1,000 addresses, against nmap.
    private func withoutAccount() throws {
        meter.headline("addresses, without an account")
        var sweep: Measurement?
        for count in [10, 100, 1_000] {
            let command = try checkCommand("sweep-\(count)", addresses(count, in: "127.1").map { ($0, []) }, nil)
            let measurement = meter.measure(command, runs: runs)
            meter.report("check of \(count)", measurement, nil)
            meter.remark(String(format: "each: %.2f ms CPU", measurement.cpu / Double(count)))
            sweep = measurement
        }
        let list = meter.folder.appendingPathComponent("addresses")
        try addresses(1_000, in: "127.1").joined(separator: "\n").write(to: list, atomically: true, encoding: .utf8)
        let nmap = meter.measure(
            ["-n", "-Pn", "-p445", "--script", "smb-protocols", "-iL", list.path], of: "/usr/bin/nmap", runs: 1)
        meter.report("nmap --script smb-protocols, 1,000", nmap, nil)
        if let sweep { meter.remark("check is \(meter.ratio(nmap.wall, sweep.wall)) times as fast") }
    }

    /// 1,000 addresses from which nothing comes back.
    private func blackHoled() throws {
        meter.headline("1,000 addresses that swallow everything (a connection may take 4 s, and then port 139 1 s)")
        let command = try checkCommand("hole", addresses(1_000, in: "198.18").map { ($0, []) }, nil)
        let measurement = meter.measure(command, runs: 1)
        meter.report("check", measurement, nil)
        meter.remark(String(format: "beyond the deadline of 4 s: %.2f s", measurement.wall / 1_000 - 4))
    }

    // MARK: Set-up

    private func addresses(_ count: Int, in block: String) -> [String] {
        (0..<count).map { "\(block).\($0 / 250 + 1).\($0 % 250 + 1)" }
    }

    /// The arguments of a check of servers, with their inventory written.
    private func checkCommand(
        _ name: String, _ list: [(address: String, shares: [String])], _ servers: LoopbackServers?
    ) throws -> [String] {
        let inventory = meter.folder.appendingPathComponent("inventory-\(name)")
        try ServerInventory(servers: list).write(to: inventory)
        try runToEnd(meter.program, ["inventory", "check", "--inventory", inventory.path])
        var command = ["check", "--inventory", inventory.path, "--format", "json"]
        if let servers { command += ["--credentials", try credentials(servers)] }
        return command
    }

    private func credentials(_ servers: LoopbackServers) throws -> String {
        let file = meter.folder.appendingPathComponent("credentials")
        try "username=\(servers.user)\npassword=\(servers.password)\n".write(
            to: file, atomically: true, encoding: .utf8)
        unsafe chmod(file.path, 0o600)
        return file.path
    }

    /// What the other programs read: the shares, and the same after the password.
    private func lists(
        of addresses: [String], _ servers: LoopbackServers
    ) throws -> (shares: String, input: String, credentials: String) {
        let shares = addresses.flatMap { address in servers.shares.map { "\(address)/\($0)\n" } }.joined()
        let list = meter.folder.appendingPathComponent("shares")
        try shares.write(to: list, atomically: true, encoding: .utf8)
        let input = meter.folder.appendingPathComponent("input")
        try (servers.password + "\n" + shares).write(to: input, atomically: true, encoding: .utf8)
        return (list.path, input.path, try credentials(servers))
    }

    private func bareProgram() throws -> String {
        let program = meter.folder.appendingPathComponent("pool").path
        let source = Meter.sourceFolder.appendingPathComponent("Checks/pool.c").path
        try runToEnd(
            "/usr/bin/bash", ["-c", "cc -O2 -o '\(program)' '\(source)' $(pkg-config --cflags --libs smbclient)"])
        return program
    }

    private func percent(_ value: Double, _ baseline: Double) -> String {
        String(format: "%.0f %%", value / baseline * 100)
    }
}
