"""Futures of pools that nobody keeps."""

import functools
import logging
import multiprocessing
import shutil
import time
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor

pool = ThreadPoolExecutor()
processes = ProcessPoolExecutor()
logger = logging.getLogger(__name__)


def save(path):
    with open(path, "w") as file:
        file.write("text")


def save_twice(path):
    save(path)
    save(path)


def safe(path):
    """Logs what goes wrong."""
    try:
        save(path)
    except Exception:
        logger.exception("not saved")


def safe_at_length(path):
    name = path
    logger.info("saving")
    while name:
        try:
            save(name)
        except (ValueError, Exception) as error:
            logger.error(error)
        finally:
            name = None


def safe_by_another(path):
    safe(path)


def narrow(path):
    try:
        save(path)
    except ValueError:
        logger.exception("not saved")


def again(path):
    try:
        save(path)
    except Exception:
        logger.exception("not saved")
        raise


def partly(path):
    save(path)
    try:
        save(path)
    except Exception:
        logger.exception("not saved")


def hits(path, executor: Executor):
    pool.submit(save, path)  # finding: [lost-future-error] information
#   ^^^^^^^^^^^
    processes.submit(save_twice, path)  # finding: [lost-future-error] information
    executor.submit(narrow, path)  # finding: [lost-future-error] information
    pool.submit(again, path)  # finding: [lost-future-error] information
    pool.submit(partly, path)  # finding: [lost-future-error] information
    pool.submit(lambda: save(path))  # finding: [lost-future-error] information
    pool.submit(functools.partial(save, path))  # finding: [lost-future-error] information
    pool.submit(shutil.rmtree, path)  # finding: [lost-future-error] information
    workers = multiprocessing.Pool()
    workers.apply_async(save, (path,))  # finding: [lost-future-error] information
    workers.apply_async(save, (path,), callback=print)  # finding: [lost-future-error] information


def finishes(path, given):
    try:
        given(path)
    finally:
        logger.info("done")


def near_misses(path, given, futures):
    pool.submit(finishes, path, given)  # ok: nobody knows what may fail
    pool.submit(print, path)  # ok: what should fail
    pool.submit(safe, path)  # ok: it catches everything
    pool.submit(safe_at_length, path)  # ok: it catches everything
    pool.submit(safe_by_another, path)  # ok: what it calls catches everything
    pool.submit(time.sleep, 1)  # ok: what should fail
    pool.submit(given, path)  # ok: nobody knows
    pool.submit(save, path).add_done_callback(print)  # ok: somebody looks at it
    futures.append(pool.submit(save, path))  # ok: kept
    future = pool.submit(save, path)  # ok: kept
    _ = pool.submit(save, path)  # ok: meant to be dropped
    list(pool.map(save, [path]))  # ok: raises here
    workers = multiprocessing.Pool()
    workers.apply_async(save, (path,), error_callback=print)  # ok: somebody looks at it
    return future, pool.submit(save, path)  # ok: for the caller
