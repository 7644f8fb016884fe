import Lab

/// Starts the lab and keeps it until it is interrupted.
@main
struct LabCommand {
    static func main() async throws {
        let c = ContinuousClock()
        let t = c.now
        let lab = try await LabNetwork.start()
        print("start", c.now - t)
        for a in CommandLine.arguments.dropFirst() {
            let t = c.now
            let r = try await lab.run(on: .campus, "bash", ["-c", a], deadline: .seconds(20))
            print(a, r, c.now - t)
        }
        let t1 = c.now
        lab.stop()
        print("stop", c.now - t1)
    }
}
