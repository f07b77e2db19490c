# fails: never
import multiprocessing


def work(queue):
    queue.put(1)


if __name__ == "__main__":
    queue = multiprocessing.Queue()
    process = multiprocessing.Process(target=work, args=(queue,))
    process.start()
    print(queue.get(timeout=20))
    process.join()
