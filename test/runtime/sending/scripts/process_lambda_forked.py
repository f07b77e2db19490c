# fails: never
import multiprocessing

if __name__ == "__main__":
    process = multiprocessing.get_context("fork").Process(target=lambda: print(1))
    process.start()
    process.join()
