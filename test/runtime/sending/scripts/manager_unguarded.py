# fails: since 3.14
import multiprocessing

print(multiprocessing.Manager().list([1]))
