import InventoryFiles
import TestKit
import Testing

/// Damaged inventories: whatever happens to the bytes, the reader ends, with an inventory or with problems that have
/// places.
@Suite struct MutationTests {
    private static let perSeed = Int(environmentValue("MUTATIONS") ?? "") ?? 60

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func damageIsReadOrTold(seed: UInt64) throws {
        var chance = SeededGenerator(seed: seed)
        let files = try Fixtures.baseSource().files
        var accepted = 0
        for round in 0..<Self.perSeed {
            var damaged = files
            let index = chance.below(files.count)
            let bytes = Self.damage(files[index].bytes, &chance)
            damaged[index] = InventorySource.File(path: files[index].path, bytes: bytes)
            do throws(InventoryUnusable) {
                _ = try InventoryReader.read(InventorySource(folder: "damaged", files: damaged))
                accepted += 1
            } catch {
                for problem in error.problems where !problem.isPlaced(in: damaged) {
                    Issue.record("seed \(seed), round \(round), \(files[index].path): \(problem)")
                }
                #expect(!error.problems.isEmpty)
            }
        }
        // Damage to comments and words is no problem for anybody, but most damage is.
        #expect(accepted < Self.perSeed)
    }

    /// Cuts, repeats, exchanges or overwrites some bytes, often with signs that mean something to YAML.
    private static func damage(_ bytes: [UInt8], _ chance: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        let signs = Array(" \n\t:-?,[]{}#&*!|>'\"%@`~0a\\".utf8) + [0, 0x0D, 0x80, 0xC3, 0xFF]
        for _ in 0...chance.below(3) {
            let position = chance.below(bytes.count)
            guard position < bytes.count else { return bytes }
            let length = min(chance.below(40), bytes.count - position)
            switch chance.below(7) {
            case 0: bytes.removeLast(bytes.count - position)
            case 1: bytes.removeSubrange(position..<position + length)
            case 2: bytes.insert(contentsOf: bytes[position..<position + length], at: chance.below(bytes.count))
            case 3: bytes[position] = UInt8(chance.below(256))
            case 4: bytes.insert(signs[chance.below(signs.count)], at: position)
            case 5: bytes[position] = signs[chance.below(signs.count)]
            default: bytes.swapAt(position, chance.below(bytes.count))
            }
        }
        return bytes
    }
}

extension InventoryProblem {
    /// Whether the place is inside one of the files, or no more than just behind its end, or the problem is of a whole
    /// file.
    fileprivate func isPlaced(in files: [InventorySource.File]) -> Bool {
        guard line > 0 else { return column == 0 }
        guard column > 0, let file = files.first(where: { $0.path == self.file }) else { return false }
        let lines = file.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        guard line <= lines.count else { return false }
        return column <= lines[line - 1].count + 1
    }
}
