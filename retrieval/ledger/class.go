package ledger

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"youju/hanzi"
)

// class is what a token does in a clause.
type class int

const (
	other class = iota
	mark
	number
	noun
	name // a place, a person, an institution
	verb
	modifier // an adjective
	adverb
	preposition
	conjunction
	pronoun
	moment // a word of time: 目前
	locative
	de // 的
	particle
)

// classify gives a word its class: by our own lists where the dictionary's tag
// is of no use, else by the tag.
func classify(word, speech string) class {
	if c, ok := own[word]; ok {
		return c
	}
	switch speech {
	case "ns", "nt", "nz":
		if tails[word] {
			return noun // 大桥, 广场: an end of names, no name
		}
	}
	switch speech {
	case "ns", "nt", "nr", "nrt", "nrfg":
		return name
	case "i", "v", "vg", "vd", "vq", "vi":
		return verb
	case "a", "b", "ad", "an", "ag", "z":
		return modifier
	case "d", "dg", "df":
		return adverb
	case "p":
		return preposition
	case "c":
		return conjunction
	case "r", "rz", "rr", "rg":
		return pronoun
	case "t", "tg":
		return moment
	case "f":
		return locative
	case "u", "ul", "uz", "ug", "ud", "uv", "y", "e", "o":
		return particle
	}
	if r := []rune(word); len(r) > 1 && !hanzi.IsHan(r[0]) && unicode.IsLetter(r[0]) {
		return name
	}
	return noun
}

// fragment are tags of characters that are seldom a word.
var fragment = set(`zg x ng g vg ag tg dg nr nrt nz q`)

// own are words whose tag misleads, by class.
var own = classes(map[class]string{
	de:       `的 之`,
	locative: `左 右 区内 园内 域内 市内 省内 国内 境内 县内 内 外 里 中 间 后 前 左右 上下 来 以来 以内 之间 之前 之后 之内 时`,
	modifier: `西部 东部 南部 北部 中部 近代 现代 当代 古代 相关 有关 实际 有序 总体 全面 重点 主要 基本 永久 平均 深入 积极 主动 现场 常住 户籍 流动 可支配 上市
		美丽 高水平 智能化 公正 温馨 新鲜 宝贵 蓬勃 国际化 易懂 明白 卓越 齐全 权威 宜居 光荣 崇高 安静 古老 英勇 高危 高超 高清 默契 周密 辛勤 普惠 最大化 多渠道 多角度 古典 特邀 高昂 朴素 高雅 惠民 神圣 华丽 宁静 神勇`,
	preposition: `在 于 为 对 对于 至 替 同 距 离 沿 把 被 将 从 自 向 由 以 因 据 根据 按照 按 为了 与 同 跟 比 较 给 让 使 令 经 经过 随着 围绕 针对 关于 凭借 依托 作为 除 除了 面对 就 当`,
	conjunction: `暨 当中 其间 和 及 以及 与 并 并且 而 而且 但 但是 其中 同时 此外 另外 因此 所以 不过 然而 由于 如果 虽然 尽管 且 或 或者 例如 比如 如 另 另有 还有`,
	pronoun:     `今届 该 本 此 这 那 其 他 她 它 他们 她们 它们 我们 自己 全 各 每 某 该区 该市 该省 该县 该州 该国 该校 该院 该公司 该中心 该行 该队 该片 该剧 该书 本市 本省 我市 我省 我国 全市 全省 全县 全区 全国 全球 当地 全线 全境 全岛 全校 全书 全片 全程 全镇 全村 全院 全团 全剧`,
	moment:      `时候 当季 当月 当周 本周 上周 下周 早盘 尾盘 午盘 盘中 夜盘 目前 日前 近日 当前 如今 现在 当时 此时 今年 去年 前年 明年 同年 当年 次年 翌年 近年 近年来 上半年 下半年 本月 上月 今日 昨日 今天 昨天 明天 年初 年末 年底 月底 一季度 二季度 三季度 四季度 前三季度 全年 同期 期间 现今 现时 首日 当日 当天 同日 接下来 上赛季 本赛季 上半场 下半场 本年度 时年 时值 必要时 每天 每年 每月 每周 每晚 每日 每小时 每季度 截至目前 迄今 至今 本季 上季 本年 上年`,
	verb: `
		弘扬 普及 拓宽 杜绝 关怀 扎根 齐聚 长大 回国 加密 安抚 陈述 张贴 纳凉 采取措施 加盟 荣立 崇尚 上岗 上路 上台 育人 美化 封锁 串联 入海 入门 辟谣 修正 延时 并联 周转 敬献 敬畏 密封 入市 水淹 查清 铺平 晋升 缅怀 换人 涂抹 夸赞 播撒 道谢 扬言 波及 原谅 上楼 登门 盛赞 云集 张开 从军 归国 谢谢 祝福 慕名 合龙 寻人 释出 张榜 付清 宣贯 博览 牟利 砥砺 狂揽 肇因 追至 连拿
		投身 凸显 调集 步入 充当 忽略 结识 失效 架起 吹响 增派 加码 席卷 打响 教会 指向 牵动 紧盯 化身 肩负 惠及 容纳 令人 满 年满 未满 终年 祝贺 入户 排查 上门 上缴 罚没 收缴 攻克 追缴 挽回 荣膺 入围 晋级 撬动 赋能 助力 加深 中断 胜 领跑 拿下 追 扳 定位 带 砍 出售 优化 办理 产生 设置 突破 营造 深化 参观 遭遇 充分发挥 经历 审理 证明 曝光 着力 致力 发动 证实 声称 尝试 助推 分配 会同 战胜 陪伴 会见 生效 责令 花费 交代 会面 轻信 牢记 细化 委托 上线 消失 汇报 替代 游览 供述 调配 调动 现身 压实 下线 踩 考验 内置 消耗 上场 书写 贡献 采用 险胜 击败 大胜 惨败 裁员 降价 加息 降息 配备 搭载 支付 募集 抓获 捐赠 捐款 签订 缴获
		新建 改建 扩建 续建 新开 新签 伙同 标志 查明 斩获 获评 荣获 摘得 揽获 夺得 时隔 记录 登记 启动 发布 出台 推出 预计 预测 估计 地处 坐落 隶属 通过 中居 告 收 收盘 开盘 收报 收于 报收 成交 获 获得 取得 引进 投入 落实 争取 举办 开展 完成 新增 增长 增加 下降 减少 上升 上涨 下跌 下滑 回落 提高 提升 降低 增 减 涨 跌 占 居 位居 位列 列 排 排名 名列 入选 拥有 建成 建设 设立 集聚 聚集 累计 占据 参加 参与 进行 给予`,
	noun: `抢险 救灾 防汛 抗洪 文明 智慧 洪水 青少年 治安 科普 卫星 高峰 养老 银行卡 荣誉 嘉宾 友谊 慈善 福利 道德 明星 滑坡 顾问 师生 英雄 安全感 安全性 城镇 许可证 许可 山洪 山区 幼儿园 顾客 夏令营 满意度 幸福感 通知书 锦旗 玉米 太阳 亚军 白银 巴士 入口 长度 公共场所 福祉 平原 大街 中医药 安全检查 西瓜 商业银行 维度 电商平台 河水 小学生 洪峰 高薪 小雨 广度 哥哥 阿姨 美德 蓝图 沙龙 宝石 海滩 范畴 红外 安全带 言语 师傅 老虎 山坡 南风 北风 史诗 大家庭 都市 焦煤 吉祥物 午休 伦理 山脉 麻醉 李子 中考 联谊会 越野车 海鲜 深水 馆里 馆内 丘陵 温泉 维生素 路基 马拉松 才华 望远镜 黑名单 加时赛 幸存者 白皮书 音乐会 苗木 麦克风 日志 渣土 富翁 桂冠 扬尘 常见病 体操 滑冰 小提琴 加工厂 大坝 陡坡 养老金 小微企业 大城市 老旧小区 博士生 高中生 初中生 加油站 毛巾 申请人 楼宇 雷阵雨 雷雨 多云 病险水库 贡献率 季后赛 滞纳金 公募基金 渣土车 冰淇淋 荷尔蒙 新高 新低 大关 工艺 深度 古镇 小镇 孙子 孙女 祖母 岳母 岳父 小姑娘 老公 老人家 宝宝 师兄 王子 港湾 籍贯 海冰 冰川 孔径 毛发 龙虾 红茶 湖水 江水 河畔 山村 田园 庄园 海岛
		伤残 就业 失业 进价 沿海 内陆 湿地 吞吐 预算 决算 周期 青年 少年 老年 中年 成年 学期 爆炸 袭击 冲突 地震 收入 支出 出口 进口 系 党组织 党委 政府 市政府 省政府 县政府 人民政府 法院 检察院 公安局 教育局 税务局 电视台 南北 东西 额 毛 知识 城市 创新 更新 统计 落户 动工 投产 企业 人 户 家 项目 增速 增幅 涨幅 降幅 跌幅 减幅 同比 环比 高新区 开发区 经开区 新区 固投 比重 比例 占比 份额 高企 规上 银行 集团 投资 面积 人口 平方 利用 教育部 落实率 市 区 县 省 镇 乡 村 州 国 局 厅 部 司 院 校 队 厂 社 站 所 店 型 率 值 额 量 数 价 费 款 业 界 者 员 化 性 度 级`,
	particle: `了 过 着 地 得 等 所 们 吗 呢 吧 啊`,
	name: `特朗普 拜登 马克龙 默克尔 朔尔茨 马斯克 岸田文雄 莫迪 小红书 国泰君安 融创 中央 美联储 欧佩克 白宫 五角大楼 联合国 世卫组织 世贸组织 欧盟 北约 东盟 非盟 上交所 深交所 港交所 北交所 证监会 国务院 商务部 外交部 财政部 国防部 国家统计局 中国央行 欧洲央行 日本央行 塔利班 哈马斯 真主党 苹果公司 字节跳动 腾讯 网易 百度 华为 小米 阿里 阿里巴巴 京东 美团 拼多多 字节跳动 抖音 快手 哔哩哔哩 滴滴 携程 联想 海尔 格力 茅台 五粮液 比亚迪 蔚来 理想汽车 小鹏 吉利 长城汽车 上汽 一汽 广汽 宁德时代 隆基 中芯国际 台积电 富士康 鸿海
三星 松下 东芝 日立 三菱 夏普 佳能 尼康 英特尔 英伟达 高通 微软 谷歌 亚马逊 特斯拉 脸书 奈飞 推特 波音 空客 丰田 本田 大众汽车 宝马 奔驰 奥迪 索尼 任天堂 中石油 中石化 中海油 国家电网 中国移动 中国电信 中国联通 中国石油 中国石化 工商银行 建设银行 农业银行 中国银行 招商银行 平安 万科 恒大 碧桂园 知网 新浪 搜狐 微博 微信`,
	adverb: `仍 仍然 仍旧 远 远远 略 稍 稍微 大幅 小幅 原本 原来 本来 不料 其实 事实上 突然 轻松 有望 力争 刚 多次 屡次 数次 一度 最终 随后 另查明 经查 大体 大致 无数次 依法 却 刚刚 可能 连续 累计 不 没 没有 很 最 更 较为 比较 再 又 也 都 还 逆势 先后 相继 陆续 均 仅 只 才 曾 曾经 已 已经 正 正在 将 即将 成功 逆势 大力 全面 率先 依次 双双 从严 尽早 当庭 从轻 尽力 立马 切莫 徐徐 短短 所幸 依旧 全力 当场 合计 总计 一共 全部 非法 精心 无法 定期 常态化 户均`,
})

// joints stand between what is measured and its figure: 达, 为, 有.
var joints = set(`报 人民币 港币 美金 新台币 为 达 达到 达成 是 有 共有 共 约 近 超 超过 超出 逾 突破 升至 增至 降至 减至 涨至 跌至 升到 增加到 上升到 提高到 下降到 增长到 到 至 高达 多达 仅 只有 仅有 已 已达 已有 已经 共计 合计
总计 累计 了 过 着 分别 均 都 各 也 还 就 大约 大概 折合 将近 接近 可达 不足 不到 不超过 约为 约有 约合 达成 完成 实现 平均 最高 最低 最大 最小 最长 最短 最宽 最深 最远 至少 最多 仍 则 才 便 或 将 会 可 可以 能 能够 预计 估计
超逾 计 总共 一共 全年 总 等于 相当于 定为 设为 维持 保持 在 成 出 于 到达 大于 小于 高于 低于 不低于 不少于 多 算 又 再 即 即为 每 造成 导致 致 包括 来到`)

func set(list string) map[string]bool {
	out := map[string]bool{}
	for _, word := range strings.Fields(list) {
		out[word] = true
	}
	return out
}

// joined are words that the dictionary cuts apart.
var joined = classes(map[class]string{
	noun:     `it之家 快充 均价 批发价 零售价 收购价 出厂价 光伏 占比 环比 同比 沪指 深指 深证成指 沪深 净流入 净流出 净买入 净卖出 律所 占地面积 中证 管涌 注册资本 净利 起售价 净亏损 净额 营收 财报 年报 季报 半年报 探员 警员 开盘价 收盘价 最高价 最低价 发行价 归母净利润 扣非净利润 特勤局 储能 经开区 固投 工业园 科创 规上 高企 有限公司 股份有限公司 科技局 研究院 实验室 俱乐部 委员会 基金会 财险 首周末`,
	verb:     `折合 约合 多增 少增 撬动 紧盯 化身 狂揽 追至 连拿 肇因 录得 收窄 投用 首超 首破 罚没 收报 收于 报收 收盘 点赞 净增加 净减少 增加了 减少了 高达 多达`,
	adverb:   `逆势 年仅 局地`,
	moment:   `按年 按月 按季 尾盘 早盘 午盘`,
	modifier: `被困`,
})

// joinedEnds are the last pieces of those words, as the dictionary cuts them.
var joinedEnds = set(`面积 盯 身 揽 至 拿 因 证 涌 资本 得 能 用 利 售价 周末 窄 超 破 没 仅 地 困 报 于 收 盘 指 深 动 家 充 价 达 伏 所 额 亏损 流入 流出 买入 卖出 增加 减少 员 价 赞 净利润 局 高价 低价 成指 区 投 园 创 上 企 公司 局 院 室 部 会 比 了 势 研究院 实验室 俱乐部 委员会 基金会 工业园 年 月 季 险 合 增`)

func classes(lists map[class]string) map[string]class {
	out := map[string]class{}
	for _, c := range []class{noun, name, verb, adverb, particle, moment, pronoun, conjunction, preposition, de, modifier, locative} {
		for _, word := range strings.Fields(lists[c]) {
			out[word] = c
		}
	}
	return out
}

// metricTails end a noun that measures something.
var metricTails = strings.Fields(`气压 风力 水深 湿度 净流入 净流出 净买入 净卖出 风速 水位 流量 盈利 亏损 持仓 额 值 率 量 数 价 价格 费 费用 金 资金 款 贷款 利润 收入 支出 成本 投资 外资 内资 产值 总产值 增加值 面积 人口 规模 容量 产能 产量 销量 销售额 营收 营业收入
长度 宽度 高度 深度 温度 速度 年龄 体重 身高 票房 指数 比例 比重 占比 份额 增速 增幅 涨幅 降幅 跌幅 水平 得分 比分 成绩 总分 平均分 寿命 里程 时长 时间 时速 距离 直径 半径 周长 海拔 气温 降水量 雨量
浓度 密度 功率 电压 频率 市值 股价 估值 注册资本 资产 净资产 负债 债务 赤字 盈余 顺差 逆差 逆差额 总额 余额 数量 人数 户数 次数 总数 总量 储量 能力 跨度 全长 总长 固投 订单 出口 进口 进出口 gdp 生产总值 税收
单产 亩产 补贴 奖金 罚款 工资 薪酬 薪水 月薪 年薪 房价 租金 学费 票价 单价 均价 定价 售价 总价 市场规模 就业 失业率 热量 含量 用量 载重 吨位 排量 续航 点数 点击量 播放量 观众 客流 客流量 工期 任期 刑期 亏损 融资 投融资 资助 补助 支持`)

// metricLike says that a noun measures something and is nobody whose figure it is.
func metricLike(word string) bool { return metricEnds.ends(word) }

// bodyTails end the name of a place, an institution, a product or a person's office.
var bodyTails = strings.Fields(`央行 财险 街道 派出所 支队 大队 总队 流域 水库 地区 区域 沿岸 片区 城 公司 集团 企业 银行 大学 学院 学校 中学 小学 研究院 研究所 中心 高新区 经开区 开发区 新区 园区 产业园 工业园 园 区 市 省 县 镇 乡 村 州 国 局 厅 部 委 委员会 法院 检察院 医院 协会 学会 联合会 基金会 基金 俱乐部
球队 队 军 党 政府 平台 机场 车站 站 港 大桥 桥 公园 博物馆 图书馆 酒店 广场 大厦 教堂 寺 庙 岛 山 河 江 湖 海 铁路 公路 高速 线 电影 电视剧 节目 小说 专辑 歌曲 杂志 报 网 行业 产业 品牌 系列 车型 市场 板块 指数 赛事 联赛 大会 论坛 项目 工程 团队`)

var tails = set(strings.Join(bodyTails, " "))

func bodyLike(word string) bool { return bodyEnds.ends(word) }

var metricEnds, bodyEnds = newEndings(metricTails), newEndings(bodyTails)

// endings are what words may end with, by the last character.
type endings map[rune][]string

func newEndings(tails []string) endings {
	out := endings{}
	for _, tail := range tails {
		last, _ := utf8.DecodeLastRuneInString(tail)
		out[last] = append(out[last], tail)
	}
	return out
}

func (e endings) ends(word string) bool {
	last, _ := utf8.DecodeLastRuneInString(word)
	for _, tail := range e[last] {
		if strings.HasSuffix(word, tail) {
			return true
		}
	}
	return false
}
