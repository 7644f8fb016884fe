@testable import Diagnosis
import Testing

@Suite struct ExpectationTests {}
