"""An invented article, and how tests read files and tables that hold it."""

from __future__ import annotations

import io
import json

import seeds

TITLE = "修一条路，先问问走路的人"
OTHER = "菜市场里看得见城市的体温"
PARAGRAPHS = (
    "村口的土路走了三十年，下雨天一脚泥，晴天一身灰。去年村里开了三次院坝会，路往哪儿修，先听大伙儿怎么说。",
    "路修通以后，菜能当天运进城，孩子上学也不用绕河滩。可见办事之前多问一句，办成之后就少一句埋怨。",
    "修路如此，别的事也一样。账目贴在墙上，进度报到群里，大家心里有数，干起来就有劲。",
)
TITLES = (TITLE, OTHER, "把账目贴在墙上", "雨停之后再去看河")
CELL = f"{PARAGRAPHS[0]}路修通以后，菜能当天运进城。"


def read(source: str, name: str) -> list[seeds.Piece]:
    file = io.BytesIO(source.encode())
    file.name = name
    return [piece for page in seeds.read_pages([file]) for piece in page]


def body(piece: seeds.Piece) -> tuple[str, ...]:
    return tuple(paragraph.text for paragraph in piece.paragraphs if paragraph.kind == "body")


def read_rows(lines: list[object], name: str = "a.jsonl") -> list[seeds.Piece]:
    """The articles of a table, each row an object or a line as it stands; rows that cannot be read are passed over."""
    rows = [line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines]
    file = io.BytesIO("\n".join(rows).encode())
    file.name = name
    return [piece for page in seeds.read_pages([file], on_error=lambda _: None) for piece in page]


def text_of(piece: seeds.Piece) -> str:
    return "".join(paragraph.text for paragraph in piece.paragraphs)


def table(**columns: object) -> list[object]:
    """Rows of four articles; a column is the same in all rows or made from the number of the row."""
    made = ({k: v(n) if callable(v) else v for k, v in columns.items()} for n in range(4))
    return [{**row, "con": f"{n}{CELL}"} for n, row in enumerate(made)]
