"""The words that stand around articles on the pages of `benchmarks.habits`: made up, or in everybody's use."""

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕欧阳"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建文玲辉鑫宇晨博思雨子涵浩然志国庆石白一帆"
PAPERS = (
    "人民日报", "光明日报", "经济日报", "江城日报", "东山晚报", "南湖时报", "工人日报", "中国青年报",
    "新华网", "人民网",
)  # fmt: skip
COLUMNS = (
    "人民时评", "今日谈", "评论员观察", "江城时评", "东山论坛", "一家之言", "金台锐评", "大家谈", "新语",
    "民声", "快评", "思想纵横", "青年说", "理论漫笔", "百姓话题", "每周评论", "锐言快语", "岁月静好",
    "观澜",
)  # fmt: skip
KICKERS = (
    "学习贯彻全会精神", "高质量发展笔谈", "基层治理面面观", "民生观察", "走笔", "新征程上看变化",
    "写在开学季", "把握重要战略机遇", "文明城市大家谈", "书写乡村振兴新篇",
)  # fmt: skip
LABELS = (
    "理论", "评论", "观点", "要论", "大家谈", "时评", "言论", "思想", "论坛", "声音", "来论", "微言",
    "短评",
)  # fmt: skip
MASTHEADS = (
    "{paper} {cn} 星期{week} 第{n:02d}版 评论", "{paper}\u3000{cn}\u3000星期{week}",
    "{n:02d} 评论 {cn} 星期{week}", "{paper} / {iso} / {n:02d}版：观点", "第{n}版：理论",
    "A{n:02d} 时评 {iso} 星期{week}", "{cn} 星期{week} 责编：{name}", "评论 {paper} {cn}",
    "{paper}\u3000理论周刊\u3000第{n}期", "2024年{month}月{day}日 星期{week}",
)  # fmt: skip
IMPRINTS = (
    "本版责编：{name} {name2}", "责任编辑：{name}", "电子邮箱：abc@example.com", "版式设计：{name}",
    "责编 {name} 版式 {name2}", "美编：{name} 校对：{name2}", "投稿邮箱：pinglun@example.com",
    "本版编辑 {name} 美编 {name2}", "报料热线：0358-8222222", "欢迎读者来稿。来稿请注明姓名和联系方式。",
    "编辑：{name}\u3000审核：{name2}",
)  # fmt: skip
CREDITS = (
    "{name} 摄", "本报记者 {name} 摄", "图为活动现场。 {name} 摄", "{name}/图", "新华社记者 {name} 摄",
    "漫画：{name}", "▲村民在采茶。{name}摄", "资料图片", "（图片由受访者提供 {name} 摄）",
    "{name}绘（新华社发）",
)  # fmt: skip
NOTES = (
    "（作者系市委党校教授）", "（作者为某大学马克思主义学院教授）", "（作者单位：市委党校）",
    "作者系省社科院研究员", "（作者分别系市发展改革委副主任、科长）", "（本文作者为律师）",
    "（作者是江城大学教授）", "（作者系县委书记）", "（作者：江城市社会科学院研究员）",
)  # fmt: skip
LEAD_NOTES = (
    "（本报记者{name}参与采写）", "（作者系大学教授）", "（作者单位：省社科院）",
)  # fmt: skip
AFFILIATIONS = (
    "（江城大学 马克思主义学院，江城 100871）", "（1.江城大学 法学院；2.东山师范学院，东山 210000）",
    "江城市社会科学院，江城　310000", "（中共江城市委党校，江城 410000）",
)  # fmt: skip
SOURCES = (
    "据《{paper}》", "（转自《{paper}》）", "来源：{paper}", "（据{paper}）", "（原载《{paper}》）",
    "（摘自《{paper}》，有删改）", "（摘编自《{paper}》，原题为《{phrase}》）", "《{paper}》",
    "（来源：{paper}）",
)  # fmt: skip
DATED_SOURCES = (
    "《 {paper} 》（ {cn0} {n:02d} 版）", "——《{paper}》{cn}", "《{paper}》{cn}第{n}版",
    "（《{paper}》{cn}）", "（原载{cn}《{paper}》）", "（来源：{paper} {iso}）", "{paper} {cn}",
    "（{paper}，{iso}）", "来源：{paper}（{cn}）",
)  # fmt: skip
NAMED_META = (
    "作者：{names}  时间：{iso}", "{cn}  作者：{names}", "{iso}  {names}",
    "来源：{paper}\u3000作者：{names}\u3000{iso}", "作者：{names} 来源：{paper} 发布时间：{iso} {time}",
    "{names} {iso} {time}", "文/{names}\u3000{cn}", "{paper}\u3000{names}\u3000{cn}",
    "原创 {names} {column} {iso} {time}", "{iso} {time}  来源：{paper}  作者：{names}", "{names} | {cn}",
)  # fmt: skip
"""Lines under a title that name the author."""
META = (
    "来源：{paper}  {iso}", "{iso} {time} 来源：{paper}", "{cn}{time} | 来源：{paper}",
    "{paper} {iso} {time}", "{iso}", "发布时间：{iso} {time}\u3000来源：{paper}", "时间：{iso}",
    "{cn} {time}", "（{cn}）", "{iso}  {paper}", "{slash} 来源：{paper}",
)  # fmt: skip
"""Lines under a title that name none."""
MESSAGE_META = [
    "原创 {names} {column} {iso} {time}", "{names} {column} {iso} {time}", "{column} {iso} {time} 江苏",
]  # fmt: skip
PORTAL_META = (
    "《{paper}》（{cn0}　第 {n:02d} 版）", "{cn0}{time}　来源：{paper}", "{paper}　{iso} 作者：{names}",
    "本报评论员　{names}　{cn0} 第{n:02d}版", "{iso} {time}:12　来源: {paper}　责编: {name}",
)  # fmt: skip
WEB_LINES = (
    "小字号", "字号：大 中 小", "分享到：", "点击上方“江城评论”关注我们", "打印本页 关闭窗口",
    "浏览次数：1024",
)  # fmt: skip
WEB_ENDS = (
    "（责编：{name}、{name2}）", "责任编辑：{name}", "（编辑：{name}）", "分享让更多人看到",
    "【责任编辑:{name}】", "阅读 2.3万",
)  # fmt: skip
BYLINES = {
    "box": "□ {names}", "box tight": "□{names}", "square": "■ {names}", "circle": "◎ {names}",
    "dot": "●{names}", "label": "作者：{names}", "text": "文/{names}", "text colon": "文：{names}",
    "plain": "{names}", "after": "{names}/文", "reporter": "本报记者 {names}",
    "desk name": "本报评论员 {names}", "guest": "特约评论员 {names}", "brackets": "（{names}）",
    "office": "某县委宣传部 {names}", "hook": "【{names}】", "dash": "——{names}",
    "far": "\u3000\u3000\u3000\u3000\u3000\u3000\u3000\u3000{names}", "place": "江城 {names}",
    "desk": "本报评论员", "board": "本报编辑部", "label brackets": "（作者：{names}）",
    "pen": "{names}（教师）", "mouth": "口 {names}", "square brackets": "[{names}]",
    "post": "{names}　江城市社科院研究员", "writer": "撰文｜{names}",
    "source brackets": "（来源：{paper} 作者：{names}）",
    "agency": "新华社记者 {names}", "agency desk": "新华社评论员", "wide": "　　　　{names}",
    "pen hand": "撰文：{names}", "box right": "◆{names}", "text note": "文：{names}（时事评论员）",
    "by": "■ 文/{names}",
    "reader": "读者　{names}", "county": "江苏省东山县　{names}", "town": "（南湖市 {names}）",
    "sir": "一读者　{names}",
    "teacher": "江城市第三中学教师 {names}", "credits": "作者：{names}  编辑：{name}", "credit": "作者 | {names}",
    "writer colon": "撰文：{names}", "pupil": "江城市第一中学高三（2）班　{names}",
    "pupil bracket": "（江城一中　{names}）",
    "class": "高二3班 {names}",
    "at": "@{names}", "art": "文 / {names}　图 / {name}", "english": "By {names}",
    "guest line": "特约撰稿　{names}",
    "deputy": "全国人大代表 {names}：",
    "column box": "■{column}　□{names}", "column bar": "{column} | {names}", "column dot": "{column}·{names}",
    "column hook": "【{column}】{names}", "column space": "{column}　　{names}",
}  # fmt: skip
NAMELESS = {"desk": "本报评论员", "board": "本报编辑部", "agency desk": "新华社评论员"}
"""Bylines without a person."""
HONG_KONG = ("pen hand", "box right", "text note", "by", "plain", "label", "circle")
SENDERS = ("reader", "county", "town", "sir", "teacher", "plain")
COLUMN_BYLINES = ("column box", "column bar", "column dot", "column hook", "column space")
HEAD_BYLINES = tuple(style for style in BYLINES if style not in (
    "dash", "label brackets", "source brackets", "place", "agency", "agency desk", "wide", "credits", "credit", "by",
    "pen hand", "box right", "text note", "writer colon", "pupil", "pupil bracket", "class",
    *SENDERS[:-1], *COLUMN_BYLINES, "at", "art", "english", "guest line", "deputy",
))  # fmt: skip
END_BYLINES = (
    "brackets", "label brackets", "source brackets", "plain", "dash", "far", "place", "hook", "label",
)  # fmt: skip
NUMBERS = (
    "{n}. ", "{n}.", "{n}、", "{c}、", "（{c}）", "（{n}）", "{o}", "{o} ", "{n} ", "【{n}】", "第{c}篇 ",
    "篇目{n}：",
    "评论{c}：", "范文{c}：", "其{c}、", "● ", "■", "▍", "◆ ", "{nn}. ",
)  # fmt: skip
FRAMES = ("{}", "{}", "{}", "《{}》", "【{}】")
INLINE = (
    "{title}　　{names}", "{title} / {names}", "{title}／{names}", "{names}：{title}", "{title}（{names}）",
    "{title}\t{names}", "{title}——{names}", "{title}  □{names}", "{names}丨{title}", "{title}（作者：{names}）",
)  # fmt: skip
"""Title and author on one line."""
WIRE_TITLES = (
    "新华时评：{title}", "新华时评｜{title}", "（{column}）{title}", "新华社{place}{month}月{day}日电　题：{title}",
    "{column}丨{title}",
)  # fmt: skip
COLUMNED = ("{title}（{column}）", "{title}({column})", "{title}（{column}）")
RULES = (
    "--------", "----------------", "★", "* * *", "————————", "========", "~~~~~~~~", "◆◆◆", "…………",
    "＊＊＊", "----------------------------------------",
)  # fmt: skip
SECTIONS = (
    "把好事办实", "久久为功抓落实", "让群众得实惠", "向改革要动力", "补齐治理短板", "激发人才活力",
    "守住民生底线", "厚植文化土壤", "优化营商环境", "问题怎么看", "出路在哪里？", "城乡融合 双向奔赴",
    "从“有没有”到“好不好”",
)  # fmt: skip
DATELINES = (
    "本报{place}{month}月{day}日电（记者{name}）", "新华社{place}{month}月{day}日电 ",
    "{paper}{place}{month}月{day}日电\u3000（{name}、{name2}）", "本报讯（记者 {name}）",
    "（本报{place}{month}月{day}日讯）",
)  # fmt: skip
FOREWORDS = (
    "编者按：", "【编者按】", "编者的话：", "开栏的话：", "〔编者按〕", "编 者 按 ", "核心提示：",
    "导读：", "【内容提要】",
)  # fmt: skip
TALK_HEADS = (
    ("主持人：本报记者 {name}",), ("对话人：", "{name} 江城大学教授", "{name2} 市委党校副教授"),
    ("主持人：{name}", "嘉宾：{name2}"), ("对话人\u3000{name}（县委书记）\u3000{name2}（村党支部书记）",),
    ("采访人：本报记者 {name}", "受访者：{name2} 省社科院研究员"),
)  # fmt: skip
ASIDES = (
    "相关链接", "延伸阅读", "推荐阅读", "（上接第一版）", "（下转第四版）", "原标题：{phrase}",
    "扫描二维码，阅读更多评论",
)  # fmt: skip
SHORT_TITLES = (
    "老街", "麦收", "夜读", "看云", "端午", "灯火", "古城墙", "大槐树", "渡口", "母亲河", "青石巷", "说“等”", "慢下来",
    "为什么读书？", "守", "说“度”", "清明随想", "门前的河", "父亲的算盘", "新年第一课", "实干为要", "民心是秤",
)  # fmt: skip
"""Titles of few characters, as essays have."""
CONTENTS = (
    "· {title}",
    "{title}",
    "{n}. {title}",
    "■{title}",
    "{title}……{n}",
    "{title}（{name}）",
    "{n} {title}",
)
"""Lines of a list of what stands on a page."""
DOTTED = ("{title}……………………{n}", "{n}. {title}\t{n}", "{title} {n}", "{n}.{title} {n}", "{title}..........{n}")
CONTENTS_HEADS = ("本期目录", "目　录", "导读", "今日看点", "本版导读", "目录")
RUNNING_HEADS = ("江城日报　评论", "{paper}", "{paper}评论汇编", "评论选编　第{n}期", "时评", "理论学习参考")
PAGE_NUMBERS = ("— {n} —", "- {n} -", "{n}", "第 {n} 页", "{n} / 40")
"""What a printer puts at the edge of sheets, in the midst of paragraphs."""
CLIPPING_HEADS = (
    ("{paper} | {iso}", "報章 | A{n:02d} | 觀點 | {column}"),
    ("{paper}", "A{n:02d}\u3000評論\u3000{iso}"),
    ("{paper} {iso} A{n} 觀點",),
    ("{iso}  {paper}  第{n}版  评论",),
    ("{paper}({n}版) {iso}", "字數：{count}"),
    ("报章 | {paper} | {iso} | A{n:02d} 论坛",),
)
"""What a service of press clippings puts over each title."""
RECORDS = (
    ("{count} 字", "{cn}", "{paper}", "{code}", "{n}", "简体中文", "版权所有 {paper}"),
    ("字数：{count}", "{iso}", "{paper}", "第{n}版", "中文"),
    ("{paper}", "{cn}", "{n:02d}", "{count} 字"),
    (
        "{count} words",
        "{cn}",
        "{paper}",
        "{code}",
        "Chinese - Simplified",
        "版权所有 {paper} All Rights Reserved",
    ),
)
"""What a database of news puts under each title, a line a field."""
SPEECH_NOTES = (
    "（本文系作者在全市干部大会上的讲话节选）",
    "※ 这是作者在机关党课上讲话的主要部分。",
    "（根据录音整理，未经本人审阅）",
    "（作者系县委书记）",
)
REFERENCES = (
    (
        "参考文献：",
        "[1]{name}.基层治理的逻辑[J].社会学研究,2015(3):12-30.",
        "[2]{name2}.乡土与现代[M].北京:商务印书馆,2009.",
    ),
    (
        "参考文献",
        "［1］{name}：《基层治理的逻辑》，《社会学研究》2015年第3期。",
        "［2］{name2}：《乡土与现代》，商务印书馆2009年版，第{n}页。",
    ),
    (
        "注释：",
        "①{name}：《乡土与现代》，商务印书馆2009年版，第{n}页。",
        "②《毛泽东选集》第三卷，人民出版社1991年版，第1031页。",
    ),
    (
        "①{name}：《乡土与现代》，第{n}页，北京，商务印书馆，2009。",
        "②《邓小平文选》第三卷，人民出版社1993年版，第{n}页。",
    ),
    ("[基金项目：国家社会科学基金项目“基层治理研究”（15BZZ0{n:02d}）]",),
    ("责任编辑：{name}", "参考文献：", "[1]{name2}.治理论[M].北京:人民出版社,2014."),
)
PUPILS = ("pupil", "pupil bracket", "class", "plain", "label")
COMMENTS = (
    ("【点评】文章紧扣材料，由事入理，层层推进，语言朴实有力，结尾回扣题目，是一篇考场佳作。",),
    ("点评：本文立意高远，论证有据，若能再举一两个身边的例子，文章会更有分量。",),
    ("【评析】开头点题，分论点之间层次清楚，结尾有号召力。", "（{name} 点评）"),
    ("指导教师：{name}", "【教师评语】选材贴近生活，小切口写出大主题。"),
)
INDENTS = ("", "　　", "　　", "    ", "　", "  ", "\t")
SEPARATORS = (" ", " ", "  ", "、", "　")
COLUMN_FORMS = ("{}", "{}", "{}", "{}", "{}", "{}", "{}", "【{}】", "·{}·", "［{}］", "{}：", "■{}")
KEYWORDS = (
    "关键词：基层治理；乡村振兴；现代化", "[关键词] 党的建设 自我革命 制度", "【关键词】数字经济；实体经济",
    "中图分类号：D61　文献标识码：A", "文章编号：1003-0000（2020）02-0001-05",
)  # fmt: skip
ABSTRACTS = ("摘　要：", "［摘要］", "【内容摘要】", "摘要：")
ENDS = ("（完）", "END", "— END —", "-END-", "▼", "完")
PLACED_DATES = ("{cn}于{place}", "{cn}写于{place}", "{cn}", "（{iso}）", "{iso} {place}")
"""What stands under the name at the end of an article."""
ABOVE_BYLINES = (
    "box",
    "square",
    "plain",
    "circle",
    "deputy",
    "column bar",
    "column dot",
    "desk name",
    "label",
)
"""Bylines over a title."""
ORNAMENTS = ("◆ {} ◆", "｜{}｜", "★{}★", "<<{}>>", "**{}**", "■ {}", "▌{}", "〓 {} 〓")
ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ"
POINTS = ("■ {}", "■ {}。", "▲{}", "● {}。", "“{}。”", "核心观点：{}。")
"""Decks with a mark before them, or with a stop behind."""
ENGLISH_META = (
    "{names}  {english}",
    "{names} | {slash}",
    "By {names} | {iso}",
    "{english}  {names}",
    "By {names}",
)
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
LATIN = (
    ("Zhang", "Li", "Wang", "Chen", "Zhao", "Zhou", "Sun", "Lin"),
    ("Wei", "Ming", "Xiaohong", "Jianguo", "Lei", "Yating"),
)
FEED_HEADS = (("{iso} {time}",), ("{cn} {time}",), ("{cn} 星期{week}",), ("{iso} {time}  {paper}",))
FEED_ENDS = (("点赞 {n}　评论 {n}",), ("阅读({count}) 评论({n})",), ("转发 {n} | 评论 {n} | 赞 {count}",), ())
PEN_NAMES = (
    "午言", "黄牛山人", "麦子小姐", "江城夜读", "老墨", "木子", "一叶舟", "南山客", "听雨",
    "水边人家", "子非鱼", "秋实", "半亩塘", "阿城", "小满", "石头记", "青衫", "老兵",
    "大河", "竹外桃花", "平原", "西窗烛", "禾火", "夜行人", "山月", "金台客", "评论小兵",
    "江枫", "草木", "拾穗者", "铁马", "陇上行", "清风", "布衣", "知秋", "一粟",
)  # fmt: skip
"""Names under pieces that are no names of persons."""
