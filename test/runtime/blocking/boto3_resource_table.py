"""A table of a resource of a session: three steps from the import."""
import os

import boto3

session = boto3.Session(aws_access_key_id="key", aws_secret_access_key="secret", region_name="eu-central-1")
dynamodb = session.resource("dynamodb", endpoint_url=os.environ["SLOW_HTTP"])
table = dynamodb.Table("hosts")


def find(name):
    return table.get_item(Key={"name": name}).get("Item")


async def main():
    assert find("nobody") is None
