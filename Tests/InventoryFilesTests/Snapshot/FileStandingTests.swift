import Glibc
import Testing

@testable import InventoryFiles

@Suite("The standing of a cached file")
struct FileStandingTests {
    @Test("is good for a plain file that its owner alone can write to", arguments: [0o600, 0o400, 0o644] as [mode_t])
    func trusted(mode: mode_t) {
        #expect(standing(mode: S_IFREG | mode, owner: 1000).doubt(for: 1000) == nil)
    }

    @Test(
        "is doubted for whatever is not a plain file",
        arguments: [S_IFLNK, S_IFDIR, S_IFIFO, S_IFSOCK, S_IFCHR, S_IFBLK])
    func otherKinds(kind: mode_t) {
        #expect(standing(mode: kind | 0o600, owner: 1000).doubt(for: 1000) == "it is not a plain file")
    }

    @Test("is doubted for the file of another account, root's too")
    func otherOwners() {
        let byRoot = standing(mode: S_IFREG | 0o600, owner: 0)
        #expect(byRoot.doubt(for: 1000) == "it belongs to the account 0, not to 1000")
        let byUser = standing(mode: S_IFREG | 0o600, owner: 1000)
        #expect(byUser.doubt(for: 0) == "it belongs to the account 1000, not to 0")
    }

    @Test("is doubted where others may write", arguments: [0o620, 0o602, 0o622, 0o777] as [mode_t])
    func otherWriters(mode: mode_t) {
        let doubt = standing(mode: S_IFREG | mode, owner: 1000).doubt(for: 1000)
        #expect(doubt == "others may write to it (mode \(String(mode, radix: 8)))")
    }

    @Test("is doubted above 64 MiB")
    func length() {
        #expect(standing(mode: S_IFREG | 0o600, owner: 1000, length: 67_108_864).doubt(for: 1000) == nil)
        let doubt = standing(mode: S_IFREG | 0o600, owner: 1000, length: 67_108_865).doubt(for: 1000)
        #expect(doubt == "it is larger than 67108864 bytes")
    }

    private func standing(mode: mode_t, owner: uid_t, length: Int = 1) -> FileStanding {
        var status = stat()
        status.st_mode = mode
        status.st_uid = owner
        status.st_size = length
        return FileStanding(status)
    }
}
