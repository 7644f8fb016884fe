internal import InventoryFiles
internal import StorageModel

/// What the shell offers while somebody types: names from the inventory that would be used.
enum Completions {
    static func groups() -> [String] { names { $0.groups.flatMap { [$0.id.text] + $0.aliases } } }
    static func tags() -> [String] { names { $0.vocabulary.tags.filter { !$0.standsForUnknown }.map(\.id.text) } }
    static func levels() -> [String] { names { $0.vocabulary.levels.map(\.id.text) } }
    static func networks() -> [String] { names { $0.networks.map(\.id.text) } }
    static func methods() -> [String] { names { $0.systems.flatMap(\.methods).map(\.id.text) } }
    static func systems() -> [String] { names { $0.systems.map(\.id.text) } }
    static func rules() -> [String] { names { $0.rules.map(\.id.text) } }

    /// What can be checked.
    static func targets() -> [String] {
        names { inventory in
            inventory.systems.flatMap { [$0.id.text] + $0.shares.map(\.id.text) }
                + inventory.groups.map { "group:\($0.id)" }
                + inventory.networks.filter { $0.gateway != nil }.map { "gateway:\($0.id)" }
        }
    }

    /// Nothing is offered when the inventory cannot be read; the command itself will say why.
    private static func names(_ list: (Inventory) -> [String]) -> [String] {
        let world = World.current()
        guard let folder = try? InventoryLocation.find(named: nil, in: world),
            let inventory = try? InventoryLocation.read(folder, in: world)
        else { return [] }
        return list(inventory).sorted()
    }
}
