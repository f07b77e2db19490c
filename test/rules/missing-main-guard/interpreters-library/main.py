import tasks

if __name__ == "__main__":
    print(tasks.pool())
