internal import Glibc

/// The attributes of an element, which are there only while it is told of.
@safe
struct MarkupAttributes {
    private let list: UnsafeMutablePointer<UnsafePointer<CChar>?>?

    /// Names and values in turn, as expat has them.
    @unsafe
    init(list: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
        unsafe self.list = list
    }

    /// The value of an attribute by its name without a prefix; nil when there is none.
    subscript(name: StaticString) -> String? {
        guard let list = unsafe list else { return nil }
        var index = 0
        while let key = unsafe list[index], let value = unsafe list[index + 1] {
            if unsafe matches(key, name) { return unsafe String(cString: value) }
            index += 2
        }
        return nil
    }

    /// The values that may be data of their own, whatever the attributes are.
    var remains: [String] {
        guard let list = unsafe list else { return [] }
        var remains: [String] = []
        var index = 0
        while unsafe list[index] != nil, let value = unsafe list[index + 1] {
            let bytes = unsafe UnsafeRawBufferPointer(start: value, count: strlen(value))
            if unsafe Remains.areData(bytes) { remains.append(unsafe String(cString: value)) }
            index += 2
        }
        return remains
    }

    /// All of them.
    var all: [(name: String, value: String)] {
        guard let list = unsafe list else { return [] }
        var all: [(name: String, value: String)] = []
        var index = 0
        while let key = unsafe list[index], let value = unsafe list[index + 1] {
            all.append((XMLReader.local(unsafe String(cString: key)), unsafe String(cString: value)))
            index += 2
        }
        return all
    }

    @unsafe
    private func matches(_ key: UnsafePointer<CChar>, _ name: StaticString) -> Bool {
        var start = unsafe key
        var end = unsafe key
        while unsafe end.pointee != 0 {
            if unsafe end.pointee == 0x3A { unsafe start = end + 1 }
            unsafe end += 1
        }
        let count = unsafe end - start
        guard count == name.utf8CodeUnitCount else { return false }
        return (0..<count).allSatisfy { unsafe UInt8(bitPattern: start[$0]) == name.utf8Start[$0] }
    }
}
