# fails: since 3.14
import multiprocessing

if __name__ == "__main__":
    process = multiprocessing.Process(target=lambda: print(1))
    process.start()
    process.join()
