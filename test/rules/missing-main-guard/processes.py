"""Processes of one's own."""

import multiprocessing


def work(n):
    return n


def spare():
    multiprocessing.Process(target=work, args=(1,)).start()  # ok: nobody calls it here


process = multiprocessing.Process(target=work, args=(1,))  # finding: [missing-main-guard]
process.start()
