package evidence

import (
	"cmp"
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/answer/likeness"
	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
)

// role finds the office whose holder is asked for.
var role = pattern.Compile(`(党委|党工委)?(副?(书记|主任|董事长|执行董事|(?:总|产品|客户|基金|项目)?经理|总监|理事长|秘书长|检察长|[院校市省部局区县镇乡厅所会队馆台行站处科团社村]长|总裁|主席|总统|总理|首相|主?教练|主帅|领队|制片人|主编|导演|司令|大使)|首席执行官|ceo|创始人|负责人|发言人)(是谁|叫什么|叫啥|是哪一?位|是哪个([?。]|$)|姓什么|的?(全名|姓名|本名)|的名字)`)

// Roleless says that the holder of an office is asked for and a sentence does not
// name the office or anybody, or its paragraph and title not the body that it is of.
func Roleless(snapshot *retrieval.Snapshot, r asking.Reading, s Sentence) bool {
	m := role.FindStringSubmatch(hanzi.Fold(r.Raw))
	if m == nil {
		return false
	}
	said := hanzi.Fold(s.String())
	if !holds(wording.LongForm(said), wording.LongForm(m[2])) || s.faceless && s.Read < SureOfName && !heldBySomebody(snapshot, m[2], s.String()) {
		return true
	}
	around := hanzi.Fold(s.Source.Article.Title + s.Source.Text)
	body := bodyBefore(hanzi.Fold(r.Raw), m[0])
	if s.Read >= sureOfHolder && len([]rune(body)) >= bodyRunes && strings.Contains(said, lastRunes(body, bodyRunes)) {
		return false
	}
	if own := body[strings.LastIndexAny(body, ", ")+1:]; len([]rune(own)) > bodyRunes && strings.Contains(unbracketed.Replace(said), lastRunes(own, bodySaid)+m[2]) {
		return false
	}
	return slices.ContainsFunc(r.ThingsAsked(snapshot), func(thing string) bool {
		if parted(said, thing) {
			return false
		}
		return (body == "" || strings.Contains(body, thing)) && !strings.Contains(thing, m[2]) && !strings.Contains(wording.LongForm(m[2]), thing) && !strings.Contains(around, thing) && !wording.MostlyIn(around, thing)
	})
}

// parted says that a text has both halves of a name of four characters near each other: 泽璟生物制药 for 泽璟制药.
func parted(text, name string) bool {
	runes := []rune(name)
	if len(runes) != partedRunes {
		return false
	}
	_, behind, found := strings.Cut(text, string(runes[:2]))
	near := []rune(behind)
	return found && strings.Contains(string(near[:min(len(near), partedRunes)]), string(runes[2:]))
}

const partedRunes = 4

// sureOfHolder is the reader's voice for a name from which on so many runes of the body right before the office tell which it is:
// 开幕式视效总监 of 青石灯会开幕式视效总监, 支公司(负责人:…) of 国寿财险青石支公司负责人.
const (
	sureOfHolder = 0.6
	bodyRunes    = 3
	bodySaid     = 6 // that tell it without the reader where they, or all of it, stand right before the office
)

// unbracketed takes brackets away: (电电公会)理事长.
var unbracketed = strings.NewReplacer("(", "", ")", "")

// bodyBefore is what stands before the office that a question asks for, behind the last 的: 中国驻美大使馆
// of 表示“失望”的中国驻美大使馆发言人叫什么; "" for nothing.
func bodyBefore(asked, office string) string {
	before, _, _ := strings.Cut(asked, office)
	before = strings.TrimSuffix(before, "的")
	if at := strings.LastIndex(before, "的"); at >= 0 {
		return before[at+len("的"):]
	}
	return before
}

// deeds are what holders of some offices are said to do.
var deeds = map[string]string{"导演": "执导", "主教练": "执教", "教练": "执教", "主编": "主编", "创始人": "创办"}

// holds says that a text names an office, or what its holder does, and not only another one that is of it:
// 总统 in 总统新闻秘书.
func holds(said, office string) bool {
	if deed := deeds[office]; deed != "" && strings.Contains(said, deed) {
		return true
	}
	for {
		_, behind, found := strings.Cut(said, office)
		if !found {
			return false
		}
		if !officeBehind.MatchString(behind) {
			return true
		}
		said = behind
	}
}

var officeBehind = pattern.Compile(`^((新闻|首席|特别|高级|国家安全)?(秘书|助理|顾问|发言人|特使|候选人|夫人|办公[室厅])|府|制|选举|大选|竞选)`)

// AsksOffice says that a folded question asks which office somebody holds: 沈跃新是什么职务.
func AsksOffice(folded string) bool { return officeAsked.MatchString(folded) }

var officeAsked = pattern.Compile(`(什么|何|哪个|啥|哪些)(职务|职位|身份|官职|头衔|职业)|(干|做)(什么|啥|嘛)的|(担任|任|当)了?(什么|何)(职务?|官)?|是哪个?家?(单位|公司|部门|机构|学校|医院|大学)的|(职务|职位|头衔)[?。]*$`)

var whoseOffice = pattern.Compile(`^(\p{Han}{2,4}?)(?:的?职[务位]|的?头衔|是|将|曾|后来|现|在|担任|任|当|什么|啥|哪)`)

// grantedAsked is a name behind what gave somebody the office that is asked for: 国君封了赵林什么官职.
var grantedAsked = pattern.Compile(`(?:封|任命|委任|授予|提拔|推举)了?(\p{Han}{2,4}?)(?:为|做|当|什么|啥)`)

// titledAsked is a name between an office and the words that ask for another: 副馆长赵林此前担任何职.
var titledAsked = pattern.Compile(`[长员师授记席](\p{Han}[^\P{Han}的]{1,2}?)(?:此前|之前|曾经?|现在?|目前|原来?|后来)?(?:担任|出任|任|是|在|什么|啥)`)

// position is somebody's office in a text that names them: behind the name with 是 or
// 以…身份, or right before it.
var position = pattern.Compile(`^[^。；;]{0,6}(以|系|任|担任|出任|作为|是|为)|(书记|主任|[局院校部市省州区县镇乡处科厅会馆站队所社团]长|主席|总统|总理|首相|教师|老师|教授|工程师|博士|[上中少][将校尉]|将军|司令|指挥官|记者|发言人|秘书|经理|总裁|董事长|创始人|主播|医生|律师|导演|演员|教练|领导人|头目|成员|议员|委员|大使|代表)$`)

// OfficeFirst moves the first of the likeliest sentences that says the office of whom
// the question names before the others, and says whether there is one.
func OfficeFirst(snapshot *retrieval.Snapshot, r asking.Reading, sentences []Sentence) bool {
	asked := hanzi.Fold(r.Raw)
	if !AsksOffice(asked) {
		return false
	}
	who := dotted.FindString(asked)
	for _, named := range []*pattern.Regexp{grantedAsked, whoseOffice, titledAsked} {
		if m := named.FindStringSubmatch(asked); m != nil && who == "" {
			who = m[1]
		}
	}
	for _, w := range snapshot.Words(asked) {
		if who == "" && strings.HasPrefix(w.Speech, "nr") && w.End-w.Start > 1 {
			who = w.Text
		}
	}
	return who != "" && putSentenceFirst(sentences, func(s Sentence) bool { return saysOffice(asked, who, hanzi.Fold(s.String())) })
}

// saysOffice says that a text has somebody's office beside the name, and not the one that the question says itself.
func saysOffice(asked, who, said string) bool {
	for before, rest := "", said; ; {
		head, behind, named := strings.Cut(rest, who)
		if !named {
			return false
		}
		before += head
		if position.MatchString(behind) || position.MatchString(before) && !strings.Contains(asked, lastRunes(before, officeRunes)+who) {
			return true
		}
		before, rest = before+who, behind
	}
}

// officeRunes is how much of an office before a name tells it from the one that a question says itself: 副馆长 of 副馆长赵林此前任何职.
const officeRunes = 2

func lastRunes(text string, n int) string {
	runes := []rune(text)
	return string(runes[max(0, len(runes)-n):])
}

// putSentenceFirst moves the first of the likeliest sentences that is of a kind; false
// where none is.
func putSentenceFirst(sentences []Sentence, of func(s Sentence) bool) bool {
	return putFirstOf(sentences, HeldTried, of)
}

// putFirstOf does so of as many sentences as are tried.
func putFirstOf(sentences []Sentence, tried int, of func(s Sentence) bool) bool {
	i := slices.IndexFunc(sentences[:min(tried, len(sentences))], of)
	if i > 0 {
		PutFirst(sentences, i)
	}
	return i >= 0
}

// HeldFirst moves the first of the likeliest sentences that names whom a question
// for the holder of an office asks for before the others.
func HeldFirst(snapshot *retrieval.Snapshot, r asking.Reading, sentences []Sentence) {
	if !role.MatchString(hanzi.Fold(r.Raw)) {
		return
	}
	putSentenceFirst(sentences, func(s Sentence) bool { return !Roleless(snapshot, r, s) })
}

// HeldTried is how many sentences are asked for the holder of an office.
const HeldTried = 5

// heldBySomebody says that a name that no dictionary knows may stand behind an
// office: 主席张建国, of which each character is a word.
func heldBySomebody(snapshot *retrieval.Snapshot, office, said string) bool {
	words := snapshot.Words(said)
	end := strings.Index(hanzi.Fold(said), office)
	if end < 0 { // said in another word: 首席执行官 for CEO
		return false
	}
	end = len([]rune(hanzi.Fold(said)[:end+len(office)]))
	for _, w := range words {
		if w.Start < end || w.Start == end && (w.Text == "是" || w.Text == "为" || w.Text == "由") {
			end = max(end, w.End)
			continue
		}
		return w.Start == end && w.End-w.Start == 1 && (wording.IsThing(w) || w.Speech == "q")
	}
	return false
}

// stockNamed is all that there are of something, as a question names it.
var stockNamed = pattern.Compile(`保有量|存栏量|库存量`)

// Unmeasured says that a question only names a measure and a sentence has neither it
// nor, but for money, a figure that may be of it: 2015年煤炭产量, 高新区人口.
func Unmeasured(r asking.Reading, s Sentence) bool {
	asked := hanzi.Fold(r.Raw)
	measure := cmp.Or(asking.IncomeIn(asked), asking.MeasureNamed(asked), stockNamed.FindString(asked))
	if !r.Bare || measure == "" || strings.Contains(wording.LongForm(hanzi.Fold(s.String())), wording.LongForm(measure)) {
		return false
	}
	if strings.Contains(measure, "价") && strings.ContainsAny(s.String(), "价售卖") { // 定价5999元
		return false
	}
	return likeness.IsCurrency(r.Implied) || !slices.ContainsFunc(figure.Find(s.String()), func(f figure.Figure) bool {
		return f.Unit != "" && (f.Unit == r.Implied || likeness.Units(f.Unit, r.Implied))
	})
}
