public import ArgumentParser
public import InventoryFiles
public import Mailing
public import SharingPolicy
public import StorageModel

// Types of the libraries that options and arguments may have; their raw values are the words of the command line.
extension Action: ExpressibleByArgument {}
extension OperatingSystem: ExpressibleByArgument {}
extension Outcome: ExpressibleByArgument {}
extension MethodStatus: ExpressibleByArgument {}
extension FileKind: ExpressibleByArgument {}
extension Stage: ExpressibleByArgument {}
extension Owner: ExpressibleByArgument {}
extension MailServer.Protection: ExpressibleByArgument {}
