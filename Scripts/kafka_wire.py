"""Kafka's wire protocol, driven by the message definitions inside Kafka's own client library.

Shares nothing with Sources/Kafka, so that one can check the other.
"""
import base64
import glob
import json
import os
import random
import re
import socket
import struct
import zipfile

INTEGERS = {"int8": ">b", "int16": ">h", "uint16": ">H", "int32": ">i", "int64": ">q"}


def in_range(versions, version):
    if versions in (None, "none"):
        return False
    if versions.endswith("+"):
        return version >= int(versions[:-1])
    low, _, high = versions.partition("-")
    return int(low) <= version <= int(high or low)


class Truncated(Exception):
    pass


class Reader:
    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, count):
        if count < 0 or self.at + count > len(self.data):
            raise Truncated(f"{count} bytes at {self.at} of {len(self.data)}")
        self.at += count
        return self.data[self.at - count : self.at]

    def unpack(self, form):
        return struct.unpack(form, self.take(struct.calcsize(form)))[0]

    def uvarint(self):
        value, shift = 0, 0
        while True:
            byte = self.take(1)[0]
            value |= (byte & 0x7F) << shift
            if byte < 0x80:
                return value
            shift += 7


def uvarint(value):
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


class Message:
    """One direction of one API."""

    def __init__(self, definition):
        self.definition = definition
        self.common = {item["name"]: item["fields"] for item in definition.get("commonStructs", [])}

    def flexible(self, version):
        return in_range(self.definition["flexibleVersions"], version)

    def encode(self, value, version):
        return self._struct(self.definition["fields"], value, version)

    def decode(self, reader, version):
        value = self._read_struct(self.definition["fields"], reader, version)
        if reader.at != len(reader.data):
            raise ValueError(f"{len(reader.data) - reader.at} bytes too many")
        return value

    def dump(self, value, version):
        return list(self._dump_struct(self.definition["fields"], value, version, ""))

    def random(self, version, chance):
        return self._random_struct(self.definition["fields"], version, chance)

    # -- what a field is

    def _members(self, field):
        name = field["type"].removeprefix("[]")
        return field.get("fields") or self.common.get(name)

    @staticmethod
    def _shown(fields, version):
        plain = [f for f in fields if in_range(f["versions"], version) and "tag" not in f]
        tagged = [f for f in fields if "tag" in f and in_range(f["taggedVersions"], version)]
        return plain, sorted(tagged, key=lambda f: f["tag"])

    @staticmethod
    def _nullable(field, version):
        return in_range(field.get("nullableVersions"), version)

    def default(self, field, version):
        kind, default = field["type"], field.get("default")
        if default in ("null", None) and self._nullable(field, version) and default == "null":
            return None
        if kind.startswith("[]"):
            return []
        if kind in INTEGERS:
            return int(str(default or 0), 0)
        if kind == "bool":
            return str(default).lower() == "true"
        if kind == "string":
            return default or ""
        if kind in ("bytes", "records"):
            return b""
        if kind == "uuid":
            return bytes(16)
        if self._nullable(field, version):
            return None
        plain, tagged = self._shown(self._members(field), version)
        return {f["name"]: self.default(f, version) for f in plain + tagged}

    # -- writing

    def _length(self, count, version, form):
        if self.flexible(version):
            return uvarint(0 if count is None else count + 1)
        return struct.pack(form, -1 if count is None else count)

    def _value(self, field, value, version):
        kind = field["type"]
        if kind.startswith("[]"):
            if value is None:
                return self._length(None, version, ">i")
            one = {**field, "type": kind[2:], "nullableVersions": "none"}
            return self._length(len(value), version, ">i") + b"".join(
                self._value(one, item, version) for item in value
            )
        if kind in INTEGERS:
            return struct.pack(INTEGERS[kind], value)
        if kind == "bool":
            return b"\1" if value else b"\0"
        if kind == "uuid":
            return value
        if kind == "string":
            raw = None if value is None else value.encode()
            return self._length(None if raw is None else len(raw), version, ">h") + (raw or b"")
        if kind in ("bytes", "records"):
            return self._length(None if value is None else len(value), version, ">i") + (value or b"")
        if self._nullable(field, version):
            if value is None:
                return b"\xff"
            return b"\1" + self._struct(self._members(field), value, version)
        return self._struct(self._members(field), value, version)

    def _struct(self, fields, value, version):
        plain, tagged = self._shown(fields, version)
        out = b"".join(
            self._value(f, value.get(f["name"], self.default(f, version)), version) for f in plain
        )
        if self.flexible(version):
            present = [f for f in tagged if value.get(f["name"], self.default(f, version)) != self.default(f, version)]
            out += uvarint(len(present))
            for field in present:
                body = self._value(field, value[field["name"]], version)
                out += uvarint(field["tag"]) + uvarint(len(body)) + body
        return out

    # -- reading

    def _read_length(self, reader, version, form):
        count = reader.uvarint() - 1 if self.flexible(version) else reader.unpack(form)
        return None if count == -1 else count

    def _read(self, field, reader, version):
        kind = field["type"]
        if kind.startswith("[]"):
            count = self._read_length(reader, version, ">i")
            one = {**field, "type": kind[2:], "nullableVersions": "none"}
            return None if count is None else [self._read(one, reader, version) for _ in range(count)]
        if kind in INTEGERS:
            return reader.unpack(INTEGERS[kind])
        if kind == "bool":
            return reader.take(1) != b"\0"
        if kind == "uuid":
            return reader.take(16)
        if kind == "string":
            count = self._read_length(reader, version, ">h")
            return None if count is None else reader.take(count).decode()
        if kind in ("bytes", "records"):
            count = self._read_length(reader, version, ">i")
            return None if count is None else reader.take(count)
        if self._nullable(field, version) and reader.unpack(">b") < 0:
            return None
        return self._read_struct(self._members(field), reader, version)

    def _read_struct(self, fields, reader, version):
        plain, tagged = self._shown(fields, version)
        value = {f["name"]: self._read(f, reader, version) for f in plain}
        value.update({f["name"]: self.default(f, version) for f in tagged})
        if self.flexible(version):
            known = {f["tag"]: f for f in tagged}
            for _ in range(reader.uvarint()):
                tag, size = reader.uvarint(), reader.uvarint()
                body = Reader(reader.take(size))
                if tag in known:
                    value[known[tag]["name"]] = self._read(known[tag], body, version)
        return value

    # -- a line of text for every field, for people and for tests

    def _dump(self, field, value, version, path):
        kind = field["type"]
        if value is None:
            yield f"{path}=null"
        elif kind.startswith("[]"):
            yield f"{path}=[{len(value)}]"
            one = {**field, "type": kind[2:], "nullableVersions": "none"}
            for index, item in enumerate(value):
                yield from self._dump(one, item, version, f"{path}[{index}]")
        elif kind in INTEGERS or kind == "bool":
            yield f"{path}={int(value)}"
        elif kind == "uuid":
            yield f"{path}={base64.urlsafe_b64encode(value).decode().rstrip('=')}"
        elif kind == "string":
            yield f"{path}={json.dumps(value, ensure_ascii=False)}"
        elif kind in ("bytes", "records"):
            yield f"{path}=x{value.hex()}"
        else:
            yield from self._dump_struct(self._members(field), value, version, path + ".")

    def _dump_struct(self, fields, value, version, prefix):
        plain, tagged = self._shown(fields, version)
        for field in plain + tagged:
            name = field["name"][0].upper() + field["name"][1:]
            item = value.get(field["name"], self.default(field, version))
            yield from self._dump(field, item, version, prefix + name)

    # -- values that no broker would think of

    def _random(self, field, version, chance):
        kind = field["type"]
        if self._nullable(field, version) and chance.random() < 0.3:
            return None
        if kind.startswith("[]"):
            one = {**field, "type": kind[2:], "nullableVersions": "none"}
            return [self._random(one, version, chance) for _ in range(chance.choice([0, 1, 1, 2, 3]))]
        if kind in INTEGERS:
            bits = 8 * struct.calcsize(INTEGERS[kind])
            low = 0 if kind == "uint16" else -(1 << bits - 1)
            high = low + (1 << bits) - 1
            return chance.choice([0, 1, -1 if low else 2, low, high, chance.randint(low, high)])
        if kind == "bool":
            return chance.random() < 0.5
        if kind == "uuid":
            return chance.randbytes(16)
        if kind == "string":
            return "".join(chance.choices('abcXYZ-._09 "\\äß→🦊', k=chance.choice([0, 1, 5, 16, 40, 200])))
        if kind in ("bytes", "records"):
            return chance.randbytes(chance.choice([0, 1, 15, 200]))
        return self._random_struct(self._members(field), version, chance)

    def _random_struct(self, fields, version, chance):
        plain, tagged = self._shown(fields, version)
        return {f["name"]: self._random(f, version, chance) for f in plain + tagged}


class Protocol:
    """All APIs of one release of Kafka."""

    def __init__(self, libs):
        (jar,) = glob.glob(os.path.join(libs, "kafka-clients-*.jar"))
        self.release = re.search(r"kafka-clients-([\d.]+)\.jar", jar).group(1)
        self.requests, self.replies, self.keys = {}, {}, {}
        with zipfile.ZipFile(jar) as archive:
            for path in archive.namelist():
                if path.startswith("common/message/") and path.endswith(".json"):
                    self._add(archive.read(path).decode())

    def _add(self, text):
        definition = json.loads(re.sub(r"^\s*//.*$|//[^\"\n]*$", "", text, flags=re.M))
        if definition["type"] not in ("request", "response") or "apiKey" not in definition:
            return
        name = definition["name"].removesuffix("Request").removesuffix("Response")
        self.keys[name] = definition["apiKey"]
        target = self.requests if definition["type"] == "request" else self.replies
        target[name] = Message(definition)

    def speaks(self, name, version):
        return name in self.requests and in_range(self.requests[name].definition["validVersions"], version)

    def request(self, name, version, value, correlation, client="capture"):
        message = self.requests[name]
        head = struct.pack(">hhih", self.keys[name], version, correlation, len(client)) + client.encode()
        return head + (b"\0" if message.flexible(version) else b"") + message.encode(value, version)

    def reply_frame(self, name, version, value, correlation):
        tags = b"\0" if self._tagged_header(name, version) else b""
        return struct.pack(">i", correlation) + tags + self.replies[name].encode(value, version)

    def reply(self, name, version, payload):
        reader = Reader(payload)
        reader.take(4)
        if self._tagged_header(name, version):
            for _ in range(reader.uvarint()):
                reader.uvarint()
                reader.take(reader.uvarint())
        body = Reader(payload[reader.at :])
        return self.replies[name].decode(body, version)

    def _tagged_header(self, name, version):
        return self.replies[name].flexible(version) and name != "ApiVersions"


class Connection:
    def __init__(self, protocol, address):
        host, port = address.rsplit(":", 1)
        self.protocol, self.correlation = protocol, 0
        self.socket = socket.create_connection((host, int(port)), timeout=30)

    def exchange(self, name, version, value):
        """The raw request and the raw reply, both without the length in front."""
        self.correlation += 1
        request = self.protocol.request(name, version, value, self.correlation)
        self.socket.sendall(struct.pack(">i", len(request)) + request)
        (size,) = struct.unpack(">i", self._receive(4))
        return request, self._receive(size)

    def ask(self, name, version, value):
        return self.protocol.reply(name, version, self.exchange(name, version, value)[1])

    def _receive(self, count):
        data = b""
        while len(data) < count:
            part = self.socket.recv(count - len(data))
            if not part:
                raise ConnectionError("the broker closed the connection")
            data += part
        return data

    def close(self):
        self.socket.close()


def chance_of(seed):
    return random.Random(seed)
