"""A mail server greets slowly."""
import os
import smtplib


def notify(message):
    with smtplib.SMTP("127.0.0.1", int(os.environ["SLOW_LINES"]), local_hostname="localhost", timeout=5) as smtp:
        smtp.noop()
        return message


async def main():
    notify("hello")
