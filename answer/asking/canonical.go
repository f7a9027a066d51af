package asking

import (
	"slices"
	"strings"

	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/figure"
	"youju/hanzi"
	"youju/lang"
	"youju/retrieval"
	"youju/retrieval/index"
)

// spoken are verbs of money as people say them and as the news writes them.
var spoken = []struct {
	re     *pattern.Regexp
	formal string
}{
	{pattern.Compile(`^[^：:]{0,16}(?:麻烦|请|帮忙?|想|要|问)[^：:]{0,10}[：:]\s*([^\s\d])`), "$1"}, // 写材料用，麻烦核一下：, but not 想知道10:30
	{pattern.Compile(`^(?:群里|各位|大家)?(?:有没有人|谁|哪位|有人)(?:能)?(?:知道|晓得|清楚|了解|告诉我)(?:一下)?[,，]?`), ""},
	{pattern.Compile(`^[A-Za-z\p{Han}]{2,8}就是([^,，嘛吧吗]{2,12})[嘛吧吗]?[,，]`), "$1"}, // GDD就是广州经开区嘛，
	{pattern.Compile(`[?？,，。]\s*(?:我|手头|手上)只(?:有|知道)[^?？]{2,20}[?？。]*$`), ""},
	{pattern.Compile(`[?？,，。](?:给|报|来)个(?:准数|百分比|准?数字?|结果)[。?？]*$|[?？,，。](?:两个|几个)?数?都(?:要|给我|说一下)[。?？]*$|[,，](?:领导|写|做|发|讲|汇报|急)[^,，什啥哪怎]{0,8}用的?[。?？!！]*$`), ""},
	{pattern.Compile(`^(.{4,60}?)[?？,，。](?:按|照|根据|用)[^,，?？]{0,16}(?:倒推|反推|倒算|(?:增速|增幅|同比)[^,，?？]{0,3}[算推])(?:一下)?[?？。]*$`), "$1"},
	{pattern.Compile(`^(?:依据|根据|按照?)[^,，]{2,30}[,，]请?(?:推算|估算|反推|算出?|算算|算一下)(.+?)(?:是多少)?[。?？]*$`), "${1}是多少"},
	{pattern.Compile(`^就([^,，]{2,14}?)(?:这一单?项|这个指标|来说|而言|来讲)+[,，]`), "$1"},
	{pattern.Compile(`^(.{4,60}?)[?？,，。](?:用|按|照|拿)(.{2,16}?)(?:推?算)(?:一下|出来)?[?？。]*$`), "按${2}推算，$1"},
	{pattern.Compile(`^(?:请|麻烦|帮我|给我)*(?:把)?(?:列一?下|列全|列出|列举一?下?|罗列一?下?)(.+?)(?:都?有哪些)?[?？。]*$`), "${1}有哪些"},
	{pattern.Compile(`^(.{4,40}?)[,，](?:请|麻烦|帮我|给我)*(?:列一?下|列全|列出来?|列举一?下?)[?？。]*$`), "${1}有哪些"},
	{pattern.Compile(`((?:那|这|的)?(?:几|[两三四五六七八九]|\d)[个项条大种类][^,，?？]{0,16}?)都?(?:叫什么|叫啥|名字是什么)([?？,，].*)?$`), "${1}有哪些"},
	{pattern.Compile(`(^|[^固])(?:砸|投)([了下进]?)(多少(?:钱|资金|元|亿|万|$))`), "${1}投资$2$3"},
	{pattern.Compile(`(?:砸|投)了(\d[\d.]*[十百千]?(?:[万亿]+(?:[^票人个次]|$)|元|块))`), "投资了$1"},
	{pattern.Compile(`融([了到]?多少)`), "融资$1"},
	{pattern.Compile(`(^|[^招应])募([了到]?多少(?:钱|资金|元|亿|万|$))`), "$1融资$2"},
	{pattern.Compile(`搞([的了过])`), "开展$1"},
	{pattern.Compile(`(?:砍|裁)(?:掉|减)?了?(多少|几)[名个]?(?:员工|人)`), "裁员${1}人"},
	{pattern.Compile(`(几|多少)号人`), "${1}人"},
	{pattern.Compile(`(^|[^没])过了((?:几|多少)(?:家|名|项|个(?:[^月小钟星礼世季多]|$)))`), "${1}通过了$2"}, // 过了几个月 is a time
	{pattern.Compile(`没过的`), "没通过的"},
	{pattern.Compile(`头一[回次遭]`), "首次"},
	{pattern.Compile(`(^|[^\P{Han}申上汇预通公播情海日早晚周简快填呈])报(高企|高新技术企业|专精特新|小巨人|瞪羚|独角兽)`), "${1}申报$2"},
	{pattern.Compile(`没过($|[,，。?？了吗是能给补有])`), "没通过$1"},
	{pattern.Compile(`(?:是不是)?一分钱都?(?:没有?|不给|拿不到|没给)(?:吗|么)?`), "补多少钱"},
	{pattern.Compile(`(?:想|打算|准备|计划)融(?:的|到的?)(?:资|钱|资金)`), "拟融资"},
	{pattern.Compile(`(平均[每一][个家项]\p{Han}{0,4}?)多大(?:体量|规模|盘子)`), "${1}投资多少"},
	{pattern.Compile(`^按\P{Han}?[^,，]{0,14}(?:倒推|反推|推算|折算|倒算|反算)[,，]`), ""},
	{pattern.Compile(`^(?:报道|文章|新闻|稿子|文中|报纸|这篇)(?:里|中|上)?(?:点名|提到|说到|讲到|列举|写到)(?:了)?的?[、,，]?`), ""},
	{pattern.Compile(`(院所|大所|企业|公司|单位|机构|高校|学校|部门|国家|城市|项目|平台)(?:里面?|中)?都?(?:有|是)(?:谁|哪几[个家所])`), "${1}有哪些"},
	{pattern.Compile(`^(.{1,9}呢)[?？,，](?:.{2,16})的(?:那种|那类|那些)[?？。]*$`), "$1"},
	{pattern.Compile(`按(?:几|多少)个点(补|给|奖|算|支持)`), "按百分之几$1"},
	{pattern.Compile(`(级)及以上`), "${1}以上"},
	{pattern.Compile(`(^|[^没未])评上了?(高企|高新技术企业|小巨人|专精特新)`), "${1}通过${2}认定"},
	{pattern.Compile(`(?:没|未)评上(高企|高新技术企业|小巨人|专精特新)?`), "没通过${1}认定"},
	{pattern.Compile(`批(?:下来|准)的`), "批复的"},
	{pattern.Compile(`(?:拉着?|联合|带着)(谁|哪家|哪个单位)一[起块](?:搞|做|干|建|弄|办|开展)`), "与${1}联合"},
	{pattern.Compile(`合计(投资额|金额)`), "总$1"},
	{pattern.Compile(`还有谁一[起块](?:的|干的?|搞的?|建的?)?([?？。]|$)`), "与谁联合$1"},
	{pattern.Compile(`(有|是|要|了)好多([个家名人项次钱])`), "${1}多少$2"},
	{pattern.Compile(`几个亿`), "多少亿"},
	{pattern.Compile(`(\d[\d.]*[万亿]*[元家个人]?)大关`), "$1"},
	{pattern.Compile(`(?:里头?|中|当中)(?:是|排在?|在|处于)?(?:啥|什么)(?:位置|名次|排位)([?？。了啊呀呢]*)$`), "里排第几$1"},
	{pattern.Compile(`大西([北南])`), "西$1"},
	{pattern.Compile(`(成绩|结果|名单|分数|榜单|排名)((?:是)?(?:哪一?天|什么时候|何时|几号|几月几号))出来`), "${1}${2}公布"},
	{pattern.Compile(`(总?投资|规模|金额|数量|价格|产值|收入|面积)几何([?？。]|$)`), "${1}是多少$2"},
	{pattern.Compile(`顶天能?([拿给补得领])`), "最高$1"},
	{pattern.Compile(`([拿给补奖花投领])几[十百千]?万(?:块钱?|元)?([?？。]|$)`), "${1}多少钱$2"},
	{pattern.Compile(`一旦过关`), "通过"},
	{pattern.Compile(`统计到(哪|几|什么)`), "截至$1"},
	{pattern.Compile(`^(?:那么?)?[跟和与同]([它他她])(?:合作|联合|一起|合伙)的?(?:是|呢)[?？。]*$`), "与${1}联合的是谁"},
	{pattern.Compile(`出炉`), "公布"},
	{pattern.Compile(`封顶([是为]?多少)`), "最高$1"},
	{pattern.Compile(`(在哪[^,，。?？]{0,6}|[要想打算准备]{1,2}|在\p{Han}{2,4}板)挂牌`), "${1}上市"},
	{pattern.Compile(`[跟和与同](谁|它|他|她|哪家|哪个|哪些)一[起块](?:搞|做|干|建|弄|办|开展)`), "与${1}联合"},
	{pattern.Compile(`减(?:免)?了?(多少)(?:钱的?)?税费?`), "减税降费$1"},
	{pattern.Compile(`(高企|高新技术企业|小巨人|专精特新|瞪羚|独角兽)(?:评|认定?)(?:下来|上|到|成)了?`), "${1}通过认定"},
	{pattern.Compile(`^(.{4,40}?[多少几].{0,8}?)[?？,，。](?:已知|假设|假如|如果|若)(.{4,40}?)[。]?$`), "已知$2，$1"},
	{pattern.Compile(`列进`), "列入"},
	{pattern.Compile(`((?:[^效税汇功频心机斜曲]率|占比|比重|增速|增幅|产值|利润|营收|收入|总额|外资|固投|投资额|销量|产量|名次|排名|排位|位次))(?:怎么样|咋样|怎样|咋么样|情况如何|如何|啥样)([?？。了啊呀呢]*)$`), "${1}是多少$2"},
	{pattern.Compile(`[(（](?:可)?(?:不是|不要|别给|而非)[^()（）]{1,10}[)）]`), ""}, // 固投金额是多少（不是增幅）
	{pattern.Compile(`村支书`), "村党支部书记"},
	{pattern.Compile(`捐([了出]?多少(?:钱|元|款))`), "捐赠$1"},
	{pattern.Compile(`(^|[^包])赔了?(多少(?:钱|元|[万亿]))`), "${1}赔偿$2"},
	{pattern.Compile(`垫了?(多少(?:钱|元|[万亿]))`), "垫付$1"},
	{pattern.Compile(`(^|[^解])雇了?(多少(?:人|员工|名))`), "${1}雇用$2"},
	{pattern.Compile(`(^[^比较]*)(?:多出了?|多了)((?:多少|几)[人名个家])`), "${1}增加了$2"}, // how many more than another has is no growth
	{pattern.Compile(`([罚捐贷拨欠募])[了到出]?(多少)款($|[?？。，,了呢啊])`), "${1}款$2$3"},
	{pattern.Compile(`亏([了]?多少)`), "亏损$1"},
	{pattern.Compile(`(^|[^\dA-Za-z.])((?:8|12|16|18|24|32)G|(?:64|128|256|512)[gG])([^\dA-Za-z]|$)`), "${1}${2}B$3"}, // of memory; 16g is of sugar
	{pattern.Compile(`(^|[^\dA-Za-z.])((?:8|12|16|18|24|32)g)(\+|的?(?:版|[内运显]存|存储|手机))`), "${1}${2}B$3"},
	{pattern.Compile(`(^|[^节各某哪个本外全邻\d])省([了下出]+多少(?:钱|资金|元|亿|万|$))`), "${1}节省$2"},
	{pattern.Compile(`项目平均(总?投资额?|投入?)了?(是|为)?多少`), "平均每个项目投资多少"},
	{pattern.Compile(`企业平均(获得?|得到)?(贷款|融资|投资)了?(是|为)?多少`), "平均每家企业$2多少"},
	{pattern.Compile(`([一二三四]季度)([一二三四]季度)`), "${1}和${2}"},
	{pattern.Compile(`(涨|增长?|升|降|跌)了?(?:几|多少)个点`), "${1}了多少"},
	{pattern.Compile(`(几[号日月]|哪一?[天日])[到至](?:几[号日月]|哪一?[天日])`), "$1"},
	{pattern.Compile(`价格的?(?:变动|变化)(?:情况|幅度)?(?:了|是|为)?多少`), "涨跌多少"},
	{pattern.Compile(`(占[^\P{Han}地用据领比了多几]\p{Han}{1,7}[^\P{Han}少例重成吗吧呢几])$`), "${1}的比例"},
	{pattern.Compile(`(几|多少)个点($|[?？。，,呢啊吗])`), "${1}个百分点$2"},
	{pattern.Compile(`(地震|余震)的?(?:(?:震级)?(?:是|为|有|达到?)?(?:多少级|多大|多强|多高|几级)|震级(?:是|为|有|达到?)?多少)([?？。]|$)`), "${1}是几级$2"},
	{pattern.Compile(`(风)的?(?:最大)?风力(?:是|为|有|达到?)?(?:多少级?|多大|多强)([?？。]|$)`), "${1}是几级$2"},
	{pattern.Compile(`(?:几|多少)个点的`), "百分之几的"},
	{pattern.Compile(`几点(建议|意见|要求|措施|体会|理由|看法|希望|内容|不足)`), "几个$1"},
	{pattern.Compile(`(^|[^第统唯专独之])([一二三])产([一二三])产`), "${1}第${2}产业和第${3}产业"},
	{pattern.Compile(`(^|[^第统唯专独之])([一二三])产($|[^品业能出量值自生假于地物后前权妇婴])`), "${1}第${2}产业$3"},
}

// quarter is a part of a year by its number: Q2 behind a time, or before what is reported by quarters; 奥迪Q3 is a car.
var quarter = pattern.Compile(`(^|[\d年度去今、至到和与,，(（])[Qq][1-4]\b|[^A-Za-z][Qq][1-4]的?(财报|业绩|营收|营业|总?收入|净|利润|毛利|亏|GDP|交付|出货|[同环]比)`)

// Formal puts verbs of money as the news writes them, and quarters: 砸了多少钱 asks for an investment.
func Formal(question string) string {
	question = quarter.ReplaceAllStringFunc(question, func(q string) string {
		at := strings.IndexAny(q, "Qq")
		return q[:at] + string([]rune("一二三四")[q[at+1]-'1']) + "季度" + q[at+2:]
	})
	for _, s := range spoken {
		if plain := hanzi.Simplify(question); plain != question && s.re.MatchString(plain) { // 評下來
			question = plain
		}
		question = s.re.ReplaceAllString(question, s.formal)
		question = s.re.ReplaceAllString(question, s.formal) // 二产 of 一产、二产: what stands before it was a part of the match before
	}
	return question
}

// parted finds a verb and its object with 多少 between them: 招了多少工.
var parted = pattern.Compile(`(\p{Han})了?(多少|几)(\p{Han})($|[?？,，。])`)

// Rejoined puts a verb and its object together where they are one word: 招工多少.
func Rejoined(snapshot *retrieval.Snapshot, question string) string {
	m := parted.FindStringSubmatchIndex(question)
	if m == nil {
		return question
	}
	object := question[m[6]:m[7]]
	word := question[m[2]:m[3]] + object
	words := snapshot.Words(word)
	if _, unit := figure.Unit(object); unit || wording.NamesNothing(object) || len(words) != 1 || !strings.HasPrefix(words[0].Speech, "v") {
		return question
	}
	return question[:m[2]] + word + question[m[4]:m[5]] + question[m[8]:]
}

// Respell replaces what only sounds like a word of the articles, as far as that may be kept, and says what
// was taken for what.
func Respell(snapshot *retrieval.Snapshot, question string, l lang.Language, keep func(word string) bool) (string, string) {
	found := slices.DeleteFunc(snapshot.Respell(question), func(word index.Respelling) bool { return !keep(word.Word) })
	if len(found) == 0 {
		return question, ""
	}
	figures := figure.Find(question)
	found = slices.DeleteFunc(found, func(word index.Respelling) bool { // the 亿 of 50亿对吧 begins no word
		return slices.ContainsFunc(figures, func(f figure.Figure) bool { return word.Start < f.End && f.Start < word.End })
	})
	runes := []rune(question)
	var out, told strings.Builder
	at := 0
	for _, f := range found {
		out.WriteString(string(runes[at:f.Start]) + f.Word)
		told.WriteString(l.Say("answer.respelled", string(runes[f.Start:f.End]), f.Word))
		at = f.End
	}
	out.WriteString(string(runes[at:]))
	return out.String(), strings.TrimSpace(told.String())
}
