# fails: always
import multiprocessing

if __name__ == "__main__":
    with multiprocessing.Pool(1) as pool:
        print(pool.map(lambda n: n, [1]))
