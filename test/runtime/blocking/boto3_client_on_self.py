"""An S3 client on self."""
import os

import boto3


class Store:
    def __init__(self, bucket):
        self.bucket = bucket
        self.s3 = boto3.client(
            "s3",
            endpoint_url=os.environ["SLOW_HTTP"],
            region_name="eu-central-1",
            aws_access_key_id="key",
            aws_secret_access_key="secret",
        )

    async def load(self, key):
        return self.s3.get_object(Bucket=self.bucket, Key=key)["Body"].read()


store = Store("bucket")


async def main():
    assert await store.load("key")
