"""The file that `makefile` makes of a socket waits for the network, not for the disk."""
import socket


async def lines(host):
    connection = socket.create_connection((host, 80))  # finding: [blocking-socket]
    stream = connection.makefile('rb')  # ok: sends nothing
    stream.readline()  # finding: [blocking-socket]
    for line in stream:  # finding: [blocking-socket]
        print(line)
    stream.name  # ok
    with connection.makefile('w') as writer:
        writer.write('hello')  # finding: [blocking-socket]
        writer.flush()  # finding: [blocking-socket]
