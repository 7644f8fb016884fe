/// A place where data can be put or passed on: a file server, a cloud, an archive, a mail system.
public struct StorageSystem: Hashable, Sendable {
    /// Its name.
    public var id: SystemID
    /// The host that people and probes connect to; nil when there is none to name.
    public var host: Fact<String>?
    /// Other names of the host that mounts may show.
    public var hostAliases: [String]
    /// How its paths are written on each kind of computer; placeholders are `{host}`, `{share}` and `{folder}`.
    public var locations: [OperatingSystem: String]
    /// The shares on it.
    public var shares: [Share]
    /// The ways to hand over data on it.
    public var methods: [Method]
    /// How it answers on the network; nil when checks have nothing to ask.
    public var service: Service?
    /// The first day it can be used; nil when it already can.
    public var availableFrom: CalendarDate?
    /// The last day it can be used; nil when no end is planned.
    public var retiresOn: CalendarDate?
    /// Where the system's existence is told.
    public var provenance: Provenance

    /// Puts the parts together.
    public init(
        id: SystemID, host: Fact<String>? = nil, hostAliases: [String] = [],
        locations: [OperatingSystem: String] = [:], shares: [Share] = [], methods: [Method] = [],
        service: Service? = nil, availableFrom: CalendarDate? = nil, retiresOn: CalendarDate? = nil,
        provenance: Provenance
    ) {
        self.id = id
        self.host = host
        self.hostAliases = hostAliases
        self.locations = locations
        self.shares = shares
        self.methods = methods
        self.service = service
        self.availableFrom = availableFrom
        self.retiresOn = retiresOn
        self.provenance = provenance
    }

    /// Where a share (or, without one, the system itself) is found on a kind of computer; nil when the inventory does
    /// not say.
    public func location(of share: Share?, on computer: OperatingSystem) -> String? {
        guard let template = locations[computer] else { return nil }
        let folder = share?.folder ?? ""
        var text = template.fillingPlaceholders { name in
            switch name {
            case "host": host?.value ?? id.text
            case "share": share?.name.value ?? ""
            case "folder": computer == .windows ? folder.withBackslashes : folder
            default: nil
            }
        }
        while let last = text.last, last == "/" || last == "\\", text.utf8.count > 1 {
            text.removeLast()
        }
        return text
    }
}

/// A named part of a system that groups have access to.
public struct Share: Hashable, Sendable {
    /// Its name in the inventory, `system/name`.
    public var id: ShareID
    /// The method by which people hand over data on it.
    public var method: MethodID
    /// The name that the server gives it, such as `groups`.
    public var name: Fact<String>
    /// The folder inside the share, with `/` between parts; empty for the whole share.
    public var folder: String
    /// What a check may do in the folder besides listing it.
    public var check: ShareCheck
    /// Where the share's existence is told.
    public var provenance: Provenance

    /// Puts the parts together.
    public init(
        id: ShareID, method: MethodID, name: Fact<String>, folder: String = "", check: ShareCheck = ShareCheck(),
        provenance: Provenance
    ) {
        self.id = id
        self.method = method
        self.name = name
        self.folder = folder
        self.check = check
        self.provenance = provenance
    }
}

/// A kind of computer whose paths are written in its own way.
public enum OperatingSystem: String, CaseIterable, Sendable {
    /// Microsoft Windows.
    case windows
    /// Apple macOS.
    case macos
    /// GNU/Linux.
    case linux
}

extension String {
    fileprivate var withBackslashes: String { String(map { $0 == "/" ? "\\" : $0 }) }
}
