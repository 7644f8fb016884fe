import Glibc
import HostFacts
import TestKit
import Testing

/// What tells that output goes to the journal.
@Suite struct JournalStreamTests {
    @Test func aSocketIsKnownByItsDeviceAndInode() throws {
        var sockets: [CInt] = [-1, -1]
        #expect(unsafe socketpair(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0, &sockets) == 0)
        defer { sockets.forEach { close($0) } }
        var facts = stat()
        #expect(unsafe fstat(sockets[0], &facts) == 0)
        let name = "\(facts.st_dev):\(facts.st_ino)"
        #expect(JournalStream.isBehind(sockets[0], named: name))
        #expect(!JournalStream.isBehind(sockets[1], named: name))
    }

    @Test(arguments: ["", ":", "8", "8:", ":12", "eight:twelve", "0:0", "-1:-1", "18446744073709551616:1"])
    func anotherNameIsNoneOfTheJournal(name: String) {
        #expect(!JournalStream.isBehind(STDERR_FILENO, named: name))
    }

    @Test func withoutTheVariableThereIsNoJournal() {
        #expect(!JournalStream.isBehind(STDERR_FILENO, named: nil))
    }

    @Test func aClosedDescriptorIsNotTheJournal() {
        #expect(!JournalStream.isBehind(-1, named: "8:1"))
    }
}
