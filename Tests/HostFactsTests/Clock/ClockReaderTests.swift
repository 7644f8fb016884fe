import Glibc
import StorageModel
import TestKit
import Testing

@testable import HostFacts

@Suite struct ClockReaderTests {
    @Test func readsThisMachine() throws {
        let before = time(nil)
        let read = ClockReader.read()
        #expect((Int64(before)...Int64(time(nil)) + 1).contains(read.now))
        let discipline = try #require(read.discipline.value)
        // The kernel never says more than this, and as much when nobody has set the clock.
        #expect((0...16_000_000).contains(discipline.greatestErrorMicroseconds))
        #expect(read.bootID.value != nil)
        #expect(ClockReader.read().bootID == read.bootID)
    }

    @Test func readsTheFlag() {
        #expect(ClockReader.discipline(status: 0x2041, greatestError: 16_000_000).isSynchronised == false)
        let good = ClockReader.discipline(status: 0x2001, greatestError: 1_500)
        #expect(good == .init(isSynchronised: true, greatestErrorMicroseconds: 1_500))
    }

    @Test func readsTheBootID() throws {
        try withTemporaryFolder { folder in
            let good = HostPath(try folder.write("3f2504e0-4f89-11d3-9a0c-0305e82c3301\n", to: "good"))
            #expect(ClockReader.bootID(in: good) == .known(try #require(GUID("3f2504e0-4f89-11d3-9a0c-0305e82c3301"))))
            let bad = HostPath(try folder.write("hello\n", to: "bad"))
            #expect(ClockReader.bootID(in: bad) == .unknown(.notUnderstood(bad.description)))
            let none = HostPath(folder.at("none"))
            #expect(ClockReader.bootID(in: none) == .unknown(.missing(none.description)))
        }
    }
}
