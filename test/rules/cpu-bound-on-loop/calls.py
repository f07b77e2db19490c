"""Calls that compute for long, and what a thread would do to them."""
import ast
import asyncio
import functools
import gzip
import hashlib
import json

import bcrypt
import brotli
import cv2
from argon2 import PasswordHasher
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from passlib.context import CryptContext
from PIL import Image
from sentence_transformers import SentenceTransformer

passwords = CryptContext(schemes=['bcrypt'])
hasher = PasswordHasher()
model = SentenceTransformer('all-MiniLM-L6-v2')


def verify(plain, known):
    return passwords.verify(plain, known)


class Index:
    def __init__(self, model: SentenceTransformer):
        self.model = model

    async def add(self, texts):
        return self.model.encode(texts)  # finding: [cpu-bound-on-loop]


async def login(plain: str, known: str, salt: bytes):
    bcrypt.checkpw(plain.encode(), known.encode())  # finding: [cpu-bound-on-loop] warning
    verify(plain, known)  # finding: [cpu-bound-on-loop] via verify > passlib.context.CryptContext.verify
    hasher.hash(plain)  # finding: [cpu-bound-on-loop]
    hashlib.pbkdf2_hmac('sha256', plain.encode(), salt, 600_000)  # finding: [cpu-bound-on-loop]
    Scrypt(salt=salt, length=32, n=2**14, r=8, p=1).derive(plain.encode())  # finding: [cpu-bound-on-loop]
    hashlib.sha256(plain.encode()).hexdigest()  # ok: a microsecond
    await asyncio.to_thread(bcrypt.checkpw, plain.encode(), known.encode())  # ok: bcrypt releases the GIL


async def pictures(image: Image.Image, frame):
    small = image.resize((800, 600))  # finding: [cpu-bound-on-loop]
    small.crop((0, 0, 10, 10))  # ok: copies little
    cv2.imencode('.jpg', frame)  # finding: [cpu-bound-on-loop]
    cv2.resize(frame, (10, 10))  # ok: microseconds to milliseconds
    model.encode(['text'])  # finding: [cpu-bound-on-loop]


async def sizes_unknown(text: str, data: bytes, items: list):
    json.loads(text)  # ok: most are small
    sorted(items)  # ok
    text.split(',')  # ok
    ast.parse(text)  # ok: mostly an expression
    gzip.compress(data)  # ok: mostly an answer of a few kilobytes
    brotli.compress(data)  # finding: [cpu-bound-on-loop]
    brotli.compress(data, quality=4)  # ok: fast


@functools.lru_cache(maxsize=8)
def key_of(master: str):
    return hashlib.scrypt(master.encode(), salt=b'salt', n=16384, r=8, p=1)


async def encrypt(master: str):
    return key_of(master)  # finding: [cpu-bound-on-loop] information


def in_a_thread():
    return bcrypt.gensalt(), bcrypt.hashpw(b'a', b'b')  # ok: not on the loop
