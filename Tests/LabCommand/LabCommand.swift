import Lab

/// Starts the lab and keeps it until it is interrupted.
@main
struct LabCommand {
    static func main() {
        print("\(Lab.self)")
    }
}
