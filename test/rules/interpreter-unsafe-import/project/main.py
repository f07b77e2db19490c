"""By way of modules of the program, and of the packages around them."""

from concurrent.futures import InterpreterPoolExecutor

from package.plain import plain
from tasks import alone, far, near

if __name__ == "__main__":
    with InterpreterPoolExecutor() as pool:
        print(pool.submit(near, 1))  # finding: [interpreter-unsafe-import] via shared > models > pydantic
        print(pool.submit(far, 1))  # finding: [interpreter-unsafe-import] via shared > models > pydantic
        print(pool.submit(alone, 1))  # ok: sent as its code
        print(pool.submit(plain, 1))  # finding: [interpreter-unsafe-import]
