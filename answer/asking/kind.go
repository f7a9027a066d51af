package asking

import (
	"strings"

	"youju/answer/pattern"
	"youju/hanzi"
)

// measure is a question for an amount that it names and asks nothing of: 参会人数是?
var measure = pattern.Compile(`数量|总数|人数|^[^谁哪什为怎何]*[票户件次场]数[?。]*$|面积|价格是|金额|总额|价值(是|为)`)

// grewBare only names what grew: 新三样出口增长.
var grewBare = pattern.Compile(`[^在年比来](增长|增幅|上涨|下跌|同比|环比)[?。]*$`)

// otherAsked asks for something else than an amount that is named beside it: 人数由什么决定.
var otherAsked = pattern.Compile(`什么|甚么|谁|哪[里儿个些位家种项份部本篇类款所座支条]|为何|为啥|怎|是不是.*最|最.{1,4}吗`)

// toLevel asks for what something was raised or lowered to.
var toLevel = pattern.Compile(`[到至]几级|(增加?|提高|提升|上升|上调|上涨|涨|升|扩大|延长|下降|下调|下跌|减少?|降低?|跌|缩减|缩小|缩短|压缩|收窄)[到至为]了?(多少|几|多久|多长)`)

// closing asks for what something stood at when a market closed, whatever it rose before; 营收在 and 税收为 do not.
var closing = pattern.Compile(`(报收|收盘价?|(^|[^营税年招吸回丰征创财秋夏])收[报在于至])[于在至为是报]?[^涨跌升降增减占变,?]{0,4}(多少|几)`)

// weekdayAsked asks for days of a week, which are no figures; 每周几次 counts.
var weekdayAsked = pattern.Compile(`(一周|每周|一个?星期|每星期)[^,。]{0,6}(哪(几|些|一)?[天日]|(什么|啥|哪个)时[间候段])|[^\d]周几([^\P{Han}个名人次家位场班节天趟起件例条只头座所处项部台辆架艘篇种类轮批支队顿款元块斤吨克公百千万亿小分回遍期堂课号\d]|$|[?。,])|(星期|礼拜)几`)

// levelWords ask for a number: 失业率维持在什么水平. What is measured stands before them, since 技术达到什么水平 asks for words.
const (
	levelWords = `((维持|保持|稳定|控制|降|升|涨|跌|落|回|达)[在到至于]` + whichOne + `(水平|程度|区间|范围|价位|点位|水位|数值)|处[在于]` + whichOne + `(区间|范围|价位|点位|数值))`
	whichOne   = `(了|个)?(什么样?的?|怎样的|何种|多高的?|哪个)`
	gauged     = `(税率|价格?|温度?|水位|[数气销产流水]量|额|值|指数|浓度|湿度|含量|成本|库存|工资|薪|收入|速度?|血压|血糖|汇价|利息|费用?|存款|人口|余额|\d)[^,。?]{0,8}`
)

// noChange are words that hold a change's character or a time's and name none, and rates that are no shares.
var noChange = strings.NewReplacer("降雨", "雨", "降水", "雨", "降雪", "雪", "降落", "落", "降生", "生", "升级", "级", "升学", "学", "涨停", "停", "跌停", "停", "升旗", "旗", "升空", "空", "升降", "", "降解", "解", "降噪", "噪", "降压", "压", "降糖", "糖",
	"刷新率", "频度", "频率", "频度", "汇率", "汇价", "心率", "心跳", "功率", "功效", "分辨率", "分辨度", "帧率", "帧数", "哪天才", "哪天", "几天才", "几天", "多少天才", "多少天", "天然", "自然", "年轻", "青", "月饼", "饼", "周边", "边", "天才", "人才", "年货", "货", "市盈率", "市盈", "市净率", "市净")

// behindChange says when by what had changed by then: 降价后还能享受多少补贴.
var behindChange = pattern.Compile(`[涨跌降升增减][价薪息税费产准员]了?[之以]?后`)

// projected asks for a whole to be worked out from a part and its share.
var projected = pattern.Compile(`推算|估算|照此|按此|据此|已知.*占|占.{0,12}推[出得]|(照|按照?|根据|由|用).{0,16}(占比|比例|比重|份额|占)`)

// Kind says what kind of thing would answer a question.
type Kind int

const (
	Text     Kind = iota // which, how, why: words of a passage
	Quantity             // how many, how much
	Share                // which share, which rate
	Change               // by how much
	Rank                 // which place in an order
	Date                 // when
	Year                 // in which year
	Era                  // in which century, decade, period
	Duration             // how long
	Person               // who
	Place                // where
	Reason               // why
	Credit               // who wrote, who took the picture
)

// Numeric says that a figure answers.
func (a Kind) Numeric() bool { return a >= Quantity && a <= Duration }

// OfTime says that a time is asked for.
func (a Kind) OfTime() bool { return a == Date || a == Year || a == Era }

// patterns tell what is asked, in order: the first that matches decides.
var patterns = []struct {
	asks Kind
	re   *pattern.Regexp
}{
	{Text, pattern.Compile(`哪几[^年月天]`)},
	{Text, weekdayAsked},
	{Text, pattern.Compile(`(目的|用意|意图|意义|原因|理由)何在`)},
	{Credit, pattern.Compile(`(谁|哪一?[位个].{0,4})(采?写|拍摄?)的?[?。]*$|(写|采写|报道|拍).{2,30}(稿子|文章|报道|新闻|照片|图片)的(人|记者|作者)?是?(谁|哪一?[位个])|谁(拍|摄|写|报道|供图|撰)|哪(一?位|个|几位)(记者|通讯员|摄影|作者)|(记者|作者|摄影师?|摄影者|通讯员|图片来源|照片来源)(是|叫|为|有)?(谁|哪|什么|\?|$)|(照片|图片|[那这]张图|配图).{0,6}(来源|哪来|谁|哪[里儿家]的?(提供|拍|来))|哪里来的(照片|图)`)},
	{Place, handled}, // by whom: the zone that an article is about
	{Rank, pattern.Compile(`第几|老几|排名(是|为)?(多少|几|如何|怎|呢|$)|(?:^|[^安])排在?(第?几|多少|哪)|(?:名次|位次|排位)(?:[是为有]?(?:多少|第?几|如何|怎|啥|什么)|排|靠|$|[?])|位列(第几|哪)|居(第几|哪)|(全国|全省|全市|世界|全球)(排|第)几`)},
	{Rank, numbered},
	{Era, pattern.Compile(`(哪一?个?|什么|几十?|何)(世纪|年代)|第?几世纪`)},
	{Year, pattern.Compile(`哪[一几]?年|几几年|何年([^纪代]|$)|什么年份?|哪个年份|(西元|公元|于|在|是|到|至)几年(时[^间]|的|$|[,?])|几年时[^间]|^几年|(西元|公元|民国|明治|大正|昭和|平成|令和|洪武|永乐|万历|崇祯|康熙|雍正|乾隆|嘉庆|道光|咸丰|同治|光绪)前?(几|多少)年`)},
	{Date, pattern.Compile(`哪几[天日]`)},
	{Duration, lasting},
	{Duration, pattern.Compile(`多久|多长时间|几年(时间|了|内|后|前|来)?($|\?|,|才|的)|多少(年|天|个?月|个?小时|个?钟头|分钟|个?星期|个?礼拜|周)|几(天|个月|个?小时|个?钟头|分钟|个?星期|个?礼拜|周|秒)|历时|持续多`)},
	{Date, pattern.Compile(`[什甚]么时[候侯]|什么时间|何时|啥时[候侯]|几月|几号|多少号(?:[^楼线院人]|$)|几日|哪一?[天日]|哪个?月|日期|几[点时]|何时刻|时间(是|为|在|:|\?|$)|多会儿|哪个?(世纪|年代)|甚么时候|甚么时间|何日|何月`)},
	{Change, pattern.Compile(`[比较].*[强快慢高低多少大小好省](了|出)(百分之|几成)`)},
	{Share, pattern.Compile(`百分之(几|多少)|占比|(?:^|[^攻侵强霸抢进])占([^地用领据].{0,12}?)?(多少|几成|比例|比重|百分|几分之)|(多少|什么|多大|几成)的?比[例重]|比[例重](是|为|有|达|占|各|分别|多|如何|怎|高|大|低|小|[,?]|$)|几[成折]|(率|率为|率是|率达|率有|率达到)(多少|几|多高|\?|$)|多少个?百分比`)},
	{Text, pattern.Compile(`(是|为|相当于)(多少|什么|谁|哪[^,?]{0,4}?)的[\d.]+倍`)}, // of which the name is asked for
	{Share, pattern.Compile(`(^|[^税])率[^,。?]{0,6}(` + levelWords + `|[升降涨跌增减调高低加少][到至]了?(多少|几))`)},
	{Quantity, toLevel},
	{Quantity, pattern.Compile(gauged + levelWords)},
	{Quantity, closing},
	{Change, pattern.Compile(`(` + pattern.Growing + `|` + pattern.Falling + `|` + pattern.Pace + `|涨|跌|降|升|扩大|同比|环比|变化|变动).{0,8}(多少|几|怎样|如何|幅度|多大)|增加([^值].{0,7})?(多少|几|怎样|如何|幅度|多大)|[^新]增了(多少|几)|(` + pattern.Pace + `)|(同比|环比)(呢|$)|(比|较)(上年|上一年|去年|前年|上月|上季度?|同期|往年|前一年|上周末?|上次|上期|昨[天日])[^,。?]{0,8}(多少|几)|多少个?百分点|多少倍|几倍|翻了?几|[涨增升][长加高]?了?还是[跌降减下]`)},
	{Change, grewBare},
	{Quantity, numberAsked},
	{Quantity, resultAsked},
	{Quantity, pattern.Compile(`多少|几[^乎何率]|多大|多高|多长|多重|多远|多宽|多深|多厚|多薄|多轻|多快|是几|几$`)},
	{Quantity, measure},
	{Text, pattern.Compile(`(称|[^名]叫|命名|译|喻|誉|尊|改名|定名|取名|更名|视|评)([^,。?]{0,9}[^是,。?])?为(什么|何)[?]*$|[^出成著闻]名(称|字)?为(什么|何)[?]*$|[^,。?是因所这那做作事么]为何[?]*$`)}, // 被称为什么 and 首都为何 ask for no reason
	{Reason, pattern.Compile(`为什么|为何|为啥|(什么|啥)(原因|缘由)|(原因|起因|缘由)(是|有|为)|因为(什么|啥)|何以|缘何|因何|何故|凭(什么|啥)|(怎么|咋)(会|回事)`)},
	{Person, pattern.Compile(`谁|哪一?位|哪个人|何人|什么人|哪一?名|哪一?个` + whoKind + `|(人|员|师|长|者|手|书记|村?支书|主任|经理|总裁|教练|导演)的?(全名|姓名|本名|大名)(是|叫)?(什么|啥)|叫(什么|啥)名字|[人员师长者理授记手总妈爸板生孩]叫(什么|啥)|甚么人|(经理|书记|主任|主帅|教练|领队|队长|总裁|主席|导演|[校院局部市县区镇]长)是哪个([?。]|$)`)},
	{Place, pattern.Compile(`哪里|哪儿|何处|什么地方|何地|哪个?(国家|城市|省|地区|市|县|地方|州|洲)|位于哪|在哪|何在|哪一?国|甚么地方|哪裡|地点[?。]*$`)},
}

// whoKind are kinds of people by what they do: 哪个官员 asks who.
const whoKind = `(?:官员|专家|学者|教授|院士|议员|球员|球星|选手|演员|歌手|明星|艺人|导演|作家|画家|教练|医生|记者|律师|主播|网红|主持人|博主|企业家|飞行员|航天员|宇航员|分析师)`

// numbered asks for the number of one in a row: 在第几集, 哪一届; a title answers 哪一集 as well.
var numbered = pattern.Compile(`(?:第几|哪一?)([届期季轮版任])|第几([集章回楼层局节盘]|分钟|小时|个?月|天|周|年)|几(号)(?:球衣|线|楼|馆|厅|门|口|球|选手|车|台风|店|机|坑|院)|(?:[路街巷弄]|[^知报味频通]道|[^月这那哪]里|胡同|门牌|门牌号)是?(?:几|多少)(号)(?:[是院楼门,?。]|$)`)

// numberAsked asks for a number that counts nothing: 报警电话是多少, 打哪个电话.
var numberAsked = pattern.Compile(`(电话|热线|号码|手机号?|联系方式)(是|为)?(多少|几)号?($|[?。,!呢啊])|(打|联系|咨询)(什么|哪一?个|啥)(电话|号码|热线|手机号)|(电话|热线|手机号)(号?码|统一|已|将|被|调整|整合|合并|并|更|改|换|变){0,3}(是|为|成)(什么|哪一?个|啥)(号码)?($|[?。,!呢啊])`)

// resultAsked asks for what somebody ran, jumped or threw: 以什么成绩夺冠.
var resultAsked = pattern.Compile(`(以|凭|用)(什么样?的?|怎样的|何种|哪个)成绩[^,。?]{0,8}(夺|获|赢|摘|拿下|打破|刷新|创造|晋级|排名|位列|第)`)

// AsksResult says that a folded question asks for what somebody ran, jumped or threw.
func AsksResult(folded string) bool { return resultAsked.MatchString(folded) }

// AsksNumber says that a folded question asks for a number that counts nothing.
func AsksNumber(folded string) bool { return numberAsked.MatchString(folded) }

// lasting asks how long something takes by what is called a time.
var lasting = pattern.Compile(`(平均|最长|最短|延迟|延时|响应|反应|等待|等候|候诊|充电|续航|待机|加速|通勤|睡眠|停留|通话|刷机)[^,。?是在]{0,4}时间(是|为|有|达到?|约|要|需要?)?(多少|多长|几[^点时月日号])|(启动|加载)[^,。?是在]{0,4}时间(是|为|有|约|要|需要?)?(多长|(多少|几)[分秒毫])`)

// handled asks who sees to something: 路灯坏了找谁.
var handled = pattern.Compile(`找谁|归谁管|谁来管|谁管|找哪个(部门|单位)|(向|跟)谁反映`)

// several is a number that is not asked for where the question asks for something else: 谁曾在几个月前, 姐妹几家去了哪里.
var (
	several       = pattern.Compile(`几(个?月|天|年|小时|周)(之?前|以来|来|后|内)|(此前|过去|最近|近|这|那|头)几(个?月|天|年|小时|周)|(姐妹|姊妹|兄弟|兄妹|姐弟|夫妻|父子|母女|哥|姐|一家|全家|同事|好友)几[家个位名口人]`)
	asksOtherwise = pattern.Compile(`谁|什么|怎么样|怎样|如何|为何|哪[里儿个些国家所]|多[少大高长远重快宽深]`)
)

// withoutSeveral is a folded question less such a number.
func withoutSeveral(folded string) string {
	if without := several.ReplaceAllString(folded, ""); asksOtherwise.MatchString(without) {
		return without
	}
	return folded
}

// withoutNames is a folded question less what it says between marks that call it a name, of which no word asks:
// 增长 in “加速增长计划”投资多少. What is asked of itself stays: “每周涨幅”是多少.
func withoutNames(folded string) string {
	return markedName.ReplaceAllString(folded, "“”$1")
}

var markedName = pattern.Compile(`[“"《「『][^“”"《》「」『』多几哪什谁何怎]{2,24}[”"》」』]([^是为有达约多几第如何怎高大?。])`)

// KindOf is the kind of thing that a folded question asks for, by the first of the patterns that
// stands in it.
func KindOf(folded string) Kind {
	folded = withoutNames(folded)
	folded = behindChange.ReplaceAllString(noChange.Replace(folded), "此后")
	folded = withoutSeveral(folded)
	for _, p := range patterns {
		if p.re.MatchString(folded) && (p.re != measure && p.re != grewBare || !otherAsked.MatchString(folded)) {
			return p.asks
		}
	}
	return Text
}

// AsksProjection says that a folded question asks for a whole to be worked out from a part and its share.
func AsksProjection(folded string) bool { return projected.MatchString(folded) }

// AsksWeekday says that a folded question asks for days of a week.
func AsksWeekday(folded string) bool { return weekdayAsked.MatchString(folded) }

// AsksLevel says that a folded question asks for what something was raised or lowered to.
func AsksLevel(folded string) bool { return toLevel.MatchString(folded) }

// AsksClock says that a folded question asks for a time of day, not only for a day.
func AsksClock(folded string) bool { return clockAsked.MatchString(folded) }

var clockAsked = pattern.Compile(`几点|几时几[分刻]|(何|什么)时刻|何时何[分刻]`)

// AsksHours says that a question asks for both ends of a stretch of hours: 几点到几点.
func AsksHours(r Reading) bool { return r.Asks == Date && hoursAsked.MatchString(hanzi.Fold(r.Raw)) }

var hoursAsked = pattern.Compile(`几点\p{Han}{0,6}[到至-]\p{Han}{0,4}几点`)

// AsksAge says that a question asks how old somebody is.
func AsksAge(r Reading) bool {
	return r.Asks == Quantity && (r.Unit == ageUnit || r.Implied == ageUnit || r.Unit == "" && ageAsked.MatchString(hanzi.Fold(r.Raw)))
}

const ageUnit = "岁"

var ageAsked = pattern.Compile(`[^地积模度量]多大[了啊呀]?[?。]*$`)

// AsksNights says that a question asks for days with their nights: 几天几晚.
func AsksNights(r Reading) bool {
	return r.Asks == Duration && nightsAsked.MatchString(hanzi.Fold(r.Raw))
}

var nightsAsked = pattern.Compile(`(几|多少)[天日](几|多少)?个?[晚夜]`)

// AsksClose says that a folded question asks for what something stood at when a market closed.
func AsksClose(folded string) bool { return closing.MatchString(folded) }

// AsksHandler says that a question asks who sees to something.
func AsksHandler(question string) bool { return handled.MatchString(question) }

// AsksItself says that a folded part of a question asks by itself, and does not only say of what.
func AsksItself(folded string) bool {
	return asksItself.MatchString(several.ReplaceAllString(folded, ""))
}

var asksItself = pattern.Compile(`多少|百分之几|(^|[^此之数近前后这好])几(个|家|名|位|人|项|次|年|天|月|时|号|岁|倍|成|亿|万|元|所|种|座)|第几|什么|啥|谁|哪|怎么|怎样|为何|如何|多(久|大|高|长|远|重|快)|^.{1,8}呢$`)
