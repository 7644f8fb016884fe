import Lab
import Testing

@Suite struct LabNetworkTests {}
