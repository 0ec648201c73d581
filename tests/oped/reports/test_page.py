from rich.console import Console

import seeds


def shown(page: seeds.Page) -> str:
    console = Console(width=100, record=True, file=open("/dev/null", "w", encoding="utf-8"))  # noqa: SIM115, PTH123
    console.print(page)
    console.file.close()
    return console.export_text()


def test_a_page_shows_its_pieces_what_is_outside_and_the_decisions():
    text = shown(seeds.seed_page())
    assert "群众“金点子”是发展“金钥匙”" in text
    assert "王涵、黄静" in text
    assert "photo credit: 杜小燕 摄" in text
    assert "line 17: joined to line 15" in text


def test_hostile_text_is_shown_and_not_obeyed():
    page = seeds.parse_page(
        "[bold]坏[/b]\x1b[31m标题\n\n□ 王\u202e明\n\n第一段说明情况，讲清楚来龙去脉。\n",
        name="[x]\x1b]0;a\x07",
    )
    text = shown(page)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "[/b]" in text
