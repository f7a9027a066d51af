package naming

import (
	"slices"
	"strings"

	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/hanzi"
)

// Missing is the first of names that a folded text does not say; "" for none. question
// is what names them, folded.
func Missing(names []Name, question, text string) string {
	for _, n := range names {
		if short := n.Key == n.Shown && ShortOf(n.Key, text); !short && !Says(text, n.Key) && !cutFromOthers(question, n.Key, text) && !partNamed(question, n.Shown, text) {
			return n.Shown
		}
	}
	return ""
}

// partNamed says that a text names the part of a place that a question names right behind it, as what it is or by
// what is there: 贵阳乌当 of 乌当区 or 乌当公安分局.
func partNamed(question, place, text string) bool {
	_, behind, found := strings.Cut(question, place)
	part := []rune(strings.TrimLeft(behind, placeEnding))
	if !found || len(part) < 2 || !hanzi.IsHan(part[0]) || !hanzi.IsHan(part[1]) || anyPlaceHas.MatchString(string(part)) {
		return false
	}
	for _, rest := range strings.Split(text, string(part[:2]))[1:] {
		if seated.MatchString(rest) {
			return true
		}
	}
	return false
}

// anyPlaceHas begins a part or an office that every place may have, and that names none.
var anyPlaceHas = pattern.Compile(`^(公安|消防|交警|法院|检察|税务|教育|人民|中级|高级|派出|[新老主旧中]城|中心|[城山林牧矿库灾疫社小街校片地市郊辖园新景厂]区|风景|度假|高新|经开|开发|示范|试验|实验|自贸|保税|工业|产业|科技|软件|特别|行政|自治|服务|安置|居住|贫困|旅游|生态|功能|合作|保护|自然|核心|商业|住宅|经济|综合|物流|贸易|农[村业]|乡镇)`)

// seated stands behind the name of a part of a place.
var seated = pattern.Compile(`^([区县镇乡旗]|公安|分局|法院|检察|消防|交警|派出所|税务局|教育局)`)

// cutFromOthers says that a name of two characters is cut from the names beside it, which
// the text says: 河南 in 大清河南堤坝.
func cutFromOthers(question, name, text string) bool {
	before, behind, found := strings.Cut(question, name)
	q, n, b := []rune(before), []rune(name), []rune(behind)
	if found && len(n) == 2 && len(b) > 0 && hanzi.IsHan(b[0]) && ShortOf(name+string(b[:1]), text) { // 青志 in 青志协 for 青年志愿者协会
		return true
	}
	if !found || len(q) == 0 || len(n) != 2 || len(b) == 0 {
		return false
	}
	return strings.Contains(text, string(q[max(0, len(q)-2):])+string(n[:1])) && strings.Contains(text, string(n[1:])+string(b[:1]))
}

// Says says that a folded text holds a name, or what it is also written as.
func Says(text, key string) bool {
	if strings.Contains(text, key) || abbreviated(key, text) || ofState(key, text) || alsoCalled(key, text) {
		return true
	}
	if latin.MatchString(key) {
		return misspelt(key, text)
	}
	return len([]rune(key)) >= shortestOfTwo && strings.Contains(unplaced.Replace(text), key)
}

// unplaced leaves out what a place is where a part of it is named behind it: 上海浦东 of 上海市浦东新区.
var unplaced = strings.NewReplacer("省", "", "市", "", "自治区", "")

const shortestOfTwo = 4

// ofState says that a text names a state by its first character, as is done beside others and
// before what a state has: 对英赔款, 英军.
func ofState(key, text string) bool {
	state, isState := strings.CutSuffix(key, "国")
	if key == "俄罗斯" || key == "俄联邦" {
		state, isState = "俄", true
	}
	if !isState || len([]rune(state)) != 1 || !strings.Contains(states, state) {
		return false
	}
	for _, before := range "对中驻访日俄" {
		if strings.Contains(text, string(before)+state) {
			return true
		}
	}
	for _, behind := range []string{"军", "海军", "空军", "方", "使", "商", "籍"} {
		if strings.Contains(text, state+behind) {
			return true
		}
	}
	return false
}

// alsoCalled says that a text has a state or an organisation by another of its names.
func alsoCalled(key, text string) bool {
	return slices.ContainsFunc(otherNames, func(names []string) bool {
		return slices.Contains(names, key) && slices.ContainsFunc(names, func(n string) bool { return standsIn(text, n) })
	})
}

// standsIn says that a text holds a name, in Latin letters as a word of its own: no cia of social.
func standsIn(text, name string) bool {
	for at := 0; ; at++ {
		i := strings.Index(text[at:], name)
		if i < 0 {
			return false
		}
		at += i
		end := at + len(name)
		if !isLatin(name[0]) || (at == 0 || !isLatin(text[at-1])) && (end == len(text) || !isLatin(text[end])) {
			return true
		}
	}
}

func isLatin(c byte) bool { return c >= 'a' && c <= 'z' }

// otherNames are names of one state or organisation each that share no beginning.
var otherNames = [][]string{
	{"澳大利亚", "澳洲"}, {"阿联酋", "阿拉伯联合酋长国"}, {"韩国", "南韩", "大韩民国"}, {"朝鲜", "北韩"}, {"新西兰", "纽西兰"}, {"意大利", "义大利"},
	{"老挝", "寮国"}, {"印度尼西亚", "印尼"}, {"沙特阿拉伯", "沙乌地阿拉伯", "沙特"}, {"俄罗斯", "俄国", "俄联邦"}, {"美国", "美利坚"},
	{"德国", "德意志"}, {"英国", "联合王国"}, {"欧盟", "欧洲联盟"}, {"东盟", "东南亚国家联盟", "asean"},
	{"imf", "国际货币基金组织"}, {"who", "世界卫生组织", "世卫组织"}, {"wto", "世界贸易组织", "世贸组织"}, {"wmo", "世界气象组织"}, {"iaea", "国际原子能机构"},
	{"nato", "北约", "北大西洋公约组织"}, {"opec", "欧佩克", "石油输出国组织"}, {"oecd", "经合组织", "经济合作与发展组织"}, {"apec", "亚太经合组织", "亚太经济合作组织"},
	{"fifa", "国际足联"}, {"ioc", "国际奥委会"}, {"unesco", "教科文组织"}, {"iea", "国际能源署"}, {"nasa", "美国宇航局", "美国航天局", "美国国家航空航天局", "美国航空航天局"},
	{"fbi", "联邦调查局"}, {"cia", "中央情报局", "中情局"}, {"fda", "食品药品监督管理局", "食品和药物管理局", "食药监局"}, {"ecb", "欧洲央行", "欧洲中央银行"},
}

// states are first characters of states that are named by them alone.
const states = "英法美德俄韩泰"

var (
	latin  = pattern.Compile(`^[a-z][a-z0-9 .-]*$`)
	spaced = strings.NewReplacer("-", "", " ", "")
)

// misspelt says that a text writes a Latin name with other hyphens and spaces, or a
// longer one with one letter more, less or other.
func misspelt(key, text string) bool {
	key = spaced.Replace(key)
	if strings.Contains(spaced.Replace(text), key) {
		return true
	}
	if len(key) < shortestMisspelt {
		return false
	}
	for _, word := range wording.LatinWords(text) {
		if oneOff(key, word) {
			return true
		}
	}
	return false
}

// shortestMisspelt is how long a Latin name must be to stand for one that differs.
const shortestMisspelt = 6

// oneOff says that one edit makes a of b.
func oneOff(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return i == len(a) || a[i+1:] == b[i+1:]
	}
	return a[i:] == b[i+1:]
}

// abbreviated says that a text holds a name of four characters by one of each half:
// 央行 for 中央银行, 科大 for 科技大学.
func abbreviated(key, text string) bool {
	k := []rune(key)
	if len(k) != 4 {
		return false
	}
	for _, short := range []string{string([]rune{k[0], k[2]}), string([]rune{k[1], k[3]}), string([]rune{k[0], k[3]})} {
		if strings.Contains(text, short) {
			return true
		}
	}
	return false
}
