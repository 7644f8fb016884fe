import TestKit
import Testing

@testable import HostFacts

@Suite struct MountTableFuzzTests {
    private static let seed: UInt64 = 0x0D0C_5EED

    private let sample = Array(
        """
        22 27 0:21 / /proc rw,relatime shared:5 - proc proc rw
        27 1 254:0 / / rw,relatime - ext4 /dev/vda rw,discard
        30 27 0:50 /rna /mnt/two\\040words rw shared:7 master:2 - cifs //nas/groups/rna rw,vers=3.1.1,username=anna
        31 27 0:51 / /run/user/1000/gvfs rw,nosuid - fuse.gvfsd-fuse gvfsd-fuse rw,user_id=1000
        32 27 0:52 / /srv rw - nfs4 nas:/export rw

        """.utf8)

    // A damaged table is read as far as it goes: no crash, and every line is a mount or a problem.
    @Test func survivesAnyDamage() {
        print("mountinfo fuzzing with seed \(Self.seed)")
        var random = SeededGenerator(seed: Self.seed)
        let paths = ["/", "/mnt/two words/a", "/run/user/1000/gvfs/smb-share:server=a,share=b/c", "/srv/x"]
            .map { HostPath($0) }
        var damaged = 0
        var wrong: [String] = []
        for _ in 0..<2_000 {
            var text = sample
            for _ in 0..<Int.random(in: 1...8, using: &random) { damage(&text, &random) }
            let table = MountTable(parsing: text)
            damaged += table.problems.count
            if !isSound(table, text, paths) { wrong.append(String(decoding: text, as: UTF8.self)) }
        }
        #expect(wrong == [], "seed \(Self.seed)")
        #expect(damaged > 500)
    }

    @Test func survivesNoise() {
        var random = SeededGenerator(seed: Self.seed)
        let letters = Array("0 1 2:3 / - \\040\\777\n\0,=cifs//".utf8) + [0xFF, 0xC3]
        var wrong: [[UInt8]] = []
        for _ in 0..<2_000 {
            let length = Int.random(in: 0...300, using: &random)
            let text = (0..<length).map { _ in letters.randomElement(using: &random) ?? 0 }
            if !isSound(MountTable(parsing: text), text, [HostPath("/a/b/c")]) { wrong.append(text) }
        }
        #expect(wrong == [], "seed \(Self.seed)")
    }

    private func isSound(_ table: MountTable, _ text: [UInt8], _ paths: [HostPath]) -> Bool {
        let lines = text.split(separator: UInt8(ascii: "\n")).count
        guard table.mounts.count + table.problems.count == lines, table.mounts.allSatisfy(\.point.isAbsolute) else {
            return false
        }
        return paths.allSatisfy { path in
            if let mount = table.mount(containing: path), !path.components.starts(with: mount.point.components) {
                return false
            }
            guard let place = table.networkSource(of: path) else { return true }
            return !place.host.isEmpty && !place.share.isEmpty && table.paths(to: place).allSatisfy(\.isAbsolute)
        }
    }

    // What the kernel would write for any mount is read back as that mount.
    @Test func readsBackWhatTheKernelWrites() {
        var random = SeededGenerator(seed: Self.seed)
        var wrong: [Mount] = []
        for _ in 0..<2_000 {
            let mount = Mount(
                id: Int.random(in: 0...100_000, using: &random), parent: Int.random(in: 0...100_000, using: &random),
                device: "\(UInt16.random(in: 0...300, using: &random)):\(UInt16.random(in: 0...300, using: &random))",
                root: anyPath(&random), point: anyPath(&random), options: ["rw", "relatime"], type: "fuse.any",
                source: anyPath(&random).text, superOptions: ["rw"]
            )
            let optional = (0..<Int.random(in: 0...3, using: &random)).map { "shared:\($0) " }.joined()
            let line =
                Array("\(mount.id) \(mount.parent) \(mount.device) ".utf8) + escaped(mount.root.bytes) + [0x20]
                + escaped(mount.point.bytes) + Array(" rw,relatime \(optional)- \(mount.type) ".utf8)
                + escaped(Array(mount.source.utf8)) + Array(" rw\n".utf8)
            if MountTable(parsing: line).mounts != [mount] { wrong.append(mount) }
        }
        #expect(wrong == [], "seed \(Self.seed)")
    }

    private func damage(_ text: inout [UInt8], _ random: inout SeededGenerator) {
        guard !text.isEmpty else { return }
        let index = Int.random(in: 0..<text.count, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: text[index] = UInt8.random(in: 0...255, using: &random)
        case 1: text.remove(at: index)
        case 2: text.insert(contentsOf: Array(" \n\\0-".utf8).shuffled(using: &random), at: index)
        case 3: text.removeSubrange(index..<min(text.count, index + 40))
        default: text.insert(contentsOf: text[index..<min(text.count, index + 90)], at: index)
        }
    }

    private func anyPath(_ random: inout SeededGenerator) -> HostPath {
        let letters = Array("abc \t\n\\#,ä/".utf8)
        let name = (0..<Int.random(in: 1...12, using: &random)).map { _ in letters.randomElement(using: &random) ?? 0 }
        // The source is text, so names are kept whole characters.
        return HostPath("/" + String(decoding: name, as: UTF8.self))
    }

    /// Space, tab, line break, backslash and `#` in octal (seq_file's mangle).
    private func escaped(_ bytes: [UInt8]) -> [UInt8] {
        bytes.flatMap { byte -> [UInt8] in
            guard " \t\n\\#".utf8.contains(byte) else { return [byte] }
            let octal = String(byte, radix: 8)
            return Array("\\\(String(repeating: "0", count: 3 - octal.count))\(octal)".utf8)
        }
    }
}
