import Glibc
import HostFacts
import Testing

@Suite struct ErrorNumberTests {
    @Test func saysWhatANumberMeans() {
        #expect(ErrorNumber(EACCES).description == "the permissions do not allow it (EACCES)")
        #expect(ErrorNumber(ENOSPC).description == "no space is left on the disk (ENOSPC)")
    }

    @Test func aNumberWithoutANameIsShownAsItIs() {
        #expect(
            ErrorNumber(9_999).description == "the system reports an error without a known meaning (errno 9999)")
    }
}
