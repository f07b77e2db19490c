# fails: always
import multiprocessing

if __name__ == "__main__":
    process = multiprocessing.get_context("spawn").Process(target=lambda: print(1))
    process.start()
    process.join()
