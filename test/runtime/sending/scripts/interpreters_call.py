# needs: 3.14
# fails: always
from concurrent import interpreters

if __name__ == "__main__":
    factor = 2

    def local():
        value = 3
        return lambda: value

    interpreters.create().call(local())
