internal import HostFacts
internal import StorageModel

/// Tells the network of the inventory that this machine is on, from its addresses and interfaces.
struct NetworkDetection {
    private let inventory: Inventory

    init(_ inventory: Inventory) { self.inventory = inventory }

    /// The network; nil when nothing fits.
    ///
    /// A machine can be on several at once, as with a VPN at home: the one on which most prerequisites are met counts,
    /// then the
    /// one with the narrowest address block.
    func network(of addresses: [LocalAddress]) -> NetworkID? {
        let fitting = inventory.networks.compactMap { network -> (id: NetworkID, open: Int, length: Int)? in
            let lengths = addresses.flatMap { address in
                network.addresses.filter { $0.value.contains(address.address) }.map(\.value.prefixLength)
                    + network.interfaces.filter { matches($0.value, address.interface) }.map { _ in 0 }
            }
            guard let longest = lengths.max() else { return nil }
            return (network.id, prerequisitesMet(on: network.id), longest)
        }
        return fitting.max { ($0.open, $0.length, $1.id) < ($1.open, $1.length, $0.id) }?.id
    }

    /// Whether a network is one of the inside.
    ///
    /// It is when prerequisites that ask for certain networks are met on it. Where no prerequisite does, every network is
    /// that a computer does not merely fall back to.
    func isInside(_ network: NetworkID) -> Bool {
        let demanded = inventory.vocabulary.obligations.contains { obligation in
            if case .networks? = obligation.prerequisite?.witness { true } else { false }
        }
        return demanded ? prerequisitesMet(on: network) > 0 : network != inventory.fallbackNetwork
    }

    /// Whether a vantage is on no network of the inside; one on no network at all is where computers fall back to.
    func isOutside(_ network: NetworkID?) -> Bool {
        guard let network = network ?? inventory.fallbackNetwork else { return false }
        return !isInside(network)
    }

    private func matches(_ pattern: String, _ interface: String) -> Bool {
        pattern.hasSuffix("*") ? interface.hasPrefix(pattern.dropLast()) : interface == pattern
    }

    private func prerequisitesMet(on network: NetworkID) -> Int {
        inventory.vocabulary.obligations.filter { obligation in
            if case .networks(let networks)? = obligation.prerequisite?.witness {
                networks.contains(network)
            } else {
                false
            }
        }.count
    }
}
