"""A page that is read in the block of its connection."""

# fix: Move the

import json
import os
from urllib.request import urlopen


async def main():
    with urlopen(os.environ["HTTP_SERVER"] + "/json") as page:
        answer = json.load(page)["answer"]
    print(answer, page.status)
