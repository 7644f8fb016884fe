internal import Glibc
internal import HostFacts
internal import InventoryFiles
internal import StorageModel

/// Finds and reads the inventory.
enum InventoryLocation {
    /// The folder that was named, else `$WHERETOSHARE_INVENTORY`, `./Inventory`, then the installed ones.
    static func find(named: String?, in world: World) throws(CommandProblem) -> String {
        if let named { return named }
        if let variable = world.inventoryVariable, !variable.isEmpty { return variable }
        let candidates = installed(world)
        for candidate in ["Inventory"] + candidates {
            guard let owner = ownerOfFolder(candidate) else { continue }
            // Nobody named this folder, and whoever made it speaks in the institution's name.
            if owner != geteuid(), owner != 0 {
                Output.remark("note: answering from '\(candidate)', which belongs to another account (number \(owner))")
            }
            return candidate
        }
        throw CommandProblem(
            what: "there is no inventory to answer from",
            why: "neither --inventory nor WHERETOSHARE_INVENTORY names one, and none of these folders exists: "
                + (["./Inventory"] + candidates).joined(separator: ", "),
            next: "name your institution's inventory with --inventory, or start one: wheretoshare inventory init DIR")
    }

    /// Reads an inventory, from the cache when exactly this content has been checked before.
    static func read(_ folder: String, in world: World) throws(InventoryUnusable) -> Inventory {
        let source = try InventoryFolder.load(at: folder)
        let cache = world.folders.map { InventoryCache(folder: $0.cache.text, programVersion: ProgramVersion.build) }
        if let kept = cache?.load(revision: source.revision) { return kept }
        let inventory = try InventoryReader.read(source)
        _ = cache?.store(inventory, revision: source.revision)
        return inventory
    }

    private static func installed(_ world: World) -> [String] {
        ["/etc/wheretoshare/Inventory"]
            + (world.programFolder.map { [HostPath($0).parent.appending("share/wheretoshare/Inventory").text] } ?? [])
    }

    /// The account that a folder belongs to; nil when there is no folder at the path.
    private static func ownerOfFolder(_ path: String) -> uid_t? {
        var facts = stat()
        guard unsafe stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR else { return nil }
        return facts.st_uid
    }
}
