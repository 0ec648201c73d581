"""Traditional characters, as far as the cue words and surnames of this package use them.

Only for recognising words: the text of a page is never changed.
"""

from __future__ import annotations

_TRADITIONAL = (
    "萬與專東嚴豐爲烏樂喬習書爭於雲從衆會傳體餘儲黨關養內寫農馮況鳳劃劉別勞華單盧衛廳厲厙參雙發臺葉後"
    "呂啓吳員鹹園國圖圓場壇聲處婁孫學寧實審宮對導壽嶽鞏帥師幹廣莊應龐張強懷態戶執掃報據攝數時雜權來楊"
    "標欄欒歡歐畢湯濟溫遊滿點熱愛現電畫監蓋碼祿竇筆籌簡緊糾紅約紀線組終經繪統維綜緱編繆網羅聶輿藝節蒼"
    "蘇範荊榮蕭蔣藍薊藺觀視覺計議訊記許論設評譯話語說諸讀課調談謝譚譙貝貢責費賀賈資賞賴趙踐車轉載輯邊"
    "連遲選鄧鄔郵鄒鬱郟鄭酈採鍾鈕錢鏈錯長閆閔聞閱閻闕闞陽陰際陸陳隨韋韓頁項須顧題顏饒馬駐駱魚魯鮑鳴麥"
    "黃齊龍龔係週鐘製眾為"
)
_SIMPLIFIED = (
    "万与专东严丰为乌乐乔习书争于云从众会传体余储党关养内写农冯况凤划刘别劳华单卢卫厅厉厍参双发台叶后"
    "吕启吴员咸园国图圆场坛声处娄孙学宁实审宫对导寿岳巩帅师干广庄应庞张强怀态户执扫报据摄数时杂权来杨"
    "标栏栾欢欧毕汤济温游满点热爱现电画监盖码禄窦笔筹简紧纠红约纪线组终经绘统维综缑编缪网罗聂舆艺节苍"
    "苏范荆荣萧蒋蓝蓟蔺观视觉计议讯记许论设评译话语说诸读课调谈谢谭谯贝贡责费贺贾资赏赖赵践车转载辑边"
    "连迟选邓邬邮邹郁郏郑郦采钟钮钱链错长闫闵闻阅阎阙阚阳阴际陆陈随韦韩页项须顾题颜饶马驻骆鱼鲁鲍鸣麦"
    "黄齐龙龚系周钟制众为"
)
_FOLD = str.maketrans(_TRADITIONAL, _SIMPLIFIED)


def simplified(text: str) -> str:
    """`text` with the known traditional characters as simplified ones; same length, for comparing only."""
    return text if text.isascii() else text.translate(_FOLD)
