"""Tabs count as one column."""
import time


async def naps(flag):
	time.sleep(1)  # finding: [blocking-sleep]
#
	if flag:
		time.sleep(2)  # finding: [blocking-sleep]


async def mixed():
	value =	time.sleep(3)  # finding: [blocking-sleep]
#        ^^^^^^^^^^
	return value
