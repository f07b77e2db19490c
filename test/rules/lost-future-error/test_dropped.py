"""Tests may drop what they like."""

from concurrent.futures import ThreadPoolExecutor


def save(path):
    with open(path, "w") as file:
        file.write("text")


def test_save(tmp_path):
    with ThreadPoolExecutor() as pool:
        pool.submit(save, tmp_path)  # ok: a test
