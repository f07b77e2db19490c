"""A client method of boto3, handed to the pool."""
import asyncio
import os
from functools import partial

import boto3

s3 = boto3.client(
    "s3",
    endpoint_url=os.environ["SLOW_HTTP"],
    region_name="eu-central-1",
    aws_access_key_id="key",
    aws_secret_access_key="secret",
)


async def main():
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, partial(s3.head_object, Bucket="bucket", Key="key"))
