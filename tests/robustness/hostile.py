"""Texts that some output could take for more than text; PWN marks what must never be anything else."""

from __future__ import annotations

PAYLOADS = (
    # terminals
    "\x1b[31mPWN\x1b[0m", "\x1b[2J\x1b[HPWN", "\x1b]0;PWN\x07", "\x1b]8;;http://PWN.cn\x1b\\点\x1b]8;;\x1b\\",
    "\x1b]52;c;UFdO\x07PWN", "\x9b31mPWN", "\x9d0;PWN\x9c", "\x1bPPWN\x1b\\", "\x1b[6nPWN", "\x07\x08\x7fPWN",
    "PWN\rPWN", "\x0e PWN\x0f", "\x1bcPWN", "\x00PWN", "\x1b[?1049hPWN", "\x90PWN\x9c", "\x1b_PWN\x1b\\",
    "\x1a PWN",
    # directions and invisible signs
    "\u202ePWN\u202c", "\u2066PWN\u2069", "\u200fPWN\u200e", "\u061cPWN", "P\u200bW\u200bNPWN",
    "\ufeffPWN\ufeff",
    "P\u0301W\u0301NPWN", "PWN" + "\u0300\u0316\u0489" * 40, "\u2028PWN\u2029", "\xadPWN",
    "\U000e0041PWN\U000e007f",
    "PWN\ud800", "\udfffPWN", "\ufffePWN\uffff", "\u180ePWN", "\u2063PWN", "PWN👩\u200d👩\u200d👧",
    "𠀀PWN\U0010ffff",
    "\u3164PWN", "\ufff9PWN\ufffb",
    # rich markup and emoji codes
    "[bold red]PWN[/bold red]", "[link=http://PWN.cn]点[/link]", "[/]PWN", "[@click=app.bell]PWN[/]",
    ":smile:PWN",
    "[red]PWN", "\\[red]PWN", "[[PWN]]", ":warning:PWN:x:",
    # HTML, SVG, CSS, script
    "<script>PWN()</script>", "</script><script>PWN()</script>", "<img src=x onerror=PWN()>",
    "\"><img src=PWN>",
    "' onmouseover='PWN()", "\" onfocus=PWN() autofocus=\"", "<svg onload=PWN()>",
    "<svg><a xlink:href='javascript:PWN()'>",
    "<iframe src=data:text/html,PWN>", "<style>*{background:url(//PWN.cn)}</style>", "</style><b>PWN",
    "</title><b>PWN",
    "<!--PWN", "-->PWN", "<![CDATA[PWN]]>", "<?PWN?>", "&lt;script&gt;PWN", "&#60;script&#62;PWN",
    "<math><mi>PWN",
    "<a href=javascript:PWN()>点</a>", "<base href=//PWN.cn>",
    "<meta http-equiv=refresh content='0;url=//PWN.cn'>",
    "<link rel=stylesheet href=//PWN.cn>", "<form action=//PWN.cn><input>", "<details ontoggle=PWN() open>",
    "</textarea>PWN",
    "</template><b>PWN", "<noscript><p title=\"</noscript><img src=PWN>\">", "{{PWN}}", "{% PWN %}", "${PWN}",
    "#{PWN}",
    "expression(PWN)", "}body{display:none}/*PWN*/", "url(javascript:PWN)", "data:text/html;base64,PWN",
    "javascript:PWN()",
    "<x PWN=1>", "<PWN>", "</PWN>", "＜script＞PWN＜/script＞", "\u2028</script>PWN", "<scr\x00ipt>PWN",
    # spreadsheets
    "=PWN()", "+PWN", "-PWN", "@SUM(PWN)", "=HYPERLINK(\"http://PWN.cn\")", "\t=PWN()", "\r=PWN()", "＝PWN()",
    "＠PWN",
    " =PWN()", "=cmd|' /C PWN'!A0", "\"=PWN()", ",=PWN()", "\n=PWN()", ";=PWN()", "\u3000=PWN()",
    "\u200b=PWN()", "\xa0=PWN()",
    # Markdown
    "[PWN](http://PWN.cn)", "![PWN](http://PWN.cn/x.png)", "[PWN][1]\n\n[1]: http://PWN.cn", "`PWN`",
    "```\nPWN\n```",
    "**PWN**", "__PWN__", "~~PWN~~", "# PWN", "\n# PWN\n", "> PWN", "- PWN", "1. PWN", "| PWN | PWN |",
    "| a |\n| --- |\n| PWN |",
    "http://PWN.cn", "www.PWN.cn", "PWN@PWN.cn", "@PWN", "<http://PWN.cn>", "\\PWN\\", "PWN  \nPWN",
    "---\nPWN\n---", "PWN\n===",
    "$PWN$", "[^PWN]: PWN", "- [ ] PWN", "    PWN", "<!-- PWN -->", "&copy;PWN", "#PWN", "PWN\\", "::: PWN",
    "^PWN^",
    # names, sizes
    "../../PWN", "C:\\PWN", "CON PWN", "~PWN", "%PWN%n%s", "PWN" * 60, "PWN/" * 40, "'; DROP TABLE PWN; --",
    "$(PWN)", "`PWN`;",
)  # fmt: skip

CARRIERS = ("{}", "门{}开了才算数", "“{}”", "{}。")


def hostile_texts() -> list[str]:
    """Every payload alone, inside a sentence, quoted, and as a sentence."""
    return [carrier.replace("{}", payload) for payload in PAYLOADS for carrier in CARRIERS]
