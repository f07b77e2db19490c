"""Open files that are kept: on `self`, handed to helpers, from factories; reading and writing them waits."""

from __future__ import annotations

import csv
import gzip
import io
import json
import pickle
import sys
from pathlib import Path
from typing import IO, BinaryIO, TextIO


class Journal:
    def __init__(self, path: Path):
        self.path = path
        self.file = open(path, 'a')
        self.raw = path.open('rb')
        self.packed = gzip.open(path)
        self.memory = io.StringIO()
        self.declared: TextIO = open(path)
        self.later = None

    def reopen(self):
        self.later = open(self.path)

    def _write(self, text):
        self.file.write(text)

    async def run(self, text):
        self.file.write(text)  # finding: [blocking-file-io]
        self.file.flush()  # finding: [blocking-file-io]
        self.raw.read()  # finding: [blocking-file-io]
        self.packed.read()  # finding: [blocking-file-io]
        self.later.read()  # finding: [blocking-file-io]
        self.memory.write(text)  # ok: memory
        self.declared.read()  # finding: [blocking-file-io]
        self._write(text)  # finding: [blocking-file-io] via self._write > io.TextIOWrapper.write
        self.reopen()  # finding: [blocking-file-io] via self.reopen > open
        for line in self.raw:  # finding: [blocking-file-io]
            print(line)
        json.dump({}, self.file)  # finding: [blocking-file-io]
        pickle.load(self.raw)  # finding: [blocking-file-io]
        print(text, file=self.file)  # finding: [blocking-file-io]
        print(text, file=sys.stderr)  # ok: a terminal or a pipe
        print(text, file=self.memory)  # ok: memory
        csv.writer(self.memory).writerow([text])  # ok: memory
        csv.DictWriter(self.file, ['a']).writeheader()  # finding: [blocking-file-io]
        csv.DictWriter(self.memory, ['a']).writeheader()  # ok: memory
        csv.writer(self.file).writerow([text])  # finding: [blocking-file-io]


def opened(path):
    return open(path)


def either(path):
    return open(path) if path else io.StringIO()


async def by_factory(path):
    file = opened(path)  # finding: [blocking-file-io] via opened > open
    file.readline()  # ok: moves with the `open`, one call away
    other = either(path)  # finding: [blocking-file-io]
    other.read()  # ok: may be memory
    return json.load(io.BytesIO(b'{}'))  # ok: memory


async def written_by_others(path, rows):
    with open(path, 'w') as file:  # finding: [blocking-file-io]
        writer = csv.writer(file)
        writer.writerows(rows)  # ok: moves with the `open`
        csv.DictWriter(file, ['a']).writeheader()  # ok: moves with the `open`
        print('a', file=file)  # ok: moves with the `open`
        writer = csv.writer(opened('other'))  # finding: [blocking-file-io]
        writer.writerow([])  # ok: moves with the `open`, one call away


def copy(source, target):
    target.write(source.read())


def lines_of(file):
    return [line.strip() for line in file]


async def handed_to_helpers(path):
    with open(path) as source, open('copy', 'w') as target:  # finding: [blocking-file-io] # finding: [blocking-file-io]
        copy(source, target)  # ok: moves with the `open`
        lines_of(source)  # ok: moves with the `open`
        json.load(source)  # ok: moves with the `open`
        pickle.dumps(source.name)  # ok: memory


async def given(text: TextIO, binary: BinaryIO, some: IO[str], wrapper: io.TextIOWrapper, memory: io.BytesIO):
    text.read()  # ok: may be memory
    binary.read()  # ok: may be memory
    some.read()  # ok: may be memory
    memory.read()  # ok: memory
    wrapper.read()  # finding: [blocking-file-io]
