import models

LIMIT = models.Model
