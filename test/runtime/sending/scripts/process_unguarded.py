# fails: since 3.14
import multiprocessing
import sys


def work():
    print(1)


process = multiprocessing.Process(target=work)
process.start()
process.join()
sys.exit(process.exitcode)
