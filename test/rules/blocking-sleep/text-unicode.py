"""Columns count UTF-16 code units: é is one, 🐍 is two."""
import time


async def naps():
    é = '🐍🐍'; time.sleep(1)  # finding: [blocking-sleep]
#               ^^^^^^^^^^
    'é', 'ü', time.sleep(2)  # finding: [blocking-sleep]
#             ^^^^^^^^^^
    '𝔘𝔫𝔦', time.sleep(3)  # finding: [blocking-sleep]
#             ^^^^^^^^^^
    return é
