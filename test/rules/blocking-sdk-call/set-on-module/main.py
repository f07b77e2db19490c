"""Sets the attributes of a module from outside of it, and reads them."""

import boto3
import shared
from aiobotocore.session import get_session
from package import settings
from shared import upload


def start(thing):
    shared.client = boto3.client('s3')
    shared.bucket = boto3.resource('s3').Bucket('b')
    shared.queue = boto3.client('sqs')
    shared.declared = boto3.client('s3')
    shared.fetch = lambda key: None
    settings.dynamo = boto3.client('dynamodb')
    thing.client = get_session().create_client('s3')


def stop():
    shared.client = None
    shared.queue = get_session().create_client('sqs')


async def main():
    shared.client.put_object(Bucket='b', Key='k')  # finding: [blocking-sdk-call]
    shared.bucket.upload_file('f', 'k')  # finding: [blocking-sdk-call]
    shared.queue.send_message(MessageBody='m')  # ok: one of two
    shared.declared.get('/')  # ok: declared as an asynchronous client
    shared.table.scan()  # ok: only a test sets it
    shared.fetch('k')  # finding: [blocking-sdk-call] via shared.fetch > botocore.client.BaseClient.get_object
    settings.dynamo.put_item(TableName='t', Item={})  # finding: [blocking-sdk-call]
    upload()  # finding: [blocking-sdk-call] via upload > botocore.client.BaseClient.put_object
