import StorageModel
import Testing

@Suite struct ByteSizeTests {
    @Test(arguments: [
        ("0 B", 0 as UInt64), ("512 B", 512), ("25 MB", 25_000_000), ("20GB", 20_000_000_000),
        ("1.5 TiB", 1_649_267_441_664),
        ("2.5 kB", 2_500), ("1KiB", 1_024), ("0.1 B", 0), ("18.446744073 EB", 0), ("3 tb", 3_000_000_000_000),
        ("16383 PiB", 18_445_618_173_802_708_992),
    ])
    func `sizes are read`(_ text: String, _ bytes: UInt64) {
        #expect(ByteSize(text)?.bytes == (text.hasSuffix("EB") ? nil : bytes))
    }

    @Test(arguments: [
        "", "20", "GB", "-1 GB", "1,5 GB", "1..5 GB", ".5 GB", "5. GB", "20 GBit", "99999999 PB", "1e3 MB", "٣ MB",
    ])
    func `what is no size is refused`(_ text: String) {
        #expect(ByteSize(text) == nil)
    }

    @Test(arguments: [
        (0 as UInt64, "0 B"), (999, "999 B"), (1_000, "1 kB"), (1_050, "1.05 kB"), (1_234, "1.23 kB"),
        (12_340, "12.3 kB"),
        (123_400, "123 kB"), (999_499, "999 kB"), (999_500, "1 MB"), (41_200_000_000, "41.2 GB"), (25_000_000, "25 MB"),
        (UInt64.max, "18.4 EB"), (9_995, "10 kB"), (9_994, "9.99 kB"), (99_949, "99.9 kB"), (99_950, "100 kB"),
    ])
    func `sizes are written with three digits`(_ bytes: UInt64, _ text: String) {
        #expect(ByteSize(bytes: bytes).description == text)
    }

    @Test func `the decimal mark is the reader's`() {
        #expect(ByteSize(bytes: 41_200_000_000).description(decimalMark: ",") == "41,2 GB")
    }
}
