internal import Glibc
public import StorageModel

/// Reads how this computer's own clients of file servers are set up.
public struct SMBClientReader: Sendable {
    /// Where Samba's client looks for its settings; the first file that is there counts.
    var files: [HostPath]
    /// Where mount(8) looks for the program that mounts shares.
    var mountPrograms: [HostPath]

    private static let mostFiles = 50
    private static let deepest = 8

    /// The files of this computer.
    /// - Parameter environment: `SMB_CONF_PATH` and `HOME`, where they are set and are the account's own.
    public init(environment: [String: String]) {
        files =
            [environment["SMB_CONF_PATH"], environment["HOME"].map { $0 + "/.smb/smb.conf" }, "/etc/samba/smb.conf"]
            .compactMap { $0.map { HostPath($0) } }
        mountPrograms = ["/sbin/mount.cifs", "/usr/sbin/mount.cifs", "/run/current-system/sw/bin/mount.cifs"]
            .map { HostPath($0) }
    }

    /// Reads all of it.
    public func read() -> SMBClientSituation {
        SMBClientSituation(
            settings: settings(), mountProgram: mountProgram(),
            kernelModule: FileSystemTypes.current().module(for: "cifs"))
    }

    /// What Samba's client is told.
    func settings() -> HostReading<SMBClientSettings> {
        for file in files {
            do {
                var settings = SMBClientSettings(file: file.description)
                var count = 0
                try Self.read(file, into: &settings, count: &count, depth: 0)
                return .known(settings)
            } catch {
                let obstacle = HostReadingObstacle(error, file: file.description)
                if case .missing = obstacle { continue }
                return .unknown(obstacle)
            }
        }
        return .known(SMBClientSettings())
    }

    private static func read(
        _ file: HostPath, into settings: inout SMBClientSettings, count: inout Int, depth: Int
    ) throws(BoundedFile.Failure) {
        count += 1
        let text = SambaConfigurationText(try BoundedFile.read(file, limit: ConfigurationLines.sizeLimit))
        for part in text.parts {
            switch part {
            case .setting(let name, let value): settings.set(name, value)
            case .inclusion(let path):
                // What Samba puts in for a percent sign depends on the server, and the registry is no file.
                guard path.hasPrefix("/"), !path.contains("%"), depth < deepest, count < mostFiles else {
                    settings.unreadFiles.append(path)
                    continue
                }
                do {
                    try read(HostPath(path), into: &settings, count: &count, depth: depth + 1)
                } catch {
                    settings.unreadFiles.append(path)
                }
            }
        }
    }

    private func mountProgram() -> HostReading<String> {
        for path in mountPrograms where (try? unsafe path.systemCall { unsafe Int(access($0, X_OK)) }) != nil {
            return .known(path.description)
        }
        return .unknown(.missing("mount.cifs"))
    }
}

extension SMBClientSettings {
    /// Notes a setting by its name without blanks; the last of several counts.
    fileprivate mutating func set(_ name: String, _ value: String) {
        switch name {
        case "clientminprotocol": oldestProtocol = value
        case "clientmaxprotocol": newestProtocol = value
        case "clientsigning": signing = value
        case "clientsmbencrypt": encryption = value
        case "clientusekerberos": kerberos = value
        default: break
        }
    }
}

extension FileSystemTypes {
    /// How the kernel stands with a type of file system.
    func module(for type: String) -> HostReading<SMBClientSituation.KernelModule> {
        if isLoaded(type) { return .known(.loaded) }
        guard let canMount = canMount(type) else { return .unknown(.missing("modules.dep")) }
        return .known(canMount ? .available : .absent)
    }
}
