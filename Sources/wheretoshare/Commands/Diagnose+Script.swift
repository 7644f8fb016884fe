internal import Diagnosis
internal import Glibc
internal import HostFacts
internal import StorageModel

/// With the person at the phone: a script to paste on their computer, and what it printed.
extension Diagnose {
    /// Prints the script for somebody else's computer.
    @inline(never)  // As with what ends the command: the optimizer of Swift 6.3.1 crashes over it.
    func printScript(for system: ScriptSystem, meant target: String) throws {
        let world = World.current()
        let inventory = try common.readInventory(world)
        let plan = CheckPlan(signsIn: true, writes: false, only: nil)
        let list = CheckTargets(inventory, plan, today: world.today, seenFrom: nil)
        let bare = CheckTargets(
            inventory, CheckPlan(signsIn: false, writes: false, only: nil), today: world.today, seenFrom: nil)
        let name = try DiagnosisTarget(inventory: inventory, mounts: nil).name(meant: target)
        let found = try list.named([name])
        let own = found.count == 1 ? found[0] : try bare.named([name])[0]
        let question = ScriptQuestion(own, among: bare.all, in: inventory)
        let remarks = ScriptRemarks(language: common.wording(inventory, world).language)
        switch system {
        case .windows: try Output.result(WindowsScript(question: question, remarks: remarks).text)
        case .macos: try Output.result(MacScript(question: question, remarks: remarks).text)
        }
    }

    /// Diagnoses from what a script printed, or from what a person's computer showed.
    @inline(never)  // As with what ends the command: the optimizer of Swift 6.3.1 crashes over it.
    func diagnosePaste(named file: String) throws {
        let start = ContinuousClock.now
        let world = World.current()
        let inventory = try common.readInventory(world)
        let name = file == "-" ? "standard input" : file
        let text = try PastedText(PasteFile.read(file), named: name)
        let block = try PastedBlock(in: text, named: name)
        var errors: [ReportedError] = []
        for line in block?.outside ?? text.lines {
            for error in ReportedMessages.errors(in: line.text) where !errors.contains(error) { errors.append(error) }
        }
        let meant = try target.map {
            try DiagnosisTarget(inventory: inventory, mounts: nil).name(meant: $0).lowercased()
        }
        let pasted: PastedEvidence
        if let block {
            pasted = try PastedEvidence(block, named: name) { Output.remark("note: \($0)") }
            if let meant, meant != pasted.target {
                throw CommandProblem(
                    what: "'\(name.shownOnOneLine)' is about '\(pasted.target.shownOnOneLine)', not about '\(meant)'",
                    why: "the script was printed for that place",
                    next: "leave the place out, or print the script for it: wheretoshare diagnose \(meant) --script "
                        + block.system.rawValue)
            }
            if block.others > 0 {
                Output.remark("note: '\(name)' holds \(block.others + 1) scripts' output; the last counts")
            }
        } else {
            guard !errors.isEmpty else {
                throw PasteProblem.whole(name, "there is no line WTS-BEGIN in it, and no error that is known here")
            }
            guard let meant else {
                throw CommandProblem(
                    what: "it is not known which place '\(name.shownOnOneLine)' is about",
                    why: "there is an error in it (\(errors[0].name)), and no output of a script",
                    next: "name the place: wheretoshare diagnose TARGET --from-script \(file.shownOnOneLine)",
                    status: .usage)
            }
            pasted = PastedEvidence(target: meant, system: .windows)
        }
        let at = Moment(secondsSince1970: pasted.time ?? Moment.now.secondsSince1970)
        remarkOnAge(of: at, named: name)
        let look = PastedCase(
            inventory: inventory, today: world.today, pasted: pasted, reported: errors, paste: name,
            isWithoutScript: block == nil)
        var vantage = look.vantage
        if let given = self.vantage { vantage.name = given }
        var evidence = try look.evidence(at: at.secondsSince1970)
        remember(&evidence, of: pasted.target, from: vantage.name, inventory, world)
        var report = report(on: evidence, vantage: vantage, place: pasted.target, at: at, since: start)
        report.isPasted = true
        report.lastWorked = RememberedPlaces.lastWorked(pasted.target, world)
        try end(report, CheckWording(wording: common.wording(inventory, world)), inventory, world)
    }

    /// Says when a paste tells of another day, or when the two clocks differ.
    private func remarkOnAge(of at: Moment, named name: String) {
        let age = Moment.now.secondsSince1970 - at.secondsSince1970
        if age < -300 {
            Output.remark("note: by its clock, '\(name)' comes from the future (\(at)): one of the two clocks is wrong")
        } else if age > 86_400 {
            Output.remark("note: '\(name)' was written at \(at); what it tells of may have changed")
        }
    }
}

/// The file that holds a paste.
enum PasteFile {
    /// The bytes of a file, or of standard input for `-`; at most one more than a paste may have.
    static func read(_ path: String) throws(CommandProblem) -> [UInt8] {
        guard path != "-" else { return try bytes(of: STDIN_FILENO, named: "standard input") }
        let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw problem(path, .last) }
        defer { close(file) }
        return try bytes(of: file, named: path)
    }

    private static func bytes(of descriptor: CInt, named name: String) throws(CommandProblem) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= PastedText.mostBytes {
            let count = unsafe chunk.withUnsafeMutableBytes { unsafe Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if count == 0 { break }
            if count > 0 {
                bytes += chunk.prefix(count)
                continue
            }
            let number = ErrorNumber.last
            guard number.rawValue == EINTR else { throw problem(name, number) }
        }
        return bytes
    }

    private static func problem(_ path: String, _ number: ErrorNumber) -> CommandProblem {
        CommandProblem(
            what: "'\(path.shownOnOneLine)' cannot be read", why: number.description,
            next: "name the file that holds what the script printed, or - and paste it")
    }
}
