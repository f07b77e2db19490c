"""Functions of libraries: C code that keeps the GIL gains nothing from threads, what releases it does."""
import asyncio
import hashlib
import json
import pickle
import re
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import bcrypt
import orjson
import yaml
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt


def derive(password: bytes):
    return Scrypt(salt=b'salt', length=32, n=2**14, r=8, p=1).derive(password)


def check_password(password: bytes):
    return bcrypt.checkpw(password, b'known')


def main(texts, blocks, passwords, folder: Path):
    with ThreadPoolExecutor() as pool:
        pool.map(json.loads, texts)  # finding: [cpu-bound-in-thread-pool] warning
        pool.map(orjson.loads, texts)  # finding: [cpu-bound-in-thread-pool]
        pool.submit(pickle.dumps, texts)  # finding: [cpu-bound-in-thread-pool]
        pool.submit(re.findall, 'a+', texts[0])  # finding: [cpu-bound-in-thread-pool]
        pool.map(derive, passwords)  # finding: [cpu-bound-in-thread-pool]
        pool.map(check_password, passwords)  # ok: bcrypt releases the GIL
        pool.map(zlib.compress, blocks)  # ok: zlib releases it
        pool.map(hashlib.sha256, blocks)  # ok: for more than 2,047 bytes
        pool.submit(list, folder.iterdir())  # ok: waits for the disk
        written = pool.submit(yaml.dump, texts, folder.open('w'))  # ok: writes a file
    return written


async def on_loop(text: str, folder: Path):
    await asyncio.to_thread(json.loads, text)  # finding: [cpu-bound-in-thread-pool] hint
    await asyncio.to_thread(sorted, folder.iterdir())  # ok: waits for the disk
    await asyncio.to_thread(zlib.compress, text.encode())  # ok: zlib releases the GIL
