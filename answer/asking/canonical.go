package asking

import (
	"slices"
	"strings"

	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/figure"
	"youju/lang"
	"youju/retrieval"
	"youju/retrieval/index"
)

// spoken are verbs of money as people say them and as the news writes them.
var spoken = []struct {
	re     *pattern.Regexp
	formal string
}{
	{pattern.Compile(`(?:砸|投)([了下进]?)(多少(?:钱|资金|元|亿|万|$))`), "投资$1$2"},
	{pattern.Compile(`(?:砸|投)了(\d[\d.]*[十百千]?(?:[万亿]+(?:[^票人个次]|$)|元|块))`), "投资了$1"},
	{pattern.Compile(`融([了到]?多少)`), "融资$1"},
	{pattern.Compile(`(^|[^招应])募([了到]?多少(?:钱|资金|元|亿|万|$))`), "$1融资$2"},
	{pattern.Compile(`搞([的了过])`), "开展$1"},
	{pattern.Compile(`(?:砍|裁)(?:掉|减)?了?(多少|几)[名个]?(?:员工|人)`), "裁员${1}人"},
	{pattern.Compile(`村支书`), "村党支部书记"},
	{pattern.Compile(`捐([了出]?多少(?:钱|元|款))`), "捐赠$1"},
	{pattern.Compile(`(^|[^包])赔了?(多少(?:钱|元|[万亿]))`), "${1}赔偿$2"},
	{pattern.Compile(`垫了?(多少(?:钱|元|[万亿]))`), "垫付$1"},
	{pattern.Compile(`(^|[^解])雇了?(多少(?:人|员工|名))`), "${1}雇用$2"},
	{pattern.Compile(`(^[^比较]*)(?:多出了?|多了)((?:多少|几)[人名个家])`), "${1}增加了$2"}, // how many more than another has is no growth
	{pattern.Compile(`([罚捐贷拨欠募])了?(多少)款($|[?？。，,了呢啊])`), "${1}款$2$3"},
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
