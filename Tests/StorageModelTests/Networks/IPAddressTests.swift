import Glibc
import StorageModel
import TestKit
import Testing

@Suite struct IPAddressTests {
    @Test(arguments: [
        ("0.0.0.0", UInt32(0)), ("255.255.255.255", .max), ("192.0.2.7", 0xC000_0207), ("10.0.0.1", 0x0A00_0001),
    ])
    func readsIPv4(_ text: String, _ bits: UInt32) throws {
        let address = try IPAddress(parsing: text)
        #expect(address == IPAddress(ipv4: bits))
        #expect(address.description == text)
    }

    // The pairs of RFC 5952, sections 4 and 5, and the corners of RFC 4291, section 2.2.
    @Test(arguments: [
        ("2001:DB8:0:0:8:800:200C:417A", "2001:db8::8:800:200c:417a"),
        ("2001:0db8::0001", "2001:db8::1"),
        ("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"),
        ("2001:0:0:1:0:0:0:1", "2001:0:0:1::1"),
        ("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"),
        ("::", "::"), ("::1", "::1"), ("1::", "1::"), ("0:0:0:0:0:0:0:0", "::"),
        ("::1:2:3:4:5:6:7", "0:1:2:3:4:5:6:7"), ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"),
        ("::ffff:192.0.2.7", "::ffff:192.0.2.7"), ("::FFFF:C000:0207", "::ffff:192.0.2.7"),
        ("64:ff9b::192.0.2.33", "64:ff9b::c000:221"), ("1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304"),
        ("ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
    ])
    func readsIPv6(_ text: String, _ canonical: String) throws {
        let address = try IPAddress(parsing: text)
        #expect(address.family == .ipv6)
        #expect(address.description == canonical)
        #expect(try IPAddress(parsing: canonical) == address)
    }

    @Test(arguments: [
        ("", "'' is not an IP address: there is nothing here; write it such as 192.0.2.7 or 2001:db8::7"),
        (
            "nas.example",
            "'nas.example' is not an IP address: it is not written in numbers; "
                + "write it such as 192.0.2.7 or 2001:db8::7"
        ),
        (
            "10.1.2",
            "'10.1.2' is not an IP address: an IPv4 address has 4 numbers, here are 3; "
                + "write it such as 192.0.2.7 or 2001:db8::7"
        ),
        (
            "10.1.2.256",
            "'10.1.2.256' is not an IP address: '256' is not a number from 0 to 255; "
                + "write it such as 192.0.2.7 or 2001:db8::7"
        ),
        (
            "10.01.2.3",
            "'10.01.2.3' is not an IP address: '01' starts with a zero, which some programs read as octal; "
                + "leave off the zeros in front"
        ),
        (
            "fe80::1%eth0",
            "'fe80::1%eth0' is not an IP address: '%eth0' names an interface of one machine; "
                + "leave off everything from the '%' on"
        ),
        (
            "1::12345",
            "'1::12345' is not an IP address: '12345' is not one to four hexadecimal digits; "
                + "write it such as 2001:db8::7"
        ),
        (
            "1::2::3",
            "'1::2::3' is not an IP address: '::' may stand in an address once only; write it such as 2001:db8::7"
        ),
        (
            "1:2:3",
            "'1:2:3' is not an IP address: an IPv6 address has 8 groups, or fewer and '::' once; here are 3; "
                + "write it such as 2001:db8::7"
        ),
        ("1:2:", "'1:2:' is not an IP address: a colon has no digits beside it; write it such as 2001:db8::7"),
        (
            "a\u{1B}[31m\n",
            "'a\u{FFFD}[31m\u{FFFD}' is not an IP address: it is not written in numbers; "
                + "write it such as 192.0.2.7 or 2001:db8::7"
        ),
    ])
    func explainsWhatIsNoAddress(_ text: String, _ message: String) {
        let error = #expect(throws: AddressNotationError.self) { try IPAddress(parsing: text) }
        #expect(error?.description == message)
        #expect(IPAddress(text) == nil)
    }

    @Test(arguments: [
        "1.2.3.4 ", " 1.2.3.4", "1.2.3.4.", ".1.2.3", "1..2.3", "+1.2.3.4", "0x1.2.3.4", "١.2.3.4", "1.2.3.4\0", "%",
        "[::1]", ":", ":::", ":1", "1:", "::1:", ":1::", "1:2:3:4:5:6:7:8:9", "1::2:3:4:5:6:7:8", "::1.2.3",
        "1.2.3.4::",
        "::1.2.3.4:5", "::00.0.0.1", "12345::", "g::", "::１",
    ])
    func refuses(_ text: String) {
        #expect(IPAddress(text) == nil)
    }

    @Test func aTextOfAnySizeIsRefusedByItsStart() {
        let error = #expect(throws: AddressNotationError.self) {
            try IPAddress(parsing: String(repeating: "1", count: 1_000_000))
        }
        #expect(error?.reason == .tooLong)
        #expect((error?.description.utf8.count ?? 0) < 250)
    }

    @Test func sortsByFamilyThenNumber() throws {
        let sorted = ["9.0.0.0", "10.0.0.0", "::", "::1", "2001:db8::"].compactMap { IPAddress($0) }
        #expect(sorted.count == 5)
        #expect(sorted.reversed().sorted() == sorted)
        #expect(IPAddress(ipv4: 1) != IPAddress(ipv6: 1))
    }

    @Test(arguments: [
        ("126.255.255.255", false, false), ("127.0.0.0", true, false), ("127.255.255.255", true, false),
        ("128.0.0.0", false, false), ("::1", true, false), ("::2", false, false),
        ("169.253.255.255", false, false), ("169.254.0.0", false, true), ("169.254.255.255", false, true),
        ("169.255.0.0", false, false), ("fe80::", false, true), ("febf:ffff::", false, true), ("fec0::", false, false),
        ("fe7f::", false, false),
    ])
    func knowsAddressesThatSayNothing(_ text: String, _ loopback: Bool, _ linkLocal: Bool) throws {
        let address = try IPAddress(parsing: text)
        #expect(address.isLoopback == loopback)
        #expect(address.isLinkLocal == linkLocal)
    }

    // The C library is the witness: it accepts and writes the same notations.
    @Test func agreesWithTheSystemOnAnyText() {
        let seed: UInt64 = 0x1517
        var random = SeededGenerator(seed: seed)
        let letters = Array("0011234589afF::::....%x".utf8)
        var accepted = 0
        var wrong: [String] = []
        for _ in 0..<60_000 {
            let length = Int.random(in: 0...24, using: &random)
            let bytes = (0..<length).map { _ in letters.randomElement(using: &random) ?? 0 }
            let text = String(decoding: bytes, as: UTF8.self)
            let address = IPAddress(text)
            if address?.bits != systemBits(text) { wrong.append(text) }
            accepted += address == nil ? 0 : 1
        }
        #expect(wrong == [], "seed \(seed)")
        #expect(accepted > 50)
    }

    @Test func agreesWithTheSystemOnAnyAddress() {
        let seed: UInt64 = 0x5952
        var random = SeededGenerator(seed: seed)
        var wrong: [IPAddress] = []
        for _ in 0..<20_000 {
            // Groups are often zero, so that runs of zeros are met.
            let groups = (0..<8).map { _ in
                Bool.random(using: &random) ? 0 : UInt128(UInt16.random(in: 0...0xFFFF, using: &random))
            }
            let bits = groups.reduce(0) { $0 << 16 | $1 }
            // The C library writes the low 32 bits as IPv4 in ::a.b.c.d too, which RFC 4291 has deprecated.
            guard bits >> 32 != 0 else { continue }
            let address = IPAddress(ipv6: bits)
            if address.description != systemText(bits) || IPAddress(address.description) != address {
                wrong.append(address)
            }
        }
        #expect(wrong == [], "seed \(seed)")
    }

    private func systemBits(_ text: String) -> UInt128? {
        var four = in_addr()
        if unsafe inet_pton(AF_INET, text, &four) == 1 { return UInt128(UInt32(bigEndian: four.s_addr)) }
        var bits: UInt128 = 0
        return unsafe inet_pton(AF_INET6, text, &bits) == 1 ? UInt128(bigEndian: bits) : nil
    }

    private func systemText(_ bits: UInt128) -> String? {
        var bytes = bits.bigEndian
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        guard unsafe inet_ntop(AF_INET6, &bytes, &text, socklen_t(text.count)) != nil else { return nil }
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
