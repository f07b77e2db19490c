"""What tests set are stand-ins."""

import boto3
import shared


class Fake:
    def put_object(self, **arguments):
        return arguments


def prepare():
    shared.client = Fake()
    shared.table = boto3.resource('dynamodb').Table('t')


async def test_upload():
    await shared.inside()
