import Lab
import TestKit
import Testing

extension LabSlowTests {
    @Suite struct ServerTests {
        @Test(arguments: LabHost.servers) func aServerShowsItsSharesToWhoeverSignsIn(_ server: LabHost) async throws {
            let lab = try await LabNetwork.shared()
            let run = try await lab.run(
                on: .campus, "/usr/bin/smbclient", ["-U", "alice%pw-alice", "-g", "-L", "//\(server.name)"])
            #expect(run.exitStatus == 0, "\(run)")
            let shown = run.stdout.split(separator: "\n").compactMap { line -> String? in
                let parts = line.split(separator: "|", omittingEmptySubsequences: false)
                return parts.first == "Disk" ? String(parts[1]) : nil
            }
            #expect(shown == LabShare.all.filter { $0 != .hidden }.map(\.name))
        }

        @Test(arguments: LabHost.servers) func aServerIsOpenToTheCampusAndClosedToTheWorld(_ server: LabHost)
            async throws
        {
            let lab = try await LabNetwork.shared()
            try await expect(.connection(server.address), "connected", from: .campus, in: lab)
            try await expect(.connection(server.address), "TIMEOUT", from: .outside, in: lab)
        }

        @Test func theWorldReachesTheCampusOnOtherPorts() async throws {
            let lab = try await LabNetwork.shared()
            // Nobody listens there, and the host says so itself.
            let port = Look.connection(LabHost.nas02.address, port: 22)
            try await expect(port, "ECONNREFUSED", from: .outside, in: lab)
        }

        @Test func theDualStackServerAnswersByBothKindsOfAddresses() async throws {
            let lab = try await LabNetwork.shared()
            let address6 = try #require(LabHost.istsmb3.address6)
            let name = try await Look.name(LabHost.istsmb3.name).seen(in: lab)
            #expect(name == "\(LabHost.istsmb3.address) \(address6)")
            try await expect(.path("//\(address6)/public"), "well", in: lab)
            try await expect(.path("//\(LabHost.istsmb3.address)/public"), "well", in: lab)
        }

        @Test func namesOfTheHouseAreKnownInsideAlone() async throws {
            let lab = try await LabNetwork.shared()
            for host in LabHost.allCases where host.isOnCampus && !host.isInDirectory && host != .istsmb3 {
                try await expect(.name(host.name), host.address, from: .campus, in: lab)
                try await expect(.name(host.name), "NXDOMAIN", from: .outside, in: lab)
            }
            let website = Look.name("www.\(LabHost.domain)")
            try await expect(website, LabHost.world.address, from: .campus, in: lab)
            try await expect(website, LabHost.world.address, from: .outside, in: lab)
        }

        @Test(arguments: LabHost.allCases) func aHostHasItsOwnName(_ host: LabHost) async throws {
            let lab = try await LabNetwork.shared()
            #expect(try await lab.on(host, "hostname") == "\(host.rawValue)\n")
        }

        @Test(arguments: [
            ("projects", LabUser.alice, "well"), ("projects", .bob, "ACCESS_DENIED"),
            ("projects", .disabled, "ACCOUNT_DISABLED"), ("projects", .locked, "ACCOUNT_LOCKED_OUT"),
            ("projects", .expired, "ACCOUNT_EXPIRED"), ("projects", .newcomer, "PASSWORD_MUST_CHANGE"),
            ("projects", .stale, "PASSWORD_EXPIRED"), ("hidden", .bob, "well"), ("ro", .bob, "well"),
            ("gone", .alice, "BAD_NETWORK_NAME"), ("nothing", .alice, "BAD_NETWORK_NAME"),
            ("deny", .alice, "ACCESS_DENIED"), ("small", .bob, "well"), ("limited", .bob, "well"),
            ("encrypted", .bob, "well"), ("backend", .bob, "well"),
        ]) func aShareLetsInWhomItShould(_ share: String, _ user: LabUser, _ answer: String) async throws {
            let lab = try await LabNetwork.shared()
            try await expect(.path("//\(LabHost.archive3.name)/\(share)", as: user), answer, in: lab)
        }

        @Test(arguments: [
            ("ro", "put /etc/hostname checks/name", "ACCESS_DENIED"), ("groups", "ls closed/*", "ACCESS_DENIED"),
            ("groups", "ls open/*", "well"), ("groups", "get open/canary.txt /dev/null", "well"),
            ("groups", "get open/secret.txt /dev/null", "ACCESS_DENIED"), ("links", "ls living/*", "well"),
            ("links", "ls dead/*", "HOST_UNREACHABLE"), ("links", "ls nameless/*", "UNSUCCESSFUL"),
            ("small", "put /etc/hostname checks/name", "well"), ("encrypted", "put /etc/hostname checks/name", "well"),
            ("backend", "get canary.txt /dev/null; put /etc/hostname checks/name", "well"),
        ]) func aFolderAllowsWhatItShould(_ share: String, _ command: String, _ answer: String) async throws {
            let lab = try await LabNetwork.shared()
            // A host that does not exist is looked for for three seconds.
            try await expect(
                .path("//\(LabHost.istsmb3.name)/\(share)", command), answer, in: lab, patience: .seconds(10))
        }

        @Test func aShareClosedToTheCampusIsOpenToAnother() async throws {
            let lab = try await LabNetwork.shared()
            try await expect(.share(.denied), "well", from: .desk, in: lab)
        }

        @Test func theCanaryHasThePromisedDigest() async throws {
            let lab = try await LabNetwork.shared()
            let digest = try await lab.on(
                .campus, "smbclient -U alice%pw-alice //cluster/public -c 'get canary.txt -' 2>/dev/null | sha256sum")
            #expect(digest.hasPrefix(LabShare.canaryDigest))
        }
    }
}
