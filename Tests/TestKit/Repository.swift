import FoundationEssentials
import Glibc

/// The absolute path of the repository that these tests were built from.
public let repositoryRoot: String = {
    // …/Tests/TestKit/Repository.swift
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/")
}()

/// The path of an executable that was built together with the running tests.
///
/// `WHERETOSHARE_TEST_PROGRAM=/path` makes the same tests examine another build of `wheretoshare`: a release build,
/// or the one that a package installed.
/// - Parameter name: The product's name, such as `wheretoshare`.
/// - Returns: An absolute path.
/// - Throws: ``TestKitError`` when nothing that can be run lies there.
public func builtProduct(named name: String) throws -> String {
    if name == "wheretoshare", let chosen = environmentValue("WHERETOSHARE_TEST_PROGRAM") {
        guard isExecutable(chosen) else {
            throw TestKitError("WHERETOSHARE_TEST_PROGRAM names '\(chosen)', which is not a program that can be run")
        }
        return try realPath(chosen)
    }
    // The test bundle is itself a program on Linux, and lies in the folder of all products.
    let products = try realPath("/proc/self/exe").split(separator: "/").dropLast().joined(separator: "/")
    let program = "/\(products)/\(name)"
    guard isExecutable(program) else {
        throw TestKitError(
            "there is no program '\(name)' in '/\(products)'; build it first with: swift build --product \(name)"
        )
    }
    return program
}

/// The text of a file in the repository, which has to be UTF-8.
public func repositoryText(_ relativePath: String) throws -> String {
    try String(contentsOfFile: "\(repositoryRoot)/\(relativePath)", encoding: .utf8)
}

private func isExecutable(_ path: String) -> Bool {
    unsafe access(path, X_OK) == 0
}
