"""The documents, and what stands in them, for the tests of both."""

from pathlib import Path

from markdown_it import MarkdownIt

ROOT = Path(__file__).resolve().parent.parent
READMES = [ROOT / "README.md", ROOT / "README.zh.md"]
DOCUMENTS = [*READMES, ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


def blocks(path, language):
    """What stands in the fenced blocks of a language."""
    tokens = MarkdownIt().parse(path.read_text("utf-8"))
    return [token.content for token in tokens if token.type == "fence" and token.info == language]


def without_comments(block):
    return [line.partition(" # ")[0].strip() for line in block.splitlines()]
