"""A function, parameter or field called `input` is no builtin."""
from dataclasses import dataclass


@dataclass
class Request:
    input: str


async def handle(request: Request, input):
    request.input.upper()  # ok: a field
    input('name? ')  # ok: a parameter
    return request
