"""A manager is a process."""

from multiprocessing import Manager

shared = Manager().dict()  # finding: [missing-main-guard]
