internal import ArgumentParser
internal import Diagnosis
internal import Glibc
internal import HostFacts
internal import StorageModel

/// The command `mounts`, which looks at the shares that are mounted on this computer.
struct Mounts: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mounts",
        abstract: "Check the shares that are mounted here, or should be, and name what is wrong.",
        discussion: """
            Looks at each SMB, NFS, FUSE and automatic mount of a file server, each share that the desktop shows (GNOME), and at each line of /etc/fstab that asks for \
            one: whether it answers, shows the right share, can be written to and lets the computer start. Each is asked by \
            a process of its own, so that a mount that hangs holds up nothing.

            EXAMPLES
              $ wheretoshare mounts
              $ wheretoshare mounts /mnt/bioimaging --format nagios

            EXIT STATUS
              0   every mount is healthy, or there is none
              1   something is wrong with one
              2   the inventory, the table of file systems or the input cannot be used
              3   nothing is known to be broken, but something could not be checked
              64  the command line was not understood
            With --format nagios: 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN.
            """)

    @Argument(
        help: ArgumentHelp(
            "What to look at: the mount that the path lies on; everything without it.", valueName: "path"),
        completion: .directory)
    var paths: [String] = []

    @Option(name: .long, help: ArgumentHelp("How long one mount may take to answer, in seconds.", valueName: "s"))
    var deadline: Double = 3

    @Option(
        name: .long,
        help: ArgumentHelp("The table of what should be mounted; default: /etc/fstab.", valueName: "file"),
        completion: .file())
    var fstab: String?

    @Option(
        name: .long, help: ArgumentHelp("What to call this computer; default: its host name.", valueName: "name"))
    var vantage: String?

    @Option(name: .long, help: "The form of the result.")
    var format: CheckFormat = .text

    @Option(
        name: .long,
        help: ArgumentHelp("Write the result to this file, which is replaced in one step.", valueName: "file"),
        completion: .file())
    var output: String?

    @OptionGroup(title: "General") var common: CommonOptions

    func validate() throws {
        guard deadline.isFinite, (0.1...600).contains(deadline) else {
            throw ValidationError("--deadline takes seconds from 0.1 to 600.")
        }
        if let vantage, vantage.isEmpty { throw ValidationError("--vantage takes a name that is not empty.") }
        if paths.contains("") { throw ValidationError("A path is not empty.") }
    }

    func run() async throws {
        let start = ContinuousClock.now
        let world = World.current()
        let inventory = try common.readInventory(world)
        let words = CheckWording(wording: common.wording(inventory, world))
        let result = try output.map(ResultFile.init)
        let planPath = fstab.map { HostPath(argument: $0) } ?? MountPlan.systemPath
        let plan = try MountPlan.read(planPath)
        if let fstab, plan == nil {
            throw CommandProblem(
                what: "there is no table of file systems '\(fstab.shownOnOneLine)'", why: "no such file exists",
                next: "correct --fstab, or leave it out for /etc/fstab")
        }
        var survey = MountSurvey.current(
            table: try MountTable.current(), plan: plan, KnownSources(inventory), world, deadline: .seconds(deadline))
        try await survey.askAboutMissing(
            within: .seconds(deadline), provenance: inventory.institution.contact.provenance)
        var observations = survey.sightings(of: try paths.map(Self.absolute)).map { $0.observation() }
        if paths.isEmpty {
            observations += (plan?.problems ?? []).filter(\.isAboutServer).map {
                .unusableLine($0.line, of: planPath.description, problem: $0.reason.rawValue)
            }
        }
        let network = NetworkDetection(inventory).network(of: world.addresses())
        let report = CheckReport(
            entries: observations.map { CheckReport.Entry(system: nil, observation: $0, at: .now) },
            vantage: Vantage(name: vantage ?? HostName.current, network: network),
            institution: inventory.institution.id, duration: ContinuousClock.now - start, endedAt: .now,
            subject: .mounts)
        let printing = ReportPrinting(report: report, words: words, format: format)
        try printing.end(common: common, terminal: world.terminal, result: result)
    }

    /// The path from the root, without `.` and `..`, by its letters alone: to follow a link is to ask a file system.
    private static func absolute(_ argument: String) throws(CommandProblem) -> HostPath {
        var path = HostPath(argument: argument)
        if !path.isAbsolute {
            guard let folder = unsafe getcwd(nil, 0) else {
                throw CommandProblem(
                    what: "the folder of '\(path)' is not known", why: ErrorNumber.last.description,
                    next: "write the path from the root")
            }
            defer { unsafe free(folder) }
            path = HostPath(unsafe String(cString: folder)).appending(path.bytes)
        }
        var names: [ArraySlice<UInt8>] = []
        for name in path.components where !name.elementsEqual(".".utf8) {
            if name.elementsEqual("..".utf8) { _ = names.popLast() } else { names.append(name) }
        }
        return HostPath(bytes: [UInt8(ascii: "/")] + names.joined(separator: [UInt8(ascii: "/")]))
    }
}
