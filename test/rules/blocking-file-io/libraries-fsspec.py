"""fsspec: the same methods for disks and stores; what is in memory waits for nobody."""
import fsspec
import s3fs


async def read(url, path):
    fs = fsspec.filesystem('s3')  # ok: connects when first used
    fs.ls('bucket')  # finding: [blocking-file-io]
    fs.get('bucket/key', path)  # finding: [blocking-file-io]
    fs.unstrip_protocol('bucket')  # ok: a string
    for folder, _, names in fs.walk('bucket'):  # finding: [blocking-file-io]
        print(folder, names)
    handle = fsspec.open(url)  # ok: opens when it is entered
    with handle as file:  # finding: [blocking-file-io]
        file.read()  # finding: [blocking-file-io]
    with fs.open('bucket/key') as file:  # finding: [blocking-file-io]
        file.readline()  # ok: moves with the `open`
    s3fs.S3FileSystem().cat('bucket/key')  # finding: [blocking-file-io]


async def in_memory():
    fs = fsspec.filesystem('memory')
    fs.ls('/')  # ok: in memory
    with fsspec.open('memory://x', 'w') as file:  # ok: in memory
        file.write('x')


async def asynchronous():
    fs = s3fs.S3FileSystem(asynchronous=True)
    await fs._ls('bucket')  # ok
