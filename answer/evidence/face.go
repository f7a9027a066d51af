package evidence

import (
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/answer/naming"
	"youju/answer/pattern"
	"youju/hanzi"
	"youju/retrieval"
	"youju/retrieval/ledger"
)

// faceless says that who, where or why is asked and a sentence names nobody, no place or no reason.
func faceless(snapshot *retrieval.Snapshot, r asking.Reading, s Sentence) bool {
	switch r.Asks {
	case asking.Person:
		return !names(snapshot, r, s.String(), "nr") && !inLatin.MatchString(s.String())
	case asking.Place:
		said := s.String()
		return !names(snapshot, r, said, "ns", "nt") && !(asking.AsksHandler(hanzi.Fold(r.Raw)) && handles.MatchString(hanzi.Fold(said))) || saysAside(hanzi.Fold(r.Raw), hanzi.Fold(said))
	case asking.Reason:
		return !saysWhy.MatchString(hanzi.Fold(s.String()))
	}
	return false
}

// handles says by whom something is seen to: 由各街道承担.
var handles = pattern.Compile(`由\p{Han}{2,16}(承担|负责|管理|主管|接管|受理|办理|处理|牵头)`)

// From where is asked, or said: 从竹海出发.
var (
	fromAsked = pattern.Compile(`从(哪|什么地方|啥地方|何处|何地)[^,。?]{0,6}(出发|启程|动身|起飞|发车|来|运|进口|引进|采购)`)
	fromSaid  = pattern.Compile(`从\p{Han}{2,10}(出发|启程|动身|起飞|发车|来|运|进口|引进|采购|到|至|前往|驶|开往|飞往)|由\p{Han}{2,6}(出发|启程|起飞|发车|前往|驶往|开往|飞往)|来自`)
)

// A colour is asked for, or said; or a storm by its name, which stands in quotation marks.
var (
	colourAsked = pattern.Compile(`(什么|啥|哪一?种)(颜色|色)`)
	colourSaid  = pattern.Compile(`[红橙黄绿青蓝紫黑白灰粉金银棕褐米驼墨]色|(卡其|咖啡|天然|透明|迷彩)色`)
	stormAsked  = pattern.Compile(`(哪一?[个场股号]|什么)(台风|飓风|热带风暴)`)
	stormSaid   = pattern.Compile(`(台风|飓风|热带风暴) ?[“"](\p{Han}+)[”"]|[“"](\p{Han}+)[”"] ?(台风|飓风)`)
)

// asksWork asks for the name of a work, which stands in 《》.
var (
	asksWork = pattern.Compile(`哪一?[本部首篇支](书|小[说品]|电[影视]|歌|曲|诗|舞|话剧|音乐|作品|论文|文|专著|著作|影|剧|片)|什么(书|电影|歌曲?|小说|专辑|电视剧|话剧|音乐剧|纪录片)([?。,呢]|$)`)
	work     = pattern.Compile(`[《〈]([^《》〈〉]+)[》〉]`)
)

// ShownFirst moves the sentence of the best one's article before the others that shows by its writing that it names what is
// asked for (a work, a colour, a storm, days of a week, from where something came), and says whether there is one.
func ShownFirst(r asking.Reading, sentences []Sentence) bool {
	if asked := hanzi.Fold(r.Raw); sentences[0].Read >= SureOfName && (colourAsked.MatchString(asked) || stormAsked.MatchString(asked)) { // of a colour that has no such name
		return false
	}
	return putFirstOf(sentences, shownTried, func(s Sentence) bool {
		return s.Source.Article == sentences[0].Source.Article && Shows(r, s.String())
	})
}

// shownTried is how many sentences are looked at for what few say.
const shownTried = 2 * HeldTried

// Shows says that a text shows by its writing that it names what is asked for.
func Shows(r asking.Reading, text string) bool {
	asked, said := hanzi.Fold(r.Raw), hanzi.Fold(text)
	switch {
	case r.Asks == asking.Text && asking.AsksWeekday(asked):
		return weekday.MatchString(said)
	case r.Asks == asking.Text && asksWork.MatchString(asked):
		return namesWork(r, text)
	case r.Asks == asking.Place && fromAsked.MatchString(asked):
		return fromSaid.MatchString(said)
	case r.Asks == asking.Text && colourAsked.MatchString(asked):
		return colourSaid.MatchString(said)
	case stormAsked.MatchString(asked):
		return stormSaid.MatchString(said) && !stormSaid.MatchString(asked)
	case saysKin(asked) != nil:
		return saysKin(asked).MatchString(said)
	case otherNameAsked.MatchString(asked):
		return strings.Contains(said, otherNameAsked.FindStringSubmatch(asked)[1])
	}
	return false
}

// weekday are days of a week, which are no figures.
var weekday = pattern.Compile(`(每周|周|星期|礼拜)[一二三四五六日末天]|每天|每日`)

// namesWork says that a text names a work that the question does not.
func namesWork(r asking.Reading, text string) bool {
	asked := hanzi.Fold(r.Raw)
	return slices.ContainsFunc(work.FindAllStringSubmatch(text, -1), func(m []string) bool { return !strings.Contains(asked, hanzi.Fold(m[1])) })
}

// Where something happened is asked for; or a text only says what did before it or behind: 枪击发生前几天访问了纽约.
var (
	happenedAsked = pattern.Compile(`发生[在于]?(哪|什么地|啥地|何[处地])|(哪[里儿]|在哪|何[处地])发生`)
	aside         = pattern.Compile(`发生[^,。;]{0,8}?[前后]`)
)

// saysAside says that where something happened is asked for and a folded sentence speaks of before or after it alone.
func saysAside(asked, said string) bool {
	return happenedAsked.MatchString(asked) && strings.Contains(said, "发生") && !strings.Contains(aside.ReplaceAllString(said, ""), "发生")
}

// names says that the dictionary knows a word of a text as one of some kinds (nr:
// names of people, a surname alone among them) and the question does not say it.
func names(snapshot *retrieval.Snapshot, r asking.Reading, text string, kinds ...string) bool {
	asked := hanzi.Fold(r.Raw)
	folded := ""
	if kinds[0] == "nr" {
		folded = hanzi.Fold(text)
		if strings.Contains(folded, "·") { // few have one, and to look at all of a text takes long
			for _, m := range dotted.FindAllString(folded, -1) {
				if !strings.Contains(asked, m) {
					return true
				}
			}
		}
	}
	runes := []rune(text)
	for _, w := range snapshot.Words(text) {
		for _, kind := range kinds {
			if strings.HasPrefix(w.Speech, kind) && !strings.Contains(asked, naming.Place(w.Text).Key) && !(kind == "ns" && bodyOfState.MatchString(hanzi.Fold(string(runes[w.End:min(len(runes), w.End+stateRunes)])))) {
				return true
			}
		}
	}
	m := titledName.FindStringSubmatch(folded)
	return m != nil && !strings.Contains(asked, m[1])
}

// inLatin is somebody's name with how it is written in Latin letters behind it: 罗自力(Rob Waters).
var inLatin = pattern.Compile(`\p{Han}{2,8} ?[(（][A-Z][a-z'’]+(?:[ -][A-Z][a-z'’.]*){1,3}[)）]`)

// bodyOfState follows a state in the name of a party or an office of it, which is no place: 索马里青年党.
var bodyOfState = pattern.Compile(`^((青年|人民|民主|工人|共和|社会|自由|保守|劳动)?党|军[^区港事用民]|政府|总统|总理|外交部|内政部|国防部|议会|警方)`)

const stateRunes = 5

// titledName is somebody's name that no dictionary needs to know, by what stands around it: 主教练许利民给, 副主任林西强在.
var titledName = pattern.Compile(`[长任记人员师裁理监练席授委士者导演]([` + ledger.Surnames + `]\p{Han}{1,2}?)(?:表示|介绍|指出|说|称|告诉|认为|透露|强调|坦言|分析|宣布|回应|也|在|对|给|带|向|[、,:;。(])`)

var dotted = pattern.Compile(`\p{Han}{2,}(?:·\p{Han}+)+`)

// definition asks what something is: DECnet是什么.
var definition = pattern.Compile(`^(?:什么是|何谓|啥是)(.{2,20}?)[?。]*$|^(.{2,20}?)(?:是什么意思|是指什么|指的是什么|是什么|是啥|是个?什么东西)[?。]*$`)

// attribute asks what something of something is: 世界母乳喂养周的主题是什么.
var attribute = pattern.Compile(`的(\p{Han}{2,5}?)(?:具体)?(?:(?:是|为|叫|有|包括)(?:什么|啥|何|哪些|哪几[个项点条])|[在是]哪[里儿]?)(?:[?。, ]|$)`)

// saysWhat may stand between a thing and what it is said to be.
var saysWhat = []string{"是", " 是", "指", ",是", ",即", "(", "为", ":", ",又称", ",也称", "位于", "叫", "名为", "包括", "包含", "分为"}

// Where somebody is from is said so: 广东佛山人.
var (
	nativeAsked = pattern.Compile(`(哪里|哪儿|什么地方|啥地方|哪一?个?[省市国县])人(士|[?。, ]|$)|籍贯|祖籍|(老家|家乡|故乡)[在是]?(哪|什么地方|啥地方)`)
	nativeSaid  = pattern.Compile(`[,是](\p{Han}{1,7}\p{Han}人)[,。;)]|籍贯|祖籍|生于|出生[于在]`)
)

// notNative ends in 人 and is of no place: 热心人, 负责人.
var notNative = pattern.Compile(`(热心|有心|老|好|诗|商|工|军|证|本|个|家|年轻|负责|发言|主持|创始|法|客|病|男|女|艺|手艺|传承|带头|代言|代表|当事|候选|残疾|主人|名|位|多|几|[两一二三四五六七八九十\d])人$|^[一个]`)

// saysNative says that a folded sentence says where somebody is from.
func saysNative(said string) bool {
	return slices.ContainsFunc(nativeSaid.FindAllStringSubmatch(said, -1), func(m []string) bool {
		return m[1] == "" || !notNative.MatchString(m[1])
	})
}

// NativeFirst moves the sentence of the best one's article before the others that says where somebody is from, where that
// is asked for, and says whether there is one.
func NativeFirst(r asking.Reading, sentences []Sentence) bool {
	return nativeAsked.MatchString(hanzi.Fold(r.Raw)) && putSentenceFirst(sentences, func(s Sentence) bool {
		return s.Source.Article == sentences[0].Source.Article && saysNative(hanzi.Fold(s.String()))
	})
}

// definedThing is the thing of which a question asks what it is, folded; "" for none.
func definedThing(r asking.Reading) string {
	asked := hanzi.Fold(r.Raw)
	if m := definition.FindStringSubmatch(asked); m != nil && !strings.Contains(m[1]+m[2], "的") {
		return m[1] + m[2]
	}
	if m := attribute.FindStringSubmatch(asked); m != nil {
		return m[1]
	}
	return ""
}

// saysWhatIs says that a sentence says what a thing is.
func saysWhatIs(thing string, s Sentence) bool {
	if thing == "" {
		return false
	}
	said, runes := hanzi.Fold(s.String()), []rune(thing)
	if tail := string(runes[max(0, len(runes)-2):]); slices.ContainsFunc(closing, func(c rune) bool { return strings.Contains(said, hanzi.Fold(string(c))+"为"+tail) }) { // 以“……”为主题
		return true
	}
	return slices.ContainsFunc(saysWhat, func(says string) bool { return strings.Contains(said, thing+says) })
}
