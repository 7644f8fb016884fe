import Glibc
import TestKit
import Testing

@testable import HostFacts

@Suite struct MountTableTests {
    private func table(_ lines: String...) -> MountTable {
        MountTable(parsing: lines.joined(separator: "\n").utf8)
    }

    private func id(_ table: MountTable, _ path: String) -> Int? { table.mount(containing: HostPath(path))?.id }

    // MARK: Which mount a path lies in

    @Test func findsTheDeepestMount() {
        let table = table(
            "1 0 8:1 / / rw - ext4 /dev/sda1 rw", "2 1 8:2 / /srv rw - ext4 /dev/sda2 rw",
            "3 2 8:3 / /srv/lab rw - ext4 /dev/sda3 rw")
        #expect(id(table, "/") == 1)
        #expect(id(table, "/etc/passwd") == 1)
        #expect(id(table, "/srv") == 2)
        #expect(id(table, "/srv/laboratory") == 2)
        #expect(id(table, "/srv/lab") == 3)
        #expect(id(table, "/srv/lab/a/b/") == 3)
        #expect(id(table, "//srv//lab//a") == 3)
        #expect(id(table, "srv/lab") == nil)
        #expect(id(table, "") == nil)
    }

    @Test func aLaterMountHidesAnEarlierOne() {
        let stacked = table(
            "1 0 8:1 / / rw - ext4 /dev/sda1 rw", "2 1 8:2 / /mnt rw - ext4 /dev/sda2 rw",
            "3 2 0:40 / /mnt rw - tmpfs none rw")
        #expect(id(stacked, "/mnt/a") == 3)
        // The mount on /mnt/x/sub was made first and is hidden by the one on /mnt/x.
        let covered = table(
            "1 0 8:1 / / rw - ext4 /dev/sda1 rw", "2 1 8:2 / /mnt/x/sub rw - ext4 /dev/sda2 rw",
            "3 1 0:40 / /mnt/x rw - tmpfs none rw")
        #expect(id(covered, "/mnt/x/sub/file") == 3)
    }

    @Test func theOrderOfTheLinesDoesNotMatter() {
        // As a machine shows it whose root was mounted after /dev was: the line of / comes last.
        let table = table(
            "24 27 0:6 / /dev rw - devtmpfs devtmpfs rw", "25 24 0:23 / /dev/shm rw - tmpfs tmpfs rw",
            "30 25 0:27 / /dev/shm rw - tmpfs tmpfs rw", "27 1 254:0 / / rw - ext4 /dev/vda rw")
        #expect(id(table, "/dev/null") == 24)
        #expect(id(table, "/dev/shm/x") == 30)
        #expect(id(table, "/devices") == 27)
    }

    @Test func findsMountsWhoseParentIsUnknown() {
        // In a jail the root is no mount; a damaged line may take a parent away.
        let jail = table("5 4 0:3 / /proc rw - proc proc rw")
        #expect(id(jail, "/proc/1") == 5)
        #expect(id(jail, "/etc") == nil)
        let damaged = table(
            "1 0 8:1 / / rw - ext4 /dev/sda1 rw", "damaged", "3 2 8:3 / /srv/lab rw - ext4 /dev/sda3 rw")
        #expect(id(damaged, "/srv/lab/a") == 3)
        #expect(id(damaged, "/srv/a") == 1)
    }

    @Test(.timeLimit(.minutes(20))) func doesNotGoRoundInCircles() {
        let own = table("1 1 0:2 / / rw - rootfs rootfs rw", "2 1 8:1 / / rw - ext4 /dev/sda1 rw")
        #expect(id(own, "/etc") == 2)
        let circle = table(
            "1 2 0:2 / / rw - tmpfs a rw", "2 1 0:3 / / rw - tmpfs b rw", "3 3 0:4 / / rw - tmpfs c rw",
            "1 3 0:5 / / rw - tmpfs d rw")
        #expect(circle.mounts.count == 4)
        #expect(circle.mount(containing: HostPath("/etc")) != nil)
    }

    @Test func readsThisMachine() throws {
        let table = try MountTable.current()
        #expect(table.problems.count == 0)
        #expect(table.mount(containing: HostPath("/proc/self/status"))?.type == "proc")
    }

    // The device number that the kernel gives a path must be that of the mount it is found in.
    @Test(.enabled(if: mayMount, "mounting is not permitted here")) func agreesWithTheKernel() async throws {
        try await withTemporaryFolder { folder in
            try folder.makeFolder("point/sub")
            try folder.makeFolder("other")
            await #expect(processExitsWith: .success) { [path = folder.path as String] in
                useOwnMounts()
                let points = ["point/sub", "point", "point", "other"].map { "\(path)/\($0)" }
                for point in points { mountMemory(on: point) }
                try HostPath("\(path)/point/sub").makeFolder()
                mountMemory(on: "\(path)/point/sub")

                // Only this thread has these mounts, so it is this thread's list that counts.
                let list = try BoundedFile.read(HostPath("/proc/thread-self/mountinfo"), limit: 1 << 20)
                let table = MountTable(parsing: list)
                for place in points + [path, "/", "/dev", "/proc", "/dev/shm"] {
                    guard let device = try? ResolvedPath.status(of: HostPath(place)).st_dev else { continue }
                    let found = table.mount(containing: HostPath(place))?.device
                    // The low 20 bits but for a hole of 12 are the minor number (gnu_dev_minor).
                    let number = "\((device >> 8) & 0xFFF):\((device & 0xFF) | ((device >> 12) & 0xF_FF00))"
                    #expect(found == number, "\(place)")
                }
                #expect(table.mounts.filter { $0.source == "tests" }.count == 5)
            }
        }
    }

    // MARK: Places on file servers

    private let root = "1 0 8:1 / / rw - ext4 /dev/sda1 rw"

    private func place(_ line: String, _ path: String) -> String? {
        table(root, line).networkSource(of: HostPath(path))?.description
    }

    @Test(arguments: [
        ("//NAS.example/Groups", "smb://nas.example/Groups"), ("//nas/groups/", "smb://nas/groups"),
        ("//nas/groups/rna", "smb://nas/groups/rna"), ("//nas//groups//rna//x/", "smb://nas/groups/rna/x"),
        (#"\134\134nas\134groups\134rna"#, "smb://nas/groups/rna"), (#"\\nas\groups"#, "smb://nas/groups"),
        (#"//nas/two\040words"#, "smb://nas/two words"), ("//nas/my%20share", "smb://nas/my%20share"),
        ("//anna@nas/groups", "smb://nas/groups"), ("//LAB;anna%secret@nas/groups", "smb://nas/groups"),
        ("//[2001:db8::7]/groups", "smb://[2001:db8::7]/groups"),
    ])
    func recognisesSMBSources(_ source: String, _ place: String) {
        for type in ["cifs", "smb3"] {
            #expect(self.place("2 1 0:50 / /mnt/g rw - \(type) \(source) rw", "/mnt/g") == place)
            #expect(
                self.place("2 1 0:50 / /mnt/g rw - \(type) \(source) rw", "/mnt/g/a b/c.csv") == place + "/a b/c.csv")
        }
    }

    @Test(arguments: ["", "none", "//nas", "//", "///", "/nas/groups", "nas:/groups", "//@/groups", "//[]/groups"])
    func recognisesNoOtherSMBSources(_ source: String) {
        #expect(place("2 1 0:50 / /mnt/g rw - cifs \(source) rw", "/mnt/g") == nil)
    }

    @Test(arguments: [
        // A folder of the share, bound to another place.
        ("/rna", "//nas/groups", "smb://nas/groups/rna/x"),
        // The usual mount of a folder: the file system is the share, and the root repeats the source's folder.
        ("/rna", "//nas/groups/rna", "smb://nas/groups/rna/x"),
        (#"/rna/2024\040a"#, "//nas/groups/rna", "smb://nas/groups/rna/2024 a/x"),
        // The folders above may not be entered: the file system is the folder, and the root lies below it.
        ("/", "//nas/groups/rna", "smb://nas/groups/rna/x"),
        ("/2024", "//nas/groups/rna", "smb://nas/groups/rna/2024/x"),
        ("/rnaseq", "//nas/groups/rna", "smb://nas/groups/rna/rnaseq/x"),
    ])
    func joinsTheFoldersOfSourceAndRoot(_ root: String, _ source: String, _ place: String) {
        #expect(self.place("2 1 0:50 \(root) /mnt/g rw - cifs \(source) rw", "/mnt/g/x") == place)
    }

    @Test func mountsOfOneShareShowTheFirstOnesSource() {
        let table = table(
            root, "2 1 0:50 /rna /mnt/rna rw - cifs //nas/groups/rna rw",
            "3 1 0:50 /neuro /mnt/neuro rw - cifs //nas/groups/rna rw",
            "4 1 0:50 / /mnt/all rw - cifs //nas/groups/rna rw", "5 1 0:51 / /mnt/other rw - cifs //nas/groups/rna rw")
        #expect(table.networkSource(of: HostPath("/mnt/rna/a"))?.folder == "rna/a")
        #expect(table.networkSource(of: HostPath("/mnt/neuro/a"))?.folder == "neuro/a")
        #expect(table.networkSource(of: HostPath("/mnt/all/a"))?.folder == "a")
        #expect(table.networkSource(of: HostPath("/mnt/other/a"))?.folder == "rna/a")
    }

    @Test(arguments: [
        ("nas.example:/export/lab", "nas.example:/export/lab/x"), ("NAS:/", "nas:/x"),
        ("[2001:db8::7]:/export", "[2001:db8::7]:/export/x"), ("10.0.0.7:/export/", "10.0.0.7:/export/x"),
    ])
    func recognisesNFSSources(_ source: String, _ place: String) throws {
        for type in ["nfs", "nfs4"] {
            #expect(self.place("2 1 0:50 / /mnt/g rw - \(type) \(source) rw", "/mnt/g/x") == place)
        }
    }

    @Test func tellsTheExportFromTheFolder() throws {
        let table = table(root, "2 1 0:50 / /mnt/g rw - nfs4 nas:/export/lab rw")
        let place = try #require(table.networkSource(of: HostPath("/mnt/g/a/b")))
        #expect(place.share == "/export/lab")
        #expect(place.folder == "a/b")
        #expect(place.service == .nfs)
        #expect(table.networkSource(of: HostPath("/etc")) == nil)
    }

    @Test(arguments: [
        ("smb-share:server=nas.example,share=groups", "smb://nas.example/groups/a/b"),
        ("smb-share:domain=LAB,server=NAS,share=groups,user=anna", "smb://nas/groups/a/b"),
        ("smb-share:server=nas,share=two%20words,user=a%2Cb", "smb://nas/two words/a/b"),
        ("smb-share:server=nas,share=100%", "smb://nas/100%/a/b"),
        ("smb-share:server=%5B2001%3Adb8%3A%3A7%5D,share=groups", "smb://[2001:db8::7]/groups/a/b"),
        ("smb-share:port=4450,server=nas,share=%C3%9Cbung", "smb://nas/Übung/a/b"),
    ])
    func recognisesGNOMEFolders(_ name: String, _ place: String) {
        let line = "2 1 0:50 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw"
        #expect(self.place(line, "/run/user/1000/gvfs/\(name)/a/b") == place)
        #expect(self.place("2 1 0:50 /\(name)/a /mnt/g rw - fuse.gvfsd-fuse gvfsd-fuse rw", "/mnt/g/b") == place)
    }

    @Test(arguments: [
        "", "smb-share:", "smb-share:server=nas", "smb-share:share=groups", "smb-share:server=,share=groups",
        "sftp:host=nas", "smb-server:server=nas", "smb-share:server=nas,share=a%2Fb",
    ])
    func recognisesNoOtherGNOMEFolders(_ name: String) {
        let line = "2 1 0:50 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw"
        #expect(place(line, "/run/user/1000/gvfs/\(name)") == nil)
    }

    @Test func findsWhereAPlaceIsMounted() {
        let table = table(
            root, "2 1 0:50 / /mnt/groups rw - cifs //NAS/Groups rw",
            "3 1 0:51 /rna /mnt/rna rw - cifs //nas/groups rw",
            "4 2 0:52 / /mnt/groups/rna/tmp rw - tmpfs none rw", "5 1 0:53 / /mnt/hidden rw - cifs //nas/groups rw",
            "6 5 0:54 / /mnt/hidden rw - tmpfs none rw", "7 1 0:55 / /mnt/nfs rw - nfs nas:/groups rw")
        func paths(_ folder: String) -> [String] {
            table.paths(to: NetworkSource(service: .smb, host: "nas", share: "GROUPS", folder: folder)).map(\.text)
        }
        #expect(paths("") == ["/mnt/groups"])
        #expect(paths("rna/2024") == ["/mnt/groups/rna/2024", "/mnt/rna/2024"])
        #expect(paths("rnaseq") == ["/mnt/groups/rnaseq"])
        #expect(paths("rna/tmp") == ["/mnt/rna/tmp"])
    }
}
