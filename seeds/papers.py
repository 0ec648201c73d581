"""Names of papers, sites and accounts, by what they end with."""

from __future__ import annotations

import re

from seeds.language.variants import simplified

_PAPER = re.compile(
    "^《?(?!.{0,12}(?<!文)汇报》?$)"
    "(?![0-9]+[ \u3000]|下载|打开|安装|关注|点击|进入|返回|登录|查看|更多|相关|推荐|(?:官方?|[内外全互本]联?)网$)"
    "(?:求是|知乎|简书|豆瓣|小红书|虎嗅|钛媒体|雪球|36氪|今日头条|澎湃|[百头搜网企大一][家条狐易鹅鱼点]号|[^《》，。；：！？]{1,14}"
    "(?:报|网|社|刊|杂志|客户端|公众号|通讯|电视台|卫视|融媒体?中心|电台|观察|观点|评论|时评|新闻|频道|党刊|导刊|论坛"
    "|在线|发布|传媒))》?$"
)

_NEWSPAPER = re.compile(
    "(?:[日晚时早晨周导商快]报|(?:都市|青年|新闻|法[治制]|教育|工人)报|通讯社|周刊|杂志|网)$"
)
_PRINTED_IN = re.compile(
    "^(?:原[載载刊]|[轉转][載载自]|[摘選选]自|[載载]|刊[於于]|[原本]文(?:首?[發发](?:表[於于])?|刊[載载發发登]))[自於于]?[:：]?(?=.{3})"
)
"""What stands before the name of a paper that an article is from."""
_DIGITAL = re.compile(
    "(?<=[报刊])(?:[全融多]媒体)?(?:数字报(?:刊?平台)?|电子报|电子版|数字版|图文数据库|数据库)$"
)


def is_paper(text: str) -> bool:
    """Whether a text is the name of a paper, a site, an agency or an account."""
    return _PAPER.match(simplified(text)) is not None


def paper_of(text: str) -> str:
    """The paper that a text names, without its marks, what the site of a paper adds, and 原载: 江城日报数字报."""
    return _DIGITAL.sub("", re.sub("^《(.*)》$", "\\1", _PRINTED_IN.sub("", text)))


def is_newspaper(text: str) -> bool:
    """Whether a text ends as names of papers and sites do, and hardly anything else: no 简报, no 观点."""
    return _NEWSPAPER.search(simplified(text)) is not None
