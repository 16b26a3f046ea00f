"""A proxy between a Kafka client and its broker that keeps every request with its reply."""
import socket
import struct
import threading


class RecordingProxy:
    """Listens on one address and forwards to another, frame by frame."""

    def __init__(self, listen, target):
        self.target = target
        self.exchanges = []  # (request, reply), both without the length in front
        self.listener = socket.create_server(listen)
        self._start(self._accept)

    def close(self):
        self.listener.close()

    @staticmethod
    def _start(function, *arguments):
        threading.Thread(target=function, args=arguments, daemon=True).start()

    def _accept(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            broker = socket.create_connection(self.target)
            waiting = {}
            self._start(self._forward, client, broker, lambda request: waiting.update({request[4:8]: request}))
            self._start(self._forward, broker, client, lambda reply: self._keep(waiting, reply))

    def _keep(self, waiting, reply):
        request = waiting.pop(reply[:4], None)
        if request:
            self.exchanges.append((request, reply))

    @staticmethod
    def _forward(source, sink, seen):
        try:
            with source.makefile("rb") as stream:
                while head := stream.read(4):
                    payload = stream.read(struct.unpack(">i", head)[0])
                    seen(payload)
                    sink.sendall(head + payload)
        except (OSError, struct.error):
            pass
        finally:
            sink.close()
