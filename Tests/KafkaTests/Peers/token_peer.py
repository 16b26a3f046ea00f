"""An OAuth 2 server that gives out unsigned tokens, or none, as the path asks, and tells on stdout what it is asked.

It ends when its standard input does.
"""

import argparse
import base64
import http.server
import json
import os
import ssl
import sys
import threading
import time

lock = threading.Lock()
counts = {}


def tell(*words):
    with lock:
        print(*words, flush=True)


def encoded(part):
    return base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode()


def token(subject, lifetime, number):
    now = time.time()
    claims = {"sub": subject, "iat": now, "exp": now + lifetime, "number": number}
    return f'{encoded({"alg": "none"})}.{encoded(claims)}.'


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        with lock:
            counts[self.path] = counts.get(self.path, 0) + 1
            number = counts[self.path]
        tell("request", json.dumps({"path": self.path, "body": body, "headers": dict(self.headers)}))
        name, _, argument = self.path.partition("?")[0].lstrip("/").partition("/")
        if name == "token":
            self.give(number, int(argument or 300))
        elif name == "flaky" and number <= int(argument):
            self.reply(503, {"error": "temporarily_unavailable"})
        elif name == "flaky":
            self.give(number, 300)
        elif name == "status":
            self.reply(int(argument), {"error": "some_error", "error_description": "in some words"})
        elif name == "plain":
            self.reply(200, {"access_token": "opaque"})
        elif name == "silent":
            time.sleep(600)
        elif name == "text":
            self.send(200, b"<html>no token here</html>")
        else:
            self.reply(404, {})

    def give(self, number, lifetime):
        scheme, _, pair = self.headers["Authorization"].partition(" ")
        subject = base64.b64decode(pair).decode().partition(":")[0]
        assert scheme == "Basic"
        self.reply(200, {"access_token": token(subject, lifetime, number), "expires_in": lifetime,
                         "token_type": "Bearer"})

    def reply(self, status, value):
        self.send(status, json.dumps(value).encode())

    def send(self, status, body):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *words):
        pass


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--certificate")
    parser.add_argument("--key")
    options = parser.parse_args()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    if options.certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(options.certificate, options.key)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    tell("port", server.server_address[1])
    threading.Thread(target=server.serve_forever, daemon=True).start()
    sys.stdin.buffer.read()
    os._exit(0)


main()
