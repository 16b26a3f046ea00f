"""Speaks the Docker Engine API as the test says, for what a real engine will not do on command.

Prints its port, then each request's line. Takes one JSON object a line on its standard input, and answers "done":

    {"newest": "1.52", "oldest": "1.44"}   the versions it speaks; null tells nobody
    {"containers": {ID: {"list": {…}, "inspect": {…}, "stats": {…}}}}
    {"refuse": ["/events"]}                paths that get 403
    {"events": ["text", …]}                goes to everybody who listens, in these pieces
    {"cut": true}                          ends the streams of those who listen

It ends when its standard input does.
"""

import http.server
import json
import queue
import re
import sys
import threading

state = {"newest": "1.41", "oldest": "1.12", "containers": {}, "refuse": []}
listeners = []
lock = threading.Lock()


def tell(line):
    with lock:
        print(line, flush=True)


class Engine(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        tell(f"{self.command} {self.path}")
        version, path = re.fullmatch(r"(?:/v(\d+\.\d+))?(/[^?]*)(?:\?.*)?", self.path).groups()
        if any(path.startswith(refused) for refused in state["refuse"]):
            return self.reply(403, {"message": "Request forbidden by administrative rules."})
        if version and state["newest"] and not self.speaks(version):
            return None
        match path.split("/")[1:]:
            case ["_ping"]: self.reply(200, "OK")
            case ["version"]: self.reply(200, {"ApiVersion": state["newest"], "MinAPIVersion": state["oldest"]})
            case ["events"]: self.stream()
            case ["containers", "json"]: self.reply(200, [each["list"] for each in state["containers"].values()])
            case ["containers", container, kind]: self.about(container, {"json": "inspect", "stats": "stats"}[kind])
        return None

    do_POST = do_PUT = do_DELETE = do_HEAD = lambda self: tell(f"{self.command} {self.path}")

    def speaks(self, version):
        number, oldest, newest = (tuple(map(int, text.split("."))) for text in (version, state["oldest"], state["newest"]))
        if number < oldest:
            self.reply(400, {"message": f"client version {version} is too old. Minimum supported API version is "
                                        f"{state['oldest']}, please upgrade your client to a newer version"})
        elif number > newest:
            self.reply(400, {"message": f"client version {version} is too new. Maximum supported API version is "
                                        f"{state['newest']}"})
        return oldest <= number <= newest

    def about(self, container, kind):
        found = state["containers"].get(container, {}).get(kind)
        if found is None:
            self.reply(404, {"message": f"No such container: {container}"})
        else:
            self.reply(200, found)

    def reply(self, status, value):
        body = value.encode() if isinstance(value, str) else json.dumps(value).encode()
        self.send_response(status)
        if state["newest"]:
            self.send_header("Api-Version", state["newest"])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def stream(self):
        pieces = queue.Queue()
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        self.wfile.flush()
        listeners.append(pieces)
        tell("listening")
        while (piece := pieces.get()) is not None:
            data = piece.encode()
            self.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))
            self.wfile.flush()
        self.wfile.write(b"0\r\n\r\n")
        self.close_connection = True

    def log_message(self, *_):
        pass


def obey(order):
    for piece in order.pop("events", []):
        for listener in listeners:
            listener.put(piece)
    if order.pop("cut", False):
        for listener in listeners:
            listener.put(None)
        listeners.clear()
    state.update(order)


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Engine)
server.daemon_threads = True
threading.Thread(target=server.serve_forever, daemon=True).start()
tell(f"port {server.server_port}")
for order in sys.stdin:
    obey(json.loads(order))
    tell("done")
