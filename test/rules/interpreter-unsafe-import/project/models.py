from pydantic import BaseModel


class Model(BaseModel):
    n: int
