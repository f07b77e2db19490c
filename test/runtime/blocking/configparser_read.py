"""configparser opens the file by its name."""
import configparser
import os


async def main():
    parser = configparser.ConfigParser()
    try:
        parser.read(os.environ["SLOW_FILE"])
    except configparser.Error:
        pass
