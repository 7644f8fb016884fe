public import StorageModel

/// The files that tell how this computer looks up names.
public struct ResolverFiles: Sendable {
    /// Where hosts are looked for (nsswitch.conf(5)).
    public var sources: HostPath
    /// The name servers (resolv.conf(5)).
    public var settings: HostPath
    /// The servers that a service on this computer asks, in the files of the usual services.
    public var settingsBehind: [HostPath]
    /// The table of hosts (hosts(5)).
    public var hosts: HostPath

    /// The largest table of hosts that is read: some hold long lists of names to block.
    private static let largestTable = 32 << 20

    /// Puts the paths together.
    public init(sources: HostPath, settings: HostPath, settingsBehind: [HostPath], hosts: HostPath) {
        self.sources = sources
        self.settings = settings
        self.settingsBehind = settingsBehind
        self.hosts = hosts
    }

    /// The files of this computer.
    public static let system = ResolverFiles(
        sources: HostPath("/etc/nsswitch.conf"), settings: HostPath("/etc/resolv.conf"),
        settingsBehind: [
            HostPath("/run/systemd/resolve/resolv.conf"), HostPath("/run/NetworkManager/no-stub-resolv.conf"),
        ], hosts: HostPath("/etc/hosts"))

    /// Reads how a host's name is looked up; no name server is asked.
    /// - Parameters:
    ///   - host: The host's name.
    ///   - environment: `LOCALDOMAIN` and `RES_OPTIONS`, where they are set.
    /// - Returns: What the files say, each with its own reason where it could not be read.
    public func resolution(of host: String, environment: [String: String]) -> NameResolution {
        let settings = settings(environment)
        let sources = nameSources()
        // systemd-resolved is asked in one of two ways: as a name server, or by its own name in the list of sources.
        let asksService =
            settings.value?.asksThisComputer ?? false || sources.value?.services.contains("resolve") ?? false
        return NameResolution(
            sources: sources, settings: settings, settingsBehind: asksService ? behind() : nil,
            hostsEntries: hostsEntries(of: host))
    }

    private func nameSources() -> HostReading<NameSources> {
        do {
            return .known(
                NameSources(parsing: try BoundedFile.read(sources, limit: ConfigurationLines.sizeLimit)) ?? .standard)
        } catch {
            let obstacle = HostReadingObstacle(error, file: sources.description)
            if case .missing = obstacle { return .known(.standard) }
            return .unknown(obstacle)
        }
    }

    private func settings(_ environment: [String: String]) -> HostReading<ResolverSettings> {
        do {
            let text = try BoundedFile.read(settings, limit: ConfigurationLines.sizeLimit)
            var read = ResolverSettings(parsing: text)
            read.apply(environment)
            return .known(read)
        } catch {
            return .unknown(HostReadingObstacle(error, file: settings.description))
        }
    }

    private func behind() -> HostReading<ResolverSettings> {
        for file in settingsBehind {
            guard let text = try? BoundedFile.read(file, limit: ConfigurationLines.sizeLimit) else { continue }
            return .known(ResolverSettings(parsing: text))
        }
        return .unknown(.missing(settingsBehind.map(\.description).joined(separator: ", ")))
    }

    private func hostsEntries(of host: String) -> HostReading<[HostsEntry]> {
        do {
            let text = try BoundedFile.read(hosts, limit: Self.largestTable)
            return .known(HostsEntry.entries(naming: host, in: text))
        } catch {
            let obstacle = HostReadingObstacle(error, file: hosts.description)
            if case .missing = obstacle { return .known([]) }
            return .unknown(obstacle)
        }
    }
}
