import Diagnosis
import HostFacts
import InventoryFiles
import StorageModel
import TestKit
import Testing

@testable import wheretoshare

/// What is made of tables that the kernel here cannot have; nothing is asked, and every question is answered well.
@Suite struct MountSurveyTests {
    private static let fine = "vers=3.1.1,soft"
    private static let careful = "_netdev,nofail"

    private func observations(
        _ mounts: String, fstab: String = "", paths: [String] = [], isSupported: Bool? = nil,
        answer: PlaceAnswer? = nil, desktop: PlaceAnswer = .names([])
    ) throws -> [Observation] {
        let inventory = try InventoryReader.read(try InventoryFolder.load(at: "\(repositoryRoot)/Inventory"))
        let table = MountTable(parsing: ("1 0 8:1 / / rw - ext4 /dev/sda1 rw\n" + mounts + "\n").utf8)
        #expect(table.problems.count == 0)
        let survey = MountSurvey(
            table: table, plan: MountPlan(parsing: fstab.utf8), known: KnownSources(inventory),
            person: .init(user: 1000, groups: [1000]), isSupported: { _ in isSupported },
            ask: { inquiries in
                inquiries.map { inquiry in
                    if case .names = inquiry.question { return .init(answer: desktop, duration: .milliseconds(1)) }
                    let usual: PlaceAnswer =
                        if case .folder = inquiry.question { .space(size: 10, free: 5) } else {
                            .entry(mode: 0o040755, owner: 0)
                        }
                    return .init(answer: answer ?? usual, duration: .milliseconds(1))
                }
            })
        return survey.sightings(of: paths.map { HostPath($0) }).map { $0.observation() }
    }

    private func one(_ found: [Observation]) throws -> Observation {
        #expect(found.count == 1, "\(found)")
        return try #require(found.first)
    }

    @Test func aShareOfTheInventoryIsRecognised() throws {
        let found = try one(
            observations("2 1 0:44 / /mnt/g rw - cifs //istsmb3/Groups/bioimaging rw,\(Self.fine)"))
        #expect(found.verdict == .healthy)
        #expect(found.steps[0].evidence.contains(.init("share", "istsmb3/bioimaging")))
        #expect(found.space == .init(size: 10, free: 5))
    }

    // A server has several names, and an address may be anybody's.
    @Test(arguments: ["//istsmb3.ist.ac.at/groups", "//istsmb3/groups", "//10.0.0.1/groups", "//ISTSMB3/GROUPS/"])
    func theSameShareUnderAnotherNameIsNoOther(_ planned: String) throws {
        let found = try one(
            observations(
                "2 1 0:44 / /mnt/g rw - cifs //istsmb3.ist.ac.at/groups rw,\(Self.fine)",
                fstab: "\(planned) /mnt/g cifs \(Self.careful)"))
        #expect(found.cause == nil)
    }

    @Test(arguments: ["//istsmb3/other", "//istsmb3/groups/rna-lab", "//nas02/groups"])
    func anotherShareIsAnother(_ planned: String) throws {
        let found = try one(
            observations(
                "2 1 0:44 / /mnt/g rw - cifs //istsmb3.ist.ac.at/groups rw,\(Self.fine)",
                fstab: "\(planned) /mnt/g cifs \(Self.careful)"))
        #expect(found.cause == .mountWrongSource)
    }

    @Test func anAutomountIsToldOfOnce() throws {
        let table = "//nas.example/a /mnt/a cifs x-systemd.automount"
        let waiting = "2 1 0:50 / /mnt/a rw - autofs systemd-1 rw"
        #expect(try one(observations(waiting, fstab: table)).verdict == .healthy)
        #expect(
            try one(observations(waiting, fstab: table, answer: .error(ErrorNumber(19)))).cause == .automountFailed)
        let done = waiting + "\n3 2 0:51 / /mnt/a rw - cifs //nas.example/a rw,\(Self.fine)"
        let found = try one(observations(done, fstab: table))
        #expect(found.verdict == .healthy)
        #expect(found.steps[0].evidence.contains(.init("type", "cifs")))
    }

    @Test func whatIsNoFileServersIsLeftOut() throws {
        let mounts = """
            2 1 0:50 / /proc/sys/fs/binfmt_misc rw - autofs systemd-1 rw
            3 1 0:51 / /boot/efi rw - autofs systemd-1 rw
            4 1 0:52 / /run/user/1000/doc rw - fuse.portal portal rw
            5 1 0:53 / /var/lib/lxcfs rw - fuse.lxcfs lxcfs rw
            """
        let table = "UUID=1 / ext4 defaults 0 1\n//nas.example/later /mnt/later cifs noauto"
        #expect(try observations(mounts, fstab: table) == [])
        #expect(try one(observations(mounts, fstab: table, paths: ["/mnt/later/x"])).cause == .notMounted)
        #expect(try one(observations(mounts, fstab: table, paths: ["/home"])).cause == .notMounted)
    }

    @Test func aKernelWithoutTheModuleIsNamed() throws {
        let table = "//nas.example/a /mnt/a cifs \(Self.careful)"
        #expect(try one(observations("", fstab: table, isSupported: false)).cause == .cifsModuleMissing)
        #expect(try one(observations("", fstab: table, isSupported: true)).cause == .notMounted)
    }

    @Test func twoNamesOfOneMountAreToldOfOnce() throws {
        let mounts = "2 1 0:44 / /mnt/g rw - nfs4 nas.example:/export rw,vers=4.2,hard"
        let found = try one(observations(mounts, paths: ["/mnt/g/a", "/mnt/g/b", "/mnt/g"]))
        #expect(found.target == "/mnt/g")
        #expect(found.verdict == .healthy)
    }

    // MARK: GNOME's folders

    private static let gvfs = "2 1 0:50 / /run/user/1000/gvfs rw,nosuid - fuse.gvfsd-fuse gvfsd-fuse rw,user_id=1000"

    private func desktop(_ names: String..., paths: [String] = []) throws -> [Observation] {
        try observations(Self.gvfs, paths: paths, desktop: .names(names.map { Array($0.utf8) }))
    }

    @Test func eachShareOfTheDesktopIsAnEntryOfItsOwn() throws {
        let found = try desktop(
            "smb-share:server=istsmb3.ist.ac.at,share=groups,user=anna,domain=IST", "dav:host=cloud.example",
            "smb-share:server=nas.example,share=private%24")
        #expect(
            found.map(\.target) == [
                "/run/user/1000/gvfs/smb-share:server=istsmb3.ist.ac.at,share=groups,user=anna,domain=IST",
                "/run/user/1000/gvfs/smb-share:server=nas.example,share=private%24",
            ])
        #expect(found.allSatisfy { $0.verdict == .healthy })
        #expect(found[1].steps[0].evidence.contains(.init("source", "smb://nas.example/private$")))
    }

    @Test(arguments: [
        "smb-share:server=istsmb3.ist.ac.at,share=grops", "smb-share:server=ISTSMB3,share=group%20s,user=anna",
    ])
    func aShareThatTheServerOfTheInventoryLacksIsTold(_ name: String) throws {
        let found = try one(desktop(name))
        #expect(found.cause == .mountWrongSource)
        #expect(found.verdict == .degraded)
        #expect(found.steps[0].evidence.contains(.init("noShareOf", "istsmb3")))
    }

    // The end of a tunnel is another server, whatever its name.
    @Test func aServerAtAPortOfItsOwnIsNotTheInventorys() throws {
        let found = try one(desktop("smb-share:server=istsmb3.ist.ac.at,port=4450,share=grops"))
        #expect(found.cause == nil)
    }

    @Test func aPathInAShareOfTheDesktopIsThatShare() throws {
        let name = "smb-share:server=nas.example,share=a"
        let root = "/run/user/1000/gvfs"
        #expect(
            try one(desktop(name, "smb-share:server=b,share=b", paths: ["\(root)/\(name)/x/y"])).target
                == "\(root)/\(name)")
        #expect(try desktop(name, "smb-share:server=b,share=b", paths: [root]).count == 2)
        let gone = try one(desktop(name, paths: ["\(root)/smb-share:server=c,share=c/x"]))
        #expect(gone.cause == .notMounted)
        #expect(gone.target == "\(root)/smb-share:server=c,share=c")
    }

    @Test func aDesktopThatShowsNothingIsNoMount() throws {
        #expect(try desktop() == [])
        #expect(try one(desktop(paths: ["/run/user/1000/gvfs"])).verdict == .healthy)
    }

    @Test func aDesktopThatDoesNotTellIsAnEntryItself() throws {
        let dead = try one(observations(Self.gvfs, desktop: .error(ErrorNumber(107))))
        #expect(dead.cause == .mountDead)
        let hung = try one(observations(Self.gvfs, desktop: .hung(isKnown: false)))
        #expect(hung.cause == .mountHung)
        let anothers = try one(observations(Self.gvfs, desktop: .error(ErrorNumber(13))))
        #expect(anothers.verdict == .unknown)
    }

    @Test func namesOfTheDesktopAreShownOnOneLine() throws {
        let found = try one(desktop("smb-share:server=a%0Ab,share=\u{202E}x%1B[31m"))
        let shown = found.target + found.steps.flatMap(\.evidence).map(\.value).joined()
        #expect(!shown.unicodeScalars.contains { $0.value < 32 || $0.value == 0x202E })
    }
}
