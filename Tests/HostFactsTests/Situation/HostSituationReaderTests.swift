import Glibc
import StorageModel
import TestKit
import Testing

@testable import HostFacts

@Suite struct HostSituationReaderTests {
    private static let root = AccountAsking(
        program: "/bin/sh", command: ["-c", "printf 'account 0 root\\ngroup root\\nend\\n'", "sh"])
    private static let hanging = AccountAsking(program: "/bin/sh", command: ["-c", "sleep 600", "sh"])

    // A home network that uses the server's addresses, a name in the table of hosts, and a firewall that says no.
    @Test(.enabled(if: mayMakeNetworks, "networks of one's own are not permitted here"))
    func readsAllOfIt() async throws {
        try await withTemporaryFolder { folder in
            try folder.write("198.51.100.11 nas.lab.example nas\n", to: "hosts")
            try folder.write(bytes: TicketBytes(tickets: [.init(end: 1_000_000_000)]).bytes, to: "cc")
            try folder.write("[libdefaults]\ndefault_realm = LAB.EXAMPLE\ndns_lookup_kdc = no\n", to: "krb5.conf")
            try folder.write("client max protocol = NT1\n", to: "smb.conf")
            await #expect(processExitsWith: .success) { [path = folder.path as String] in
                useOwnNetwork()
                useOwnMounts()
                bind("\(path)/hosts", to: "/etc/hosts")
                run("ip link add home type veth peer name far && ip link set home up && ip link set far up")
                run("ip addr add 198.51.100.50/24 dev home && nft add table inet t")
                run("nft 'add chain inet t o { type filter hook output priority 0; }'")
                run("nft add rule inet t o tcp dport 445 reject")
                for (name, file) in [("KRB5CCNAME", "cc"), ("KRB5_CONFIG", "krb5.conf"), ("SMB_CONF_PATH", "smb.conf")]
                {
                    precondition(unsafe setenv(name, "\(path)/\(file)", 1) == 0)
                }
                let address = try #require(IPAddress("198.51.100.11"))
                var reader = HostSituationReader(
                    host: "nas.lab.example", addresses: [address], asksForTicket: true, deadline: .seconds(30),
                    accountCommand: [])
                reader.accountAsking = AccountAsking(
                    program: "/bin/sh", command: ["-c", "printf 'unknown\nend\n'", "sh"])
                let read = reader.read()
                #expect(read.routes.map(\.path?.interface) == ["home"])
                #expect(read.localNetworks(claiming: address)?.map(\.name) == ["home"])
                #expect(read.virtualNetworks == [])
                #expect(read.names.hostsEntries.value?.map(\.line) == [1])
                #expect(read.kerberos.configuration.value?.defaultRealm == "LAB.EXAMPLE")
                #expect(read.kerberos.cache.tickets.value?.principal == "anna")
                #expect(read.kerberos.serviceTicket?.service == "cifs/nas.lab.example")
                #expect(read.kerberos.serviceTicket?.outcome == .known(.refused(.ticketExpired)))
                #expect(read.account == .known(.unknownHere(name: "#\(geteuid())")))
                #expect(read.firewall.value?.rules.map(\.fit) == [.certain])
                #expect(read.smbClient.settings.value?.speaksOnlySMB1 == true)
            }
        }
    }

    // A user database that never answers takes nothing from the rest.
    @Test func whatHangsIsGivenUpAlone() throws {
        var reader = HostSituationReader(
            host: "localhost", addresses: [IPAddress(ipv4: 0x7F00_0001)], person: .named("anna"), asksForTicket: true,
            deadline: .seconds(2), accountCommand: [])
        reader.accountAsking = Self.hanging
        let read = reader.read()
        #expect(read.account == .unknown(.deadline))
        #expect(read.kerberos.cache.tickets == .unknown(.deadline))
        #expect(read.kerberos.configuration.value != nil)
        #expect(read.interfaces.value?.isEmpty == false)
        #expect(read.routes.first?.path?.kind == .loopback)
        #expect(read.kerberos.serviceTicket == nil)
    }

    @Test func readsWithoutHoldingUpOthers() async throws {
        var reader = HostSituationReader(
            host: "localhost", addresses: [], asksForTicket: false, deadline: .seconds(20), accountCommand: [])
        reader.accountAsking = Self.root
        let read = await reader.situation()
        #expect(read.account == .known(.found(HostAccount(name: "root", userID: 0, groups: ["root"]))))
        #expect(read.routes == [] && read.firewall == .unknown(.notAsked))
        #expect(read.smbClient.kernelModule.obstacle != .deadline)
        #expect(read.clock.bootID.value != nil)
    }
}
