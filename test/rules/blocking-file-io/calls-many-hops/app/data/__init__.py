from .table import Table as Table
