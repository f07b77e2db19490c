"""What a path can say of itself without the disk."""
from pathlib import Path, PurePosixPath


class Layout:
    def __init__(self, root):
        self.root = Path(root)

    def page(self, name):
        return (self.root / "pages" / name).with_suffix(".html")


async def main():
    page = Layout("/srv").page("index.md")
    assert page.name == "index.html"
    assert page.relative_to("/srv").parts == ("pages", "index.html")
    assert PurePosixPath("/a/b").parent.joinpath("c").as_posix() == "/a/c"
