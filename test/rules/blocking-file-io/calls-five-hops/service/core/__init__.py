from .configuration import Configuration as Configuration
