"""A test that touches files holds up nobody."""
import pytest


@pytest.fixture
async def data():
    with open('data.json') as file:  # todo-ok: [blocking-file-io] tests and their fixtures may touch files: needs a notion of test code
        yield file.read()


async def test_reads(data):
    assert open('expected.json').read() == data  # todo-ok: [blocking-file-io] tests and their fixtures may touch files: needs a notion of test code


def test_synchronously():
    assert open('expected.json').read()  # ok: runs on no loop
