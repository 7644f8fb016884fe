import Glibc
import TestKit
import Testing

@testable import InventoryFiles

@Suite("An open file of the cache")
struct OpenFileTests {
    @Test("gives as many bytes as it has when more are asked for")
    func shortFile() throws {
        try withTemporaryFolder { folder in
            let path = try folder.write("abc", to: "file")
            let file = OpenFile(owning: unsafe open(path, O_RDONLY | O_CLOEXEC), of: "file")
            let most = try file.read(upTo: 2)
            let rest = try file.read(upTo: 100)
            let end = try file.read(upTo: 100)
            #expect([most, rest, end] == [[0x61, 0x62], [0x63], []])
        }
    }

    @Test("says which file could not be written, and why")
    func fullDevice() throws {
        let file = OpenFile(owning: unsafe open("/dev/full", O_WRONLY | O_CLOEXEC), of: "full")
        let error = try #require(obstacle { () throws(CacheObstacle) in try file.write([1, 2, 3]) })
        #expect(error.description == "'full' cannot be written: No space left on device")
    }

    @Test("says which file could not be read, and why")
    func folder() throws {
        let file = OpenFile(owning: unsafe open("/", O_RDONLY | O_CLOEXEC), of: "root")
        let error = try #require(obstacle { () throws(CacheObstacle) in _ = try file.read(upTo: 1) })
        #expect(error.description == "'root' cannot be read: Is a directory")
    }

    @Test("is closed when it goes away")
    func closing() throws {
        try withTemporaryFolder { folder in
            let pipe = folder.at("pipe")
            try #require(unsafe mkfifo(pipe, 0o600) == 0)
            let reader = OpenFile(owning: unsafe open(pipe, O_RDONLY | O_NONBLOCK | O_CLOEXEC), of: "reader")
            do {
                let writer = OpenFile(owning: unsafe open(pipe, O_WRONLY | O_CLOEXEC), of: "writer")
                try writer.write([])
            }
            // The reader is told once nobody can write any more; only a leak makes it wait for ten seconds.
            var waiting = pollfd(fd: reader.descriptor, events: 0, revents: 0)
            let count = unsafe poll(&waiting, 1, 10_000)
            #expect(count == 1)
            #expect(waiting.revents == Int16(POLLHUP))
        }
    }

    private func obstacle(_ body: () throws(CacheObstacle) -> Void) -> CacheObstacle? {
        do throws(CacheObstacle) {
            try body()
            return nil
        } catch {
            return error
        }
    }
}
