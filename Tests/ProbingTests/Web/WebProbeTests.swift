import FoundationEssentials
import StorageModel
import TestKit
import Testing

@testable import Probing

/// Asks a real TLS server with real certificates, of an authority made for the test.
@Suite struct WebProbeTests {
    /// The pages of a Seafile cloud, as far as a probe asks for them.
    private static let server = """
        import http.server, os, ssl, sys
        certificate, pong, port_file = sys.argv[1:4]
        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            def do_GET(self):
                pages = {"/api2/ping/": pong, "/api2/server-info/": '{"version": "9.0.10", "features": []}', "/": "ok"}
                body = pages.get(self.path, "").encode()
                self.send_response(200 if self.path in pages else 404)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
                if self.path == "/quit": os._exit(0)
            def log_message(self, *arguments): pass
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        with open(port_file + ".new", "w") as file: file.write(str(server.server_port))
        os.rename(port_file + ".new", port_file)
        server.serve_forever()
        """

    private static let authority = """
        set -eu
        openssl req -x509 -newkey rsa:2048 -nodes -days 3650 -subj /CN=Test -keyout ca.key -out ca.pem 2>/dev/null
        make() {  # NAME HOST START END
            openssl req -newkey rsa:2048 -nodes -subj "/CN=$2" -addext "subjectAltName=DNS:$2" -keyout $1.key -out $1.csr
            printf 'subjectAltName=DNS:%s\\n' "$2" >$1.ext
            touch index.txt; [ -e serial ] || echo 01 >serial
            openssl ca -batch -config ca.cnf -in $1.csr -out $1.crt -extfile $1.ext -startdate $3 -enddate $4
            cat $1.key $1.crt >$1.pem
        }
        cat >ca.cnf <<'END'
        [ca]
        default_ca = test
        [test]
        database = index.txt
        serial = serial
        new_certs_dir = .
        certificate = ca.pem
        private_key = ca.key
        default_md = sha256
        policy = any
        unique_subject = no
        [any]
        commonName = supplied
        END
        make good cloud.example.org 20200101000000Z 20991231235959Z 2>/dev/null
        make expired cloud.example.org 20200101000000Z 20210101000000Z 2>/dev/null
        make other other.example.org 20200101000000Z 20991231235959Z 2>/dev/null
        """

    private func answer(
        certificate: String, pong: String = "\"pong\"", trusting authority: String? = "ca.pem",
        kind: Service.Kind = .seafile
    ) async throws -> WebAnswer {
        try await withTemporaryFolder { folder in
            let made = try await runProgram("/bin/bash", ["-c", Self.authority], in: folder.path)
            #expect(made.exitStatus == 0, "\(made.stderr)")
            try folder.write(Self.server, to: "server.py")
            let arguments = [folder.at("server.py"), folder.at("\(certificate).pem"), pong, folder.at("port")]
            async let serving = runProgram("/usr/bin/python3", arguments, in: folder.path, deadline: patience)
            let port = try await self.port(in: folder)
            let probe = WebProbe(authorities: authority.map { folder.at($0) })
            let service = Service.sample(kind, port: port)
            let answer = await probe.answer(
                of: "cloud.example.org", speaking: service, at: LoopbackServer.address, until: .now + patience)
            _ = try await runProgram(
                "/usr/bin/curl", ["--silent", "--insecure", "https://127.0.0.1:\(port)/quit"], in: folder.path)
            _ = try await serving
            return answer
        }
    }

    private func port(in folder: TemporaryFolder) async throws -> UInt16 {
        let deadline = ContinuousClock.now + patience
        while ContinuousClock.now < deadline {
            if let text = try? String(contentsOfFile: folder.at("port"), encoding: .utf8), let port = UInt16(text) {
                return port
            }
            try await Task.sleep(for: .milliseconds(20))
        }
        throw TestKitError("the TLS server did not start")
    }

    @Test func aCloudThatAnswersIsWell() async throws {
        let answer = try await answer(certificate: "good")
        #expect(answer.outcome == .answered(status: 200))
        #expect(answer.serverVersion == "9.0.10")
        // 2099-12-31T23:59:59Z
        #expect(answer.certificateEnds == 4_102_444_799)
        #expect(answer.handshakeDuration.map { $0 > .zero && $0 < answer.duration } == true)
    }

    @Test func aCloudThatSaysSomethingElseIsNot() async throws {
        #expect(try await answer(certificate: "good", pong: "\"ping\"").outcome == .unexpected(status: 200))
    }

    @Test(arguments: ["expired", "other"])
    func aCertificateThatDoesNotFitIsNamed(certificate: String) async throws {
        guard case .certificate(let words) = try await answer(certificate: certificate).outcome else {
            return #expect(Bool(false), "the certificate was accepted")
        }
        #expect(!words.isEmpty)
    }

    @Test func anAuthorityThatNobodyTrustsIsNamed() async throws {
        guard case .certificate = try await answer(certificate: "good", trusting: nil).outcome else {
            return #expect(Bool(false), "the certificate was accepted")
        }
    }

    @Test func aGatewayNeedsTheHandshakeAlone() async throws {
        #expect(try await answer(certificate: "good", kind: .tls).outcome == .answered(status: 200))
    }

    @Test func whatIsNoTLSIsNoHandshake() async throws {
        let server = try LoopbackServer.answering(Array("SSH-2.0-OpenSSH_9.2\r\n".utf8))
        defer { server.stop() }
        let answer = await WebProbe().answer(
            of: "cloud.example.org", speaking: .sample(.tls, port: server.port), at: LoopbackServer.address,
            until: .now + patience)
        guard case .handshake = answer.outcome else { return #expect(Bool(false), "\(answer.outcome)") }
    }

    @Test func silenceEndsInTime() async throws {
        let server = try LoopbackServer.silent()
        defer { server.stop() }
        let answer = await WebProbe().answer(
            of: "cloud.example.org", speaking: .sample(.seafile, port: server.port), at: LoopbackServer.address,
            until: .now + .seconds(1))
        #expect(answer.outcome == .silent)
    }

    @Test func aClosedPortIsNoConnection() async throws {
        let port = try LoopbackServer.closedPort()
        let answer = await WebProbe().answer(
            of: "cloud.example.org", speaking: .sample(.seafile, port: port), at: LoopbackServer.address,
            until: .now + patience)
        #expect(answer.outcome == .noConnection)
    }
}
