"""A test that touches files holds up nobody."""
import pytest


@pytest.fixture
async def data():
    with open('data.json') as file:  # finding: [blocking-file-io] information
        yield file.read()


async def test_reads(data):
    assert open('expected.json').read() == data  # finding: [blocking-file-io] information


def test_synchronously():
    assert open('expected.json').read()  # ok: runs on no loop
