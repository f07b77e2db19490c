"""boto3's resources and what hangs below them: items of collections, batches, bodies."""
import boto3

table = boto3.resource('dynamodb').Table('t')
bucket = boto3.resource('s3').Bucket('b')
client = boto3.client('s3')


async def by_table(items):
    table.get_item(Key={})  # finding: [blocking-sdk-call]
    with table.batch_writer() as batch:  # finding: [blocking-sdk-call]
        for item in items:
            batch.put_item(Item=item)  # finding: [blocking-sdk-call]
    table.scan()  # finding: [blocking-sdk-call]


async def by_bucket(path):
    bucket.Object('key')  # ok: only a name
    bucket.upload_file(path, 'key')  # finding: [blocking-sdk-call]
    for item in bucket.objects.filter(Prefix='x'):  # finding: [blocking-sdk-call]
        print(item.key)  # ok: known from the list
        item.delete()  # finding: [blocking-sdk-call]
    answer = bucket.Object('key').get()  # finding: [blocking-sdk-call]
    answer['Body'].read()  # finding: [blocking-sdk-call]


async def by_client(path):
    answer = client.get_object(Bucket='b', Key='k')  # finding: [blocking-sdk-call]
    for chunk in answer['Body'].iter_chunks():  # finding: [blocking-sdk-call]
        print(chunk)
    answer['Metadata'].keys()  # ok: a dict
    answer.get('ContentLength')  # ok
    pages = client.get_paginator('list_objects_v2').paginate(Bucket='b')  # ok: asks when it is iterated
    for page in pages:  # finding: [blocking-sdk-call]
        print(page['Contents'])
    client.get_waiter('object_exists').wait(Bucket='b', Key='k')  # finding: [blocking-sdk-call]
    client.meta.region_name  # ok


async def by_queue():
    sqs = boto3.resource('sqs')  # finding: [blocking-sdk-call]
    queue = sqs.get_queue_by_name(QueueName='q')  # finding: [blocking-sdk-call]
    for message in queue.receive_messages():  # finding: [blocking-sdk-call]
        message.delete()  # finding: [blocking-sdk-call]
