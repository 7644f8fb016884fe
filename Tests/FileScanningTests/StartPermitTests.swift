import Glibc
import TestKit
import Testing

@testable import ProcessLimits

/// No program is started where Subprocess would end this one.
@Suite struct StartPermitTests {
    @Test func aPermitIsHadWhereThereIsRoom() throws {
        let permit = try StartPermit()
        permit.giveBack()
        permit.giveBack()
        #expect(StartPermit.refusal == nil)
    }

    @Test func withoutTheEmptyDeviceThereIsNone() throws {
        try withTemporaryFolder { folder in
            let path = folder.at("null")
            let refusal = #expect(throws: StartPermit.Refusal.self) { try StartPermit(nothing: path) }
            #expect(
                refusal?.why == "'\(path)', which every program needs to be started, cannot be opened: "
                    + "No such file or directory")
            // A refusal holds no permit.
            #expect(StartPermit.refusal == nil)
        }
    }

    @Test func moreAtTheSameTimeThanThereIsRoomForAreRefused() async {
        await #expect(processExitsWith: .success) {
            var limit = rlimit()
            let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
            _ = unsafe getrlimit(resource, &limit)
            limit.rlim_cur = 60
            _ = unsafe setrlimit(resource, &limit)
            var permits: [StartPermit] = []
            while let permit = try? StartPermit() { permits.append(permit) }
            guard (1...2).contains(permits.count) else { exit(2) }
            permits[0].giveBack()
            guard (try? StartPermit()) != nil else { exit(3) }
            limit.rlim_cur = 12
            _ = unsafe setrlimit(resource, &limit)
            exit(StartPermit.refusal?.why.hasPrefix("this process may not open as many files") == true ? 0 : 4)
        }
    }
}
