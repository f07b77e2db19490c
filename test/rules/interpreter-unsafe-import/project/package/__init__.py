from lxml.html import fromstring
