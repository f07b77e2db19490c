"""Sockets in blocking mode, name look-ups and mail in a coroutine."""
import smtplib
import socket
from socket import gethostbyname


async def talk(host):
    gethostbyname(host)  # finding: [blocking-socket]
#   ^^^^^^^^^^^^^
    socket.getaddrinfo(host, 80)  # finding: [blocking-socket]
    connection = socket.create_connection((host, 80))  # finding: [blocking-socket]
    connection.sendall(b'')  # finding: [blocking-socket]
    connection.recv(10)  # finding: [blocking-socket]
    connection.close()  # ok
    smtplib.SMTP(host)  # finding: [blocking-socket]
    socket.socket()  # ok: connects to nothing yet
    socket.gethostname()  # ok: asks the kernel
    socket.inet_aton(host)  # ok: text only


async def accept():
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as server:
        server.bind(('', 0))  # ok
        server.listen()  # ok
        peer, _ = server.accept()  # finding: [blocking-socket]
        return peer.recv(1)  # finding: [blocking-socket]


def on_a_thread(host):
    return gethostbyname(host)  # ok: nothing says that a loop runs this
