from .handlers import settings
