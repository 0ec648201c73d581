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
SHORT = (
    (
        "给巷子留一盏灯",
        "江城南街的巷子窄，路灯到晚上十点就熄，下晚班的人只好打着手机往回走，走到巷口还要再拐两个弯才能到家。",
        "街道算过一笔账，一盏灯多亮两个小时，一年的电费不到三百元。钱不多，难的是没有人想到晚归的人还在路上。",
        "今年春天巷子里的灯亮到了十二点，走路的人说心里亮堂。管一座城市，许多时候缺的不是大手笔，是替人想一想。",
    ),
    (
        "六元一碗的早饭",
        "菜场边的早饭摊五点就冒热气，一碗面六元，一个包子两元，赶路的人坐下来吃完，正好赶上头一班公交车。",
        "摊子从前占着道，被赶过好几回。后来市场划出六个车位，接上水管，摊主轮流扫地，路面反而比从前更干净了。",
        "南城的好，常常就在这样的小处。给小摊留一点地方，给早起的人留一口热饭，日子才会有生气。",
    ),
    (
        "晚还的书",
        "图书馆的还书箱装满了，管理员蹲在地上一本一本地擦。她说书和人一样，走了远路回来，总要先洗一把脸。",
        "有一本书借了十一年才还，里面夹着车票和一张字条。馆里免了逾期费，把字条贴在了门口明亮的玻璃上。",
        "借书的人后来又来了，站在玻璃前看了一会儿，没有说话，办了一张新的借书证，又借走了一本旧书。",
    ),
)
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
