# fails: never
from multiprocessing.pool import ThreadPool

with ThreadPool(1) as pool:
    print(pool.map(lambda n: n, [1]))
