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
        for candidate in ["Inventory"] + candidates where isFolder(candidate) { return candidate }
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

    private static func isFolder(_ path: String) -> Bool {
        var facts = stat()
        return unsafe stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
    }
}
