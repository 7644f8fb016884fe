@testable import WorkerWire
import Testing

@Suite struct WireVersionTests {}
