import Diagnosis
import StorageModel
import Testing

private func refused(_ stage: Stage, _ name: String, free: UInt64? = 1 << 40) -> Sighting {
    Samples.smb(visit: Samples.refused(stage, name, free: free))
}

/// A visit that goes on after it met a file that somebody else has open.
private var fileInUse: Sighting {
    var visit = Samples.refused(.read, "SHARING_VIOLATION")
    visit.steps += [.write, .space].map { ShareVisit.Step(stage: $0, outcome: .done, duration: Samples.millisecond) }
    return Samples.smb(visit: visit)
}

private func late(_ stage: Stage) -> Sighting {
    Samples.smb(visit: Samples.visit(ending: .deadlineExceeded(stage), at: stage))
}

private func ended(_ stage: Stage, _ outcome: ShareVisit.Outcome, free: UInt64? = 1 << 40) -> Sighting {
    Samples.smb(visit: Samples.visit(stage, outcome, free: free))
}

private let encrypting = Samples.expectation(promise: ServicePromise(requiresEncryption: true))

private func inClear(cipher: String?) -> Sighting {
    var visit = Samples.visit(.space, .done)
    visit.isEncrypted = false
    return Samples.smb(greetings: [Samples.hello(.greeted(Samples.greeting(cipher: cipher)))], visit: visit)
}

@Suite struct ShareCauseTests {
    static let shares: [Row] = [
        .failed(
            "a share that is gone", .shareNotOffered, or: [.backendUnavailable], at: .tree,
            refused(.tree, "BAD_NETWORK_NAME")),
        .failed(
            "a share whose name is assumed", .shareNotOffered, or: [.shareUnknown, .backendUnavailable], at: .tree,
            Samples.expectation(share: Samples.share(basis: .assumed)), refused(.tree, "BAD_NETWORK_NAME")),
        .failed(
            "a share that no inventory knows", .shareUnknown, at: .tree, Samples.expectation(share: nil),
            refused(.tree, "BAD_NETWORK_NAME")),
        .failed(
            "no right", .shareDenied, or: [.shareNetworkNotAllowed], at: .tree, refused(.tree, "ACCESS_DENIED")),
        .failed(
            "no right below SMB 3", .shareDenied, or: [.shareNetworkNotAllowed, .encryptionRequired], at: .tree,
            Samples.smb(
                greetings: [Samples.hello(.greeted(Samples.greeting(dialect: .smb2_1)))],
                visit: Samples.refused(.tree, "ACCESS_DENIED"))),
        .failed(
            "a network without right", .shareNetworkNotAllowed, at: .tree, refused(.tree, "NETWORK_ACCESS_DENIED")),
        .failed("no place left", .shareConnectionLimit, at: .tree, refused(.tree, "INSUFFICIENT_RESOURCES")),
        .failed("a session that ended", .sessionExpired, at: .tree, refused(.tree, "NETWORK_SESSION_EXPIRED")),
        .failed("a dead share", .backendUnavailable, at: .tree, refused(.tree, "IO_DEVICE_ERROR")),
        .failed("a share that hangs", .backendHung, or: [.serverHung], at: .tree, late(.tree)),
        .failed(
            "a share that does not answer", .backendHung, or: [.serverHung], at: .tree, refused(.tree, "IO_TIMEOUT")),
        .degraded("clear text", .weakerThanPromised, at: .tree, encrypting, inClear(cipher: "AES-128-GCM")),
    ]

    static let folders: [Row] = [
        .failed("no folder", .pathMissing, at: .stat, refused(.stat, "OBJECT_NAME_NOT_FOUND")),
        .failed("no folder above", .pathMissing, at: .stat, refused(.stat, "OBJECT_PATH_NOT_FOUND")),
        .failed("a file for a folder", .pathMissing, at: .list, refused(.list, "NOT_A_DIRECTORY")),
        .failed(
            "a closed folder", .folderDenied, or: [.backendUnavailable], at: .list, refused(.list, "ACCESS_DENIED")),
        .failed(
            "a closed folder's attributes", .folderDenied, or: [.backendUnavailable], at: .stat,
            refused(.stat, "ACCESS_DENIED")),
        .failed("an illegal name", .nameIllegal, at: .stat, refused(.stat, "OBJECT_NAME_INVALID")),
        .failed(
            "a long name", .nameTooLong, or: [.nameIllegal], at: .stat,
            Samples.expectation(share: Samples.share(folder: "a/" + String(repeating: "b", count: 300))),
            refused(.stat, "OBJECT_NAME_INVALID")),
        .failed("a name too long", .nameTooLong, at: .stat, refused(.stat, "NAME_TOO_LONG")),
        .failed("a dead link", .dfsTargetUnreachable, at: .list, ended(.list, .deadLink("filer9"))),
        .failed("an uncovered path", .dfsTargetUnreachable, at: .list, refused(.list, "PATH_NOT_COVERED")),
        .failed("a dead disk", .backendUnavailable, at: .list, refused(.list, "UNEXPECTED_IO_ERROR")),
        .failed("a folder that hangs", .backendHung, or: [.serverHung], at: .stat, late(.stat)),
        .failed(
            "a list that hangs", .mtuBlackHole, or: [.slowLink, .backendHung], at: .list, late(.list)),
        .failed(
            "a list that does not come", .mtuBlackHole, or: [.slowLink, .backendHung], at: .list,
            ended(.list, .failed(errno: 110))),
        .failed("a closed file", .fileDenied, at: .read, refused(.read, "ACCESS_DENIED")),
        .degraded("a file in use", .fileInUse, at: .read, fileInUse),
        .failed("no file", .pathMissing, at: .read, refused(.read, "OBJECT_NAME_NOT_FOUND")),
        .failed("a file that hangs", .backendHung, or: [.mtuBlackHole, .slowLink], at: .read, late(.read)),
        .degraded("other content", .contentChanged, at: .read, ended(.read, .otherContent)),
        .failed("no right to write", .notWritable, at: .write, refused(.write, "ACCESS_DENIED")),
        .failed("a read-only medium", .notWritable, at: .write, refused(.write, "MEDIA_WRITE_PROTECTED")),
        .failed("full", .diskFull, at: .write, refused(.write, "DISK_FULL", free: 0)),
        .failed("perhaps full", .diskFull, or: [.quotaExceeded], at: .write, refused(.write, "DISK_FULL", free: nil)),
        .failed("full with room", .quotaExceeded, or: [.diskFull], at: .write, refused(.write, "DISK_FULL")),
        .failed("quota", .quotaExceeded, at: .write, refused(.write, "QUOTA_EXCEEDED")),
        .failed("quota by number", .quotaExceeded, at: .write, ended(.write, .failed(errno: 122))),
        .failed("read-only by number", .notWritable, at: .write, ended(.write, .failed(errno: 30))),
        .degraded("litter", .testFileLeft, at: .write, ended(.write, .leftBehind("wheretoshare-test"))),
        .degraded("no room", .diskFull, or: [.quotaExceeded], at: .space, ended(.space, .done, free: 1000)),
        .degraded("no room at all", .diskFull, or: [.quotaExceeded], at: .space, ended(.space, .done, free: 0)),
        .unknown("an error number alone", at: .list, .fail, ended(.list, .failed(errno: 22))),
        .unknown(
            "a crash", .probeCrashed, at: .list, .notChecked,
            Samples.smb(visit: Samples.visit(ending: .crashed(.list, signal: 6), at: .list))),
    ]

    @Test(arguments: shares) func openingAShareIsJudged(_ row: Row) { row.check() }

    @Test(arguments: folders) func aFolderIsJudged(_ row: Row) { row.check() }

    @Test func clearTextFromAServerThatCannotEncryptIsSaidOnce() {
        let observation = encrypting.observation(of: inClear(cipher: nil), at: Samples.now)
        #expect(observation.verdict == .degraded)
        #expect(observation.cause == .encryptionUnavailable)
        #expect(observation.isEncrypted == false)
    }

    @Test func theSpaceOfAHealthyShareIsTold() {
        let observation = Samples.expectation().observation(of: Samples.smb(), at: Samples.now)
        #expect(observation.verdict == .healthy)
        #expect(observation.space == .init(size: 1 << 41, free: 1 << 40))
        #expect(observation.isEncrypted == true)
    }

    @Test func aSmallShareIsNotFullAsLongAsItHasRoom() {
        for (free, verdict) in [(400_000, Verdict.healthy), (1_000, .degraded), (0, .degraded)] as [(UInt64, Verdict)] {
            var visit = Samples.visit(.space, .done, free: free)
            visit.sizeBytes = 2_000_000
            let observation = Samples.expectation().observation(of: Samples.smb(visit: visit), at: Samples.now)
            #expect(observation.verdict == verdict, "\(free)")
        }
    }

    @Test func aServerThatDoesNotTellItsSpaceIsNotAtFault() {
        let sighting = ended(.space, .done, free: nil)
        let observation = Samples.expectation().observation(of: sighting, at: Samples.now)
        #expect(observation.verdict == .healthy)
        #expect(observation.steps.last?.evidence == [.init("outcome", "not-told")])
    }
}
