/// The arguments that this program was started with, as text that keeps every byte.
///
/// Swift hands out arguments with bytes that are not UTF-8 replaced by U+FFFD, so that two names of files become one. Here
/// each such byte becomes a scalar of its own for private use, U+10FE80 to U+10FEFF, and a ``HostPath`` made from an
/// argument has the bytes again.
public enum ProgramArguments {
    private static let standIns: ClosedRange<UInt32> = 0x10_FE80...0x10_FEFF

    /// The arguments after the program's name.
    public static func current() -> [String] {
        (1..<max(1, Int(CommandLine.argc))).compactMap { index in
            guard let argument = unsafe CommandLine.unsafeArgv[index] else { return nil }
            return unsafe text(HostPath(cString: argument).bytes)
        }
    }

    /// The bytes of an argument as text.
    static func text(_ bytes: [UInt8]) -> String {
        // A stand-in that somebody really wrote is kept by its bytes, or it would come back as another name.
        if let text = String(validating: bytes, as: UTF8.self), !text.unicodeScalars.contains(where: isStandIn) {
            return text
        }
        var scalars = String.UnicodeScalarView()
        var rest = bytes[...]
        while let byte = rest.first {
            let scalar = (1...4).lazy.compactMap { String(validating: rest.prefix($0), as: UTF8.self) }.first?
                .unicodeScalars.first
            if let scalar, !isStandIn(scalar) {
                scalars.append(scalar)
                rest = rest.dropFirst(scalar.utf8.count)
            } else {
                if let standIn = Unicode.Scalar(standIns.lowerBound - 0x80 + UInt32(byte)) { scalars.append(standIn) }
                rest = rest.dropFirst()
            }
        }
        return String(scalars)
    }

    /// The bytes of an argument from its text.
    static func bytes(_ text: String) -> [UInt8] {
        text.unicodeScalars.flatMap { isStandIn($0) ? [UInt8(truncatingIfNeeded: $0.value)] : Array($0.utf8) }
    }

    private static func isStandIn(_ scalar: Unicode.Scalar) -> Bool { standIns.contains(scalar.value) }
}

extension HostPath {
    /// The path in one of this program's ``ProgramArguments``, or in a part of one.
    public init(argument text: String) {
        self.init(bytes: ProgramArguments.bytes(text))
    }
}
